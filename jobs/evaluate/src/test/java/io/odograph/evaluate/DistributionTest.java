// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DistributionTest {

    @Test
    void theMedianOfAnEvenCountIsBetweenTheTwoInTheMiddle() {
        assertThat(Distribution.of(4, 1, 3, 2)).isEqualTo(new Distribution(4, 2.5, 4));
    }

    @Test
    void thePercentileIsTheNearestRank() {
        double[] numbers = new double[100];
        for (int i = 0; i < 100; i++) {
            numbers[i] = i + 1;
        }

        assertThat(Distribution.of(numbers).p95()).isEqualTo(95);
    }

    @Test
    void unknownNumbersDoNotCount() {
        Distribution known = Distribution.of(List.of(Double.NaN, 2.0, 1.0, 3.0), v -> v);

        assertThat(known).isEqualTo(new Distribution(3, 2, 3));
        assertThat(Distribution.of().median()).isNaN();
    }
}
