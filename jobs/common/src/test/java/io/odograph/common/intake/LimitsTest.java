// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class LimitsTest {

    static final long HALF_CYCLE = 512L * 7 * 86_400_000;

    @Test
    void theDefaultsAreAsDocumented() {
        assertThat(DecodeLimits.DEFAULT).isEqualTo(new DecodeLimits(262_144, 1024, 65_536));
        assertThat(TimeLimits.DEFAULT).isEqualTo(new TimeLimits(60_000, 2_592_000_000L));
    }

    @Test
    void decodeLimitsOutsideTheirRangeAreRefusedByName() {
        assertRefused(() -> new DecodeLimits(15, 1, 1), "maxRecordBytes must be 16..67108864");
        assertRefused(() -> new DecodeLimits((64 << 20) + 1, 1, 1), "maxRecordBytes");
        assertRefused(() -> new DecodeLimits(16, 0, 1), "maxStringBytes must be 1..16, but is 0");
        assertRefused(() -> new DecodeLimits(16, 17, 1), "maxStringBytes");
        assertRefused(() -> new DecodeLimits(16, 1, 0), "maxItems");
        assertRefused(() -> new DecodeLimits(16, 1, 17), "maxItems");
        assertThat(new DecodeLimits(16, 16, 16).maxItems()).isEqualTo(16);
    }

    @Test
    void timeLimitsOutsideTheirRangeAreRefusedByName() {
        assertRefused(() -> new TimeLimits(-1, 1), "maxAheadMillis must be 0..86400000");
        assertRefused(() -> new TimeLimits(86_400_001, 1), "maxAheadMillis");
        assertRefused(() -> new TimeLimits(0, 0), "maxBehindMillis must be 1..");
        assertRefused(() -> new TimeLimits(0, HALF_CYCLE + 1), "maxBehindMillis");
        assertThat(new TimeLimits(0, HALF_CYCLE).maxBehindMillis()).isEqualTo(HALF_CYCLE);
    }

    private static void assertRefused(Runnable creation, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(creation::run)
                .withMessageContaining(message);
    }
}
