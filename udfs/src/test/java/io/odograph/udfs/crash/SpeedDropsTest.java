// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedDropsTest {

    private static List<Evidence> drops(Drive drive) {
        SpeedTrack track = new SpeedTrack();
        List<Evidence> found = new ArrayList<>();
        for (Telemetry record : drive.records()) {
            Evidence drop = SpeedDrops.accept(track, record, CrashThresholds.DEFAULTS);
            if (drop != null) {
                found.add(drop);
            }
        }
        return found;
    }

    private static Drive at(double speed) {
        return at(speed, 1_000);
    }

    private static Drive at(double speed, long period) {
        return Drive.of("car").every(period).driving(speed, 10);
    }

    @ParameterizedTest
    @CsvSource({"200, 0, 1000", "120, 0, 1000", "120, 30, 100", "60, 0, 50", "90, 0, 2000"})
    void brakingUpToTheLimitNeverIs(double from, double to, long period) {
        for (double g = 0.2; g <= 1.1; g += 0.1) {
            Drive wheel = at(from, period).braking(from, to, g).driving(to, 20);
            Drive gnss = at(from, period).gnss().braking(from, to, g).driving(to, 20);

            assertThat(drops(wheel)).as("%s g", g).isEmpty();
            assertThat(drops(gnss)).as("%s g", g).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLossThatBrakingDoesNotExplainIsFound(boolean gnss) {
        Drive drive = gnss ? at(70).gnss() : at(70);
        drive.driving(70, 5).driving(5, 1).resting(10);

        assertThat(drops(drive)).hasSize(1);
        Evidence drop = drops(drive).get(0);
        assertThat(drop.kind()).isEqualTo(EvidenceKind.SPEED_DROP);
        assertThat(drop.value()).isCloseTo(65, within(1e-3));
        assertThat(drop.time()).isEqualTo(Drive.START + 15_000);
    }

    @Test
    void belowTheSpeedOfAnImpactNothingIsFound() {
        assertThat(drops(at(23, 100).resting(10))).isEmpty();
        assertThat(drops(at(25, 100).resting(10))).hasSize(1);
    }

    @Test
    void aFlickerAtAHighRateIsNoLoss() {
        assertThat(drops(at(60, 50).driving(55, 10))).isEmpty();
        assertThat(drops(at(60, 50).driving(51, 10))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aDropoutOfTheWheelSpeedIsNone(int seconds) {
        assertThat(drops(at(80).placed(false).resting(seconds).driving(80, 20))).isEmpty();
        assertThat(drops(at(80).resting(seconds).driving(75, 20))).isEmpty();
    }

    @Test
    void aWheelSpeedOfZeroWhileThePositionMovesOnIsNone() {
        Drive drive = at(80);
        for (int i = 0; i < 20; i++) {
            // The position moves with what is said to be driven, the speed does not.
            drive.driving(80, 1);
        }
        List<Telemetry> records = new ArrayList<>(drive.records());
        SpeedTrack track = new SpeedTrack();
        Drive stands = Drive.of("car").driving(80, 10).resting(20);
        for (int i = 0; i < records.size(); i++) {
            Telemetry moved = Drive.withMotion(records.get(i), stands.records().get(i).motion());
            assertThat(SpeedDrops.accept(track, moved, CrashThresholds.DEFAULTS)).isNull();
        }
        assertThat(drops(stands)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0})
    void aFixThatIsHeldWhileTheVehicleBrakesIsNone(int age) {
        Drive drive = at(100).gnss().fix(FixType.THREE_D, age).driving(100, 5);
        drive.held().driving(100, 4).found().fix(FixType.THREE_D, age).driving(5, 1).resting(20);

        assertThat(drops(drive)).isEmpty();
    }

    @Test
    void anOldSpeedAtRestIsNotALossNow() {
        Drive drive = at(100).gnss().fix(FixType.THREE_D, 0).driving(100, 5);
        // Stands, and says so with a fix that is a moment old, then with an older one.
        drive.fix(FixType.THREE_D, 1_600).resting(20);

        assertThat(drops(drive)).isEmpty();
    }

    @Test
    void aLostSignalWithSpeedZeroIsNone() {
        Drive frozen = at(100).gnss().fix(FixType.UNKNOWN, -1).driving(100, 5);
        assertThat(drops(frozen.held().resting(30).found().driving(100, 5))).isEmpty();

        Drive unfixed = at(100).gnss().driving(100, 5).fix(FixType.NONE, -1).resting(30);
        assertThat(drops(unfixed)).isEmpty();

        Drive nowhere = at(100).gnss().driving(100, 5).placed(false).resting(30);
        assertThat(drops(nowhere)).isEmpty();
    }

    @Test
    void aWreckMayRollButNotDriveOn() {
        assertThat(drops(at(80).driving(10, 2).driving(18, 2).driving(3, 5))).hasSize(1);
        assertThat(drops(at(80).driving(10, 2).driving(21, 2).driving(3, 5))).isEmpty();
    }

    @Test
    void afterASilenceBrakingExplainsAnyLoss() {
        assertThat(drops(at(80).after(5_000).resting(20))).isEmpty();
    }

    @Test
    void theSameLossIsFoundOnce() {
        assertThat(drops(at(80).resting(60))).hasSize(1);
        assertThat(drops(at(80).resting(20).driving(10, 5).driving(80, 5).resting(20))).hasSize(2);
    }

    /** Receivers err; three standard deviations of both speeds are no loss. */
    @Property(tries = 200)
    void noiseIsNone(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Drive drive = Drive.of("car").gnss();
        for (double speed = 60; drive.records().size() < 300; ) {
            speed = Math.max(0, Math.min(130, speed + (random.nextDouble() - 0.5) * 20));
            double error = 2.3 * random.nextGaussian();
            drive.driving(Math.max(0, speed + Math.max(-5, Math.min(5, error))), 1);
        }

        assertThat(drops(drive)).isEmpty();
    }

    @Test
    void aSpeedThatHangsOnAnOldFixDoesNotTellOfNow() {
        assertThat(current(at(60).gnss().fix(FixType.THREE_D, 3_000).driving(60, 1))).isEqualTo(60);
        assertThat(current(at(60).gnss().fix(FixType.THREE_D, 3_001).driving(60, 1))).isNaN();
        assertThat(current(at(60).fix(FixType.THREE_D, 3_001).driving(60, 1))).isEqualTo(60);
    }

    @Test
    void aSpeedThatIsRepeatedDoesNotTellForLong() {
        Drive repeats = at(60).gnss().fix(FixType.THREE_D, -1).driving(60, 2).held();
        assertThat(current(repeats.driving(60, 3))).isEqualTo(60);
        assertThat(current(repeats.driving(60, 2))).isNaN();
        assertThat(current(repeats.found().driving(60, 1))).isEqualTo(60);

        Drive stands = at(60).gnss().fix(FixType.THREE_D, -1).resting(1).held().resting(30);
        assertThat(current(stands)).isZero();
        assertThat(current(at(60).gnss().fix(FixType.NONE, -1).driving(60, 5))).isNaN();
        assertThat(current(at(60).fix(FixType.NONE, -1).driving(60, 5))).isEqualTo(60);
        assertThat(current(at(60).gnss().placed(false).driving(60, 9))).isEqualTo(60);
    }

    private static float current(Drive drive) {
        SpeedTrack track = new SpeedTrack();
        float current = Float.NaN;
        for (Telemetry record : drive.records()) {
            current = SpeedDrops.current(track, record);
            SpeedDrops.accept(track, record, CrashThresholds.DEFAULTS);
        }
        return current;
    }
}
