// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fixes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MotionTrackTest {

    private final MotionTrack track = new MotionTrack();
    private final List<Float> speeds = new ArrayList<>();
    private final List<Boolean> fresh = new ArrayList<>();

    private MotionTrackTest take(Drive drive) {
        for (Telemetry record : drive.records()) {
            float speed = track.speed(record);
            speeds.add(speed);
            fresh.add(track.freshPosition(record, speed) != null);
            track.remember(record);
        }
        return this;
    }

    @Test
    void freshReportsAreTakenAsTheyAre() {
        take(Drive.of("car").gnss().driving(60, 3));

        assertThat(speeds).containsOnly(60f);
        assertThat(fresh).containsOnly(true);
    }

    @Test
    void aFixThatIsSaidToBeOldIsNotUsedAndItsSpeedNeither() {
        take(Drive.of("car").gnss().fix(FixType.THREE_D, 2_000).driving(60, 2));

        assertThat(speeds).containsOnly(Float.NaN);
        assertThat(fresh).containsOnly(false);
    }

    @Test
    void theSpeedOfTheWheelsDoesNotHangOnTheFix() {
        take(Drive.of("car").fix(FixType.NONE, -1).driving(60, 2));

        assertThat(speeds).containsOnly(60f);
        assertThat(fresh).containsOnly(false);
    }

    @Test
    void aHeldPositionIsNotUsedWhileTheVehicleMoves() {
        take(Drive.of("car").fix(FixType.THREE_D, -1).driving(60, 2).held().driving(60, 2));

        assertThat(fresh).containsExactly(true, true, false, false);
        assertThat(speeds).containsOnly(60f);
    }

    @Test
    void aSatelliteSpeedThatIsHeldWithItsPositionIsNotUsed() {
        Drive drive = Drive.of("car").gnss().fix(FixType.THREE_D, -1).driving(60, 2);
        take(drive.held().driving(60, 1).driving(61, 1));

        assertThat(speeds).containsExactly(60f, 60f, Float.NaN, 61f);
        assertThat(fresh).containsExactly(true, true, false, false);
    }

    @Test
    void whoStandsHasAFreshPositionHoweverOftenItIsRepeated() {
        Drive drive = Drive.of("car").fix(FixType.THREE_D, -1).driving(20, 1).held();
        take(drive.resting(60).driving(5, 1).found().driving(10, 2));

        assertThat(fresh).containsOnly(true);
    }

    @Test
    void aPositionThatErrsByMoreThanRoadsAreApartIsNotUsed() {
        Telemetry record = Drive.of("car").driving(60, 1).records().get(0);

        assertThat(track.freshPosition(Fixes.withAccuracy(record, 100), 60)).isNotNull();
        assertThat(track.freshPosition(Fixes.withAccuracy(record, 101), 60)).isNull();
    }

    @Test
    void noughtDegreesNorthAndEastIsNoPlace() {
        Telemetry record = Drive.of("car").driving(60, 1).records().get(0);

        assertThat(track.freshPosition(Fixes.at(record, 0, 0), 60)).isNull();
        assertThat(track.freshPosition(Fixes.at(record, 0, 9), 60)).isNotNull();
    }

    @Test
    void theSpeedOfTheWheelsComesBeforeThatOfSatellites() {
        Drive mixed = Drive.of("car").every(500).placed(false).driving(62, 1);
        take(mixed.gnss().driving(60, 2));

        // Two of the wheels, then two within a second of the last of them, then two after it.
        assertThat(speeds).containsExactly(62f, 62f, 62f, 62f, 60f, 60f);
        assertThat(track.source(mixed.records().get(5))).isEqualTo(SpeedSource.GNSS);
        assertThat(track.source(mixed.records().get(3))).isEqualTo(SpeedSource.WHEEL);
    }
}
