// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedingTruthTest {

    /** Speeds, each for some seconds, under one limit. */
    private static SpeedingTruth truth(double limit, double... speedsAndSeconds) {
        double[] speeds = new double[100_000];
        int n = 0;
        for (int i = 0; i < speedsAndSeconds.length; i += 2) {
            int to = n + (int) Math.round(speedsAndSeconds[i + 1] / RoadDrive.STEP);
            Arrays.fill(speeds, n, to, speedsAndSeconds[i]);
            n = to;
        }
        double[] limits = new double[n];
        Arrays.fill(limits, limit);
        return SpeedingTruth.of(Arrays.copyOf(speeds, n), limits);
    }

    @Test
    void anEpisodeHasStartEndPeakAndLimit() {
        List<Speeding> episodes = truth(50, 48, 30, 62, 10, 64, 10, 48, 30).episodes();
        assertThat(episodes).hasSize(1);
        Speeding episode = episodes.get(0);
        assertThat(episode.start()).isCloseTo(30, within(1e-6));
        assertThat(episode.end()).isCloseTo(49.9, within(1e-6));
        assertThat(episode.duration()).isCloseTo(19.9, within(1e-6));
        assertThat(episode.peakExcess()).isEqualTo(14);
        assertThat(episode.limit()).isEqualTo(50);
        assertThat(episode.band()).isEqualTo(SpeedingBand.MINOR);
    }

    @Test
    void theToleranceIsTenKilometresPerHourAndTenPercent() {
        assertThat(truth(50, 60, 60).episodes()).isEmpty();
        assertThat(truth(50, 60.1, 60).episodes()).hasSize(1);
        assertThat(truth(130, 142, 60).episodes()).isEmpty();
        assertThat(truth(130, 143.1, 60).episodes()).hasSize(1);
    }

    @Test
    void lessThanTenSecondsAreForgiven() {
        assertThat(truth(50, 40, 10, 70, 9.9, 40, 10).episodes()).isEmpty();
        assertThat(truth(50, 40, 10, 70, 10.2, 40, 10).episodes()).hasSize(1);
    }

    @Test
    void gapsOfFiveSecondsAreBridged() {
        assertThat(truth(50, 70, 12, 55, 4.9, 70, 12, 40, 9).episodes()).hasSize(1);
        assertThat(truth(50, 70, 12, 55, 5.1, 70, 12, 40, 9).episodes()).hasSize(2);
        assertThat(truth(50, 70, 6, 55, 3, 70, 6, 40, 9).episodes()).hasSize(1);
    }

    @Test
    void aBandNeedsNumberAndShareForThreeSeconds() {
        assertThat(truth(50, 65.9, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.MINOR);
        assertThat(truth(50, 66, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.MAJOR);
        assertThat(truth(100, 124, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.MINOR);
        assertThat(truth(100, 125, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.MAJOR);
        assertThat(truth(100, 139, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.MAJOR);
        assertThat(truth(100, 140, 30).episodes().get(0).band()).isEqualTo(SpeedingBand.SEVERE);
        assertThat(truth(50, 62, 30, 90, 2.8, 62, 9).episodes().get(0).band())
                .isEqualTo(SpeedingBand.MINOR);
        assertThat(truth(50, 62, 30, 90, 3.2, 62, 9).episodes().get(0).band())
                .isEqualTo(SpeedingBand.SEVERE);
    }

    @Test
    void noLimitAndAnUnknownOneAreNeverExceeded() {
        assertThat(truth(Double.POSITIVE_INFINITY, 250, 60).episodes()).isEmpty();
        assertThat(truth(Double.NaN, 250, 60).episodes()).isEmpty();
        assertThat(truth(Double.NaN, 250, 60).isClear()).isTrue();
    }

    @Test
    void whatIsNearAThresholdIsNotClear() {
        assertThat(truth(50, 48, 60, 64.2, 20, 48, 60).isClear()).as("minor").isTrue();
        assertThat(truth(50, 48, 60).isClear()).as("nothing").isTrue();
        assertThat(truth(50, 48, 60, 63, 20, 48, 60).isClear()).as("hardly above").isFalse();
        assertThat(truth(50, 48, 60, 58, 20, 48, 60).isClear()).as("hardly below").isFalse();
        assertThat(truth(50, 48, 60, 64.2, 12, 48, 60).isClear()).as("short").isFalse();
        assertThat(truth(50, 48, 60, 65, 20, 48, 60).isClear()).as("nearly major").isFalse();
        assertThat(truth(50, 48, 60, 70, 5, 48, 60).isClear()).as("nearly long").isFalse();
    }
}
