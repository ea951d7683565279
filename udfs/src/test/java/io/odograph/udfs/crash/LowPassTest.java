// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LowPassTest {

    /** Two passes of a two-pole Butterworth filter: 1 / (1 + (f/fd)^4), bilinear in frequency. */
    private static double response(double f, double cutOff, double rate) {
        double ratio = Math.tan(Math.PI * f / rate) / Math.tan(Math.PI * cutOff / rate);
        return 1 / (1 + Math.pow(ratio / 1.2465, 4));
    }

    /** Amplitude of what is left of a sine of amplitude 1, away from both ends. */
    private static double left(double f, double rate) {
        double[] sine = new double[(int) (20 * rate)];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = Math.sin(2 * Math.PI * f * i / rate + 0.3);
        }
        double[] filtered = LowPass.filter(sine, rate);
        double squares = 0;
        int from = sine.length / 4;
        int to = 3 * sine.length / 4;
        for (int i = from; i < to; i++) {
            squares += filtered[i] * filtered[i];
        }
        return Math.sqrt(2 * squares / (to - from));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1000", "50, 1000", "100, 1000", "200, 1000", "400, 1000", "100, 3200", "300, 3200",
        "5, 100", "20, 100", "40, 100", "45, 100", "2, 20", "8, 20", "9, 20"
    })
    void theResponseIsTheAnalyticOne(double f, double rate) {
        double cutOff = Math.min(100, 0.4 * rate);

        assertThat(left(f, rate)).isCloseTo(response(f, cutOff, rate), within(0.003));
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, 50, 100, 198, 400, 1_000, 3_200})
    void threeDecibelsAreLostAtTheCutOff(double rate) {
        double cutOff = Math.min(100, 0.4 * rate);

        assertThat(left(cutOff, rate)).isCloseTo(Math.sqrt(0.5), within(0.005));
    }

    @Test
    void whatIsConstantPassesAndNothingIsShifted() {
        double[] step = new double[400];
        double[] constant = new double[400];
        for (int i = 0; i < 400; i++) {
            step[i] = i < 200 ? 0 : 1;
            constant[i] = 7;
        }

        assertThat(LowPass.filter(constant, 1_000)).containsExactly(constant, within(1e-9));
        double[] filtered = LowPass.filter(step, 1_000);
        for (int i = 0; i < 200; i++) {
            assertThat(filtered[199 - i]).isCloseTo(1 - filtered[200 + i], within(1e-6));
        }
        assertThat(step[199]).isZero();
    }

    @Test
    void oneSampleStays() {
        assertThat(LowPass.filter(new double[] {3}, 100)[0]).isCloseTo(3, within(1e-9));
    }
}
