// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlagMemoryTest {

    private final FlagMemory flag = new FlagMemory();

    @Test
    void aFlagThatRisesIsToldOnce() {
        assertThat(flag.rises(false, 0, false)).isFalse();
        assertThat(flag.rises(null, 1_000, false)).isFalse();
        assertThat(flag.rises(true, 2_000, false)).isTrue();
        assertThat(flag.rises(true, 3_000, true)).isFalse();
        assertThat(flag.rises(null, 4_000, true)).isFalse();
        assertThat(flag.rises(true, 5_000, true)).isFalse();
    }

    @Test
    void oneThatIsSetWhenFirstHeardOfMustBeCredible() {
        assertThat(new FlagMemory().rises(true, 0, true)).isTrue();
        assertThat(flag.rises(true, 0, false)).isFalse();
        assertThat(flag.rises(true, 1_000, true)).isFalse();
    }

    @Test
    void oneThatWasSetBeforeMustBeCredibleToo() {
        flag.rises(false, 0, false);
        assertThat(flag.rises(true, 1_000, false)).isTrue();
        flag.rises(false, 2_000, false);
        assertThat(flag.rises(true, 3_000, false)).isFalse();
        flag.rises(false, 4_000, false);
        assertThat(flag.rises(true, 5_000, true)).isTrue();
    }

    @Test
    void aMomentIsToldOnceUntilForgotten() {
        assertThat(flag.happens(true, 0, false)).isTrue();
        assertThat(flag.happens(true, 60_000, true)).isFalse();
        assertThat(flag.happens(true, 120_001, false)).isFalse();
        assertThat(flag.happens(true, 180_002, true)).isTrue();
    }

    @Test
    void aMomentAfterOneThatWasTakenBackIsNew() {
        assertThat(flag.happens(true, 0, false)).isTrue();
        assertThat(flag.happens(false, 1_000, false)).isFalse();
        assertThat(flag.happens(true, 2_000, false)).isTrue();
    }

    @Test
    void aClockSetBackDoesNotKeepAMomentForLonger() {
        flag.happens(true, 3_600_000, false);
        flag.moveBack(3_600_000);

        assertThat(flag.happens(true, 60_001, true)).isTrue();

        FlagMemory never = new FlagMemory();
        never.moveBack(1);
        assertThat(never.lastSet).isEqualTo(CrashState.NEVER);
    }

    @Test
    void whatChangesNothingIsNoNews() {
        assertThat(flag.isNews(null)).isFalse();
        assertThat(flag.isNews(false)).isTrue();
        flag.rises(false, 0, false);
        assertThat(flag.isNews(false)).isFalse();
        assertThat(flag.isNews(true)).isTrue();
        flag.rises(true, 0, false);
        assertThat(flag.isNews(true)).isTrue();
        assertThat(flag.isNews(false)).isTrue();
    }
}
