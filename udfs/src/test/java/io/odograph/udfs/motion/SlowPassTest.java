// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlowPassTest {

    /** Largest that comes out of a sine of a frequency once it has settled. */
    private static double gain(double hertz, int millis) {
        SlowPass filter = new SlowPass();
        double largest = 0;
        for (int time = 0; time < 40_000; time += millis) {
            float out =
                    filter.next((float) StrictMath.sin(2 * Math.PI * hertz * time / 1000), millis);
            largest = time > 20_000 ? Math.max(largest, out) : largest;
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 100})
    void itLetsPassWhatADriverDoesAndNotWhatTheRoadDoes(int millis) {
        assertThat(gain(0.2, millis)).isCloseTo(1, within(0.03));
        assertThat(gain(0.5, millis)).isCloseTo(0.945, within(0.015));
        assertThat(gain(1.2, millis)).isBetween(0.67, 0.71);
        assertThat(gain(4.1, millis)).isLessThan(0.06);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 40, 100, 250})
    void aStepComesOutLateByTheDelayAndWithoutOvershoot(int millis) {
        SlowPass filter = new SlowPass();
        filter.settle(0);
        double largest = 0;
        double area = 0;
        for (int time = millis; time < 5_000; time += millis) {
            float out = filter.next(1, millis);
            largest = Math.max(largest, out);
            area += (1 - out) * millis;
        }

        assertThat(largest).isLessThan(millis <= 40 ? 1.012 : millis <= 100 ? 1.03 : 1.1);
        assertThat(area).isCloseTo(SlowPass.DELAY, within(1.0));
    }

    @Test
    void itStaysWhereItSettled() {
        SlowPass filter = new SlowPass();
        filter.settle(3);

        assertThat(filter.next(3, 10)).isEqualTo(3);
        assertThat(filter.next(3, 250)).isCloseTo(3, within(1e-5f));
    }

    @Test
    void theTimeBetweenSamplesMayChange() {
        SlowPass even = new SlowPass();
        SlowPass uneven = new SlowPass();
        float last = 0;
        float other = 0;
        for (int i = 0; i < 60; i++) {
            last = even.next(1, 10);
        }
        for (int i = 0; i < 20; i++) {
            other = uneven.next(1, i % 2 == 0 ? 10 : 50);
        }

        assertThat(other).isCloseTo(last, within(0.05f));
    }
}
