// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RngTest {

    private static final long[] GOLDEN = {
        -4616330145664149646L, 6869446166584666695L, 691636233962536881L
    };
    private static final double GOLDEN_GAUSSIAN = 1.3542313964276624;

    @Test
    void theSequenceOfASeedNeverChanges() {
        Rng rng = new Rng(1);
        assertThat(new long[] {rng.nextLong(), rng.nextLong(), rng.fork("x").nextLong()})
                .containsExactly(GOLDEN);
        assertThat(new Rng(1).gaussian()).isEqualTo(GOLDEN_GAUSSIAN);
    }

    @Test
    void aForkIsTheSameHoweverMuchWasDrawn() {
        Rng rng = new Rng(5);
        long before = rng.fork(3).nextLong();
        rng.nextLong();
        assertThat(rng.fork(3).nextLong()).isEqualTo(before).isNotEqualTo(rng.fork(4).nextLong());
    }

    @Test
    void gaussiansHaveMeanZeroAndDeviationOne() {
        Rng rng = new Rng(9);
        double sum = 0;
        double squares = 0;
        int n = 20_000;
        for (int i = 0; i < n; i++) {
            double value = rng.gaussian();
            sum += value;
            squares += value * value;
        }
        assertThat(sum / n).isCloseTo(0, within(0.03));
        assertThat(squares / n).isCloseTo(1, within(0.03));
    }

    @Test
    void rotationsKeepLengths() {
        Rng rng = new Rng(2);
        for (int i = 0; i < 100; i++) {
            double[] v = {1, -2, 3};
            Rotation.random(rng).apply(v);
            assertThat(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]).isCloseTo(14, within(1e-9));
        }
    }
}
