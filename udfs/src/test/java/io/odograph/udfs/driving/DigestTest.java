// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.motion.HarshSource;
import io.odograph.udfs.trip.TripEnd;
import io.odograph.udfs.trip.TripFacts;
import org.junit.jupiter.api.Test;

/**
 * What was told before a restart is compared with what is told after it: the same facts must have
 * the same digest in every process.
 */
class DigestTest {

    @Test
    void ofAHarshEvent() {
        HarshEvent event =
                new HarshEvent(
                        HarshKind.BRAKING,
                        HarshGrade.SEVERE,
                        HarshSource.WHEEL_SPEED,
                        1_000,
                        2_000,
                        5,
                        3.2f,
                        60,
                        20,
                        Float.NaN,
                        494_100_000,
                        86_900_000,
                        0.7f);

        assertThat(Digest.of(DrivingOutput.of(event))).isEqualTo(-8007715821925249958L);
    }

    @Test
    void ofATrip() {
        TripFacts trip =
                new TripFacts(1, 2, TripEnd.GAP, 3, 4, 5, 6, 7, totals(), "trip", "driver");

        assertThat(Digest.of(DrivingOutput.of(trip))).isEqualTo(-9138829721658047071L);
    }

    @Test
    void ofAWindow() {
        WindowFacts window = new WindowFacts(new WindowSize(15), 0, 900_000, "UTC", totals());

        assertThat(Digest.of(DrivingOutput.of(window))).isEqualTo(-7461503272315408790L);
    }

    private static DrivingTotals totals() {
        DrivingTotals totals = new DrivingTotals();
        totals.distance = 1_234_567;
        totals.moving = 89_000;
        totals.harsh[3] = 2;
        totals.maxSpeed = 88.5f;
        totals.speeds = SpeedSketch.add(totals.speeds, new float[] {50}, new int[] {1_000}, 1);
        return totals;
    }
}
