// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitTrackTest {

    private final LimitTrack track = new LimitTrack();
    private final List<Float> counted = new ArrayList<>();

    private LimitTrackTest see(int second, float... limits) {
        for (int i = 0; i < limits.length; i++) {
            EffectiveLimit seen = EpisodeRun.limit(limits[i], i);
            long time = (second + i) * 1_000L;
            EffectiveLimit counts = track.see(seen, time, SpeedingThresholds.DEFAULTS);
            counted.add(counts == null ? Float.NaN : counts.kmh());
        }
        return this;
    }

    @Test
    void theFirstLimitCountsWhenItHasHeld() {
        see(0, 50, 50, 50, 50, 50);

        assertThat(counted).containsExactly(Float.NaN, Float.NaN, Float.NaN, 50f, 50f);
    }

    @Test
    void aLowerLimitCountsWhenItHasHeld() {
        see(0, 70, 70, 70, 70, 50, 50, 50, 50, 50);

        assertThat(counted.subList(3, 9)).containsExactly(70f, 70f, 70f, 70f, 50f, 50f);
    }

    @Test
    void aHigherLimitIsGivenAtOnce() {
        see(0, 50, 50, 50, 50, 70, 70, 70, 70);

        assertThat(counted.subList(3, 8)).containsExactly(50f, 70f, 70f, 70f, 70f);
    }

    @Test
    void aLimitThatFlickersNeverCountsAgainstTheDriver() {
        see(0, 70, 70, 70, 70, 50, 70, 50, 50, 70, 30, 50, 30, 70);

        assertThat(counted.subList(3, 13)).containsOnly(70f);
    }

    @Test
    void atSlowSamplingTheSecondReportDecides() {
        see(0, 70, 70, 70, 70).see(100, 50).see(130, 50);

        assertThat(counted.subList(4, 6)).containsExactly(70f, 50f);
    }

    /** A road that crosses before a tunnel and one behind it do not make a limit that held. */
    @Test
    void aLimitDoesNotHoldOverATimeOfWhichNothingIsKnown() {
        see(0, 70, 70, 70, 70).see(100, 30).see(140, 30).see(141, 70);

        assertThat(counted.subList(4, 7)).containsOnly(70f);
    }

    @Test
    void afterATimeOfWhichNothingIsKnownALimitMustHoldAnew() {
        see(0, 70, 70, 70, 70).see(100, 50, 50).see(137, 50, 50, 50, 50);

        assertThat(counted.subList(4, 10)).containsExactly(70f, 70f, 70f, 70f, 70f, 50f);
    }

    @Test
    void aClockThatIsSetBackMakesNoTimeOfWhichSomethingIsKnown() {
        see(0, 70, 70, 70, 70).see(1_000, 50, 50);
        track.moveBack(900_000);
        see(140, 50);

        assertThat(counted.subList(4, 7)).containsOnly(70f);
    }

    @Test
    void aClockThatIsSetBackLeavesWhatWasSeen() {
        see(0, 70, 70, 70, 70).see(1_000, 50, 50);
        track.moveBack(900_000);
        see(103, 50);

        assertThat(counted.subList(4, 7)).containsExactly(70f, 70f, 50f);
    }

    @Test
    void whatIsNotKnownMayBeHigherThanAnything() {
        see(0, 50, 50, 50, 50, Float.NaN, Float.NaN, 30, 50);

        assertThat(counted.subList(3, 8)).containsExactly(50f, Float.NaN, Float.NaN, 50f, 50f);
    }

    @Test
    void noLimitIsTheHighestOfAll() {
        float none = Float.POSITIVE_INFINITY;
        see(0, none, none, none, none, 100, 100, 100, 100);

        assertThat(counted.subList(3, 8)).containsExactly(none, none, none, none, 100f);
    }

    @Test
    void anEstimateCountsAsTheThresholdsSay() {
        EffectiveLimit estimate =
                new LimitReader(Roads.of(Roads.estimated(50, 70, 0.85f)).network())
                        .read(0, VehicleClass.UNKNOWN, 0);

        assertThat(with(0).counting(estimate)).isNaN();
        assertThat(with(1).counting(estimate)).isEqualTo(70);
        assertThat(with(2).counting(estimate)).isEqualTo(50);
    }

    @Test
    void anUnsureLimitDoesNotCount() {
        EffectiveLimit unsure =
                new LimitReader(Roads.of(Roads.estimated(50, 70, 0.75f)).network())
                        .read(0, VehicleClass.UNKNOWN, 0);

        assertThat(with(2).counting(unsure)).isNaN();
        // Its upper bound is surer than itself.
        assertThat(with(1).counting(unsure)).isEqualTo(70);
    }

    private static SpeedingThresholds with(double inferred) {
        return SpeedingThresholds.DEFAULTS.with(Map.of(SpeedingThresholds.INFERRED, inferred));
    }
}
