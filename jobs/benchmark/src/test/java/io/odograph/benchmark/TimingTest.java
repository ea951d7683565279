// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimingTest {

    @Test
    void aRatioComparesRoundWithRound() {
        // The machine was half as fast for a while.
        Timing one = new Timing(new double[] {100, 50, 52}, 0, 1);
        Timing other = new Timing(new double[] {10, 5, 5}, 0, 1);

        assertThat(one.over(other)).isEqualTo(10);
        assertThat(one.median()).isEqualTo(52);
        assertThat(one.least()).isEqualTo(50);
        assertThat(one.most()).isEqualTo(100);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleOnes() {
        assertThat(Timing.median(4, 1, 3, 2)).isEqualTo(2.5);
    }
}
