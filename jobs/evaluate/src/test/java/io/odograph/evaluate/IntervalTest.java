// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    /** Newcombe, Statistics in Medicine 17 (1998), table I, method 3. */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662",
        "15, 148, 0.0624, 0.1605",
        "0, 20, 0, 0.1611",
        "1, 29, 0.0061, 0.1718",
        "29, 29, 0.8830, 1"
    })
    void wilsonsIntervalHasItsPublishedValues(long hits, long trials, double low, double high) {
        Interval interval = Interval.wilson(hits, trials);

        assertThat(interval.low()).isCloseTo(low, within(0.00006));
        assertThat(interval.high()).isCloseTo(high, within(0.00006));
    }

    @Test
    void withoutTrialsAShareMayBeAnything() {
        assertThat(Interval.wilson(0, 0)).isEqualTo(new Interval(0, 1));
    }

    /** Garwood, Biometrika 28 (1936); half the quantiles of the chi-square distribution. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 3.6889",
        "1, 0.0253, 5.5716",
        "10, 4.7954, 18.3904",
        "100, 81.3640, 121.6268"
    })
    void theIntervalOfACountIsTheExactOne(long count, double low, double high) {
        Interval interval = Interval.poisson(count);

        assertThat(interval.low()).isCloseTo(low, within(0.0001));
        assertThat(interval.high()).isCloseTo(high, within(0.0001));
    }

    @Test
    void anIntervalScales() {
        assertThat(Interval.poisson(0).times(0.5).high()).isCloseTo(1.8444, within(0.0001));
    }
}
