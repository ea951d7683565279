// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.evaluate.EvaluateCommand;
import io.odograph.simulator.math.Rng;
import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.motion.HarshSource;
import io.odograph.udfs.motion.MountTrack;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrivingEvaluationTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new EvaluateCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));

    private static HarshEvent told(HarshKind kind, double from, double to, HarshGrade grade) {
        return new HarshEvent(
                kind,
                grade,
                HarshSource.VEHICLE_IMU,
                Reports.DEPARTURE + Math.round(1000 * from),
                Reports.DEPARTURE + Math.round(1000 * to),
                4,
                3,
                50,
                40,
                5,
                0,
                0,
                1);
    }

    private static TrueDrive still(double[] along) {
        double[] zeros = new double[along.length];
        return new TrueDrive(along, zeros, zeros, zeros, zeros, zeros, zeros, zeros, zeros);
    }

    /** A plateau of braking, long enough that the low-pass reaches it. */
    private static double[] plateau(int seconds, double... strengths) {
        double[] along = new double[seconds * TrueDrive.RATE];
        for (int k = 0; k < strengths.length; k++) {
            for (int i = 0; i < 3 * TrueDrive.RATE; i++) {
                along[(10 + 20 * k) * TrueDrive.RATE + i] = strengths[k];
            }
        }
        return along;
    }

    @Test
    void theTruthHasABandThatCountsNeitherWay() {
        double threshold = 0.33 * 9.80665;

        List<TrueEvent> events =
                TrueEvent.of(
                        still(
                                plateau(
                                        100,
                                        -1.15 * threshold,
                                        -threshold,
                                        -0.85 * threshold,
                                        -2 * threshold)));

        assertThat(events).extracting(TrueEvent::kind).containsOnly(HarshKind.BRAKING);
        assertThat(events).extracting(TrueEvent::certain).containsExactly(true, false, true);
        assertThat(events.get(2).grade()).isEqualTo(HarshGrade.EXTREME);
        assertThat(events.get(0).from()).isCloseTo(10.2, within(0.3));
        assertThat(events.get(0).to()).isCloseTo(12.8, within(0.3));
    }

    @Test
    void theLowPassIsNeitherLateNorWeak() {
        double[] sine = new double[4000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = StrictMath.sin(2 * Math.PI * i / TrueDrive.RATE);
        }

        double[] filtered = TwoSided.filter(sine);

        for (int i = 1000; i < 3000; i++) {
            assertThat(filtered[i]).isCloseTo(0.707 * sine[i], within(0.01));
        }
    }

    @Test
    void whatIsToldTwiceIsOnceWrong() {
        TrueEvent brake = new TrueEvent(HarshKind.BRAKING, 10, 12, HarshGrade.SEVERE, true);
        TrueEvent missed = new TrueEvent(HarshKind.BRAKING, 50, 52, HarshGrade.HARSH, true);
        TrueEvent either = new TrueEvent(HarshKind.CORNERING_LEFT, 70, 72, HarshGrade.HARSH, false);

        HarshScore score =
                HarshScore.of(
                        List.of(brake, missed, either),
                        List.of(
                                told(HarshKind.BRAKING, 10.5, 11.5, HarshGrade.HARSH),
                                told(HarshKind.BRAKING, 11.8, 12.5, HarshGrade.SEVERE),
                                told(HarshKind.CORNERING_LEFT, 70, 71, HarshGrade.HARSH),
                                told(HarshKind.CORNERING_RIGHT, 70, 71, HarshGrade.HARSH)));

        assertThat(score.all()).isEqualTo(new HarshScore.Share(2, 1));
        assertThat(score.severe()).isEqualTo(new HarshScore.Share(1, 1));
        assertThat(score.told()).isEqualTo(3);
        assertThat(score.wrong()).isEqualTo(2);
        assertThat(score.rightGrade()).isZero();
        assertThat(score.precision()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void driversDoAllKindsOfThings() {
        TrueDrive drive = DriveMaker.make(new Rng(7), 1800);
        List<TrueEvent> truth = TrueEvent.of(drive);

        assertThat(drive.seconds()).isEqualTo(1800);
        assertThat(drive.kilometres()).isBetween(8.0, 40.0);
        for (HarshKind kind : HarshKind.values()) {
            assertThat(truth).extracting(TrueEvent::kind).contains(kind);
        }
        assertThat(truth).extracting(TrueEvent::certain).contains(true, false);
    }

    @Test
    void aReceiverRepeatsFixesAndIsLate() {
        TrueDrive drive = DriveMaker.make(new Rng(8), 1800);
        Receiver receiver = new Receiver(new Rng(9), 1);
        int repeated = 0;
        double last = Double.NaN;
        for (int second = 0; second < 1800; second++) {
            double latitude = receiver.second(drive, second).position().latitude();
            repeated += latitude == last ? 1 : 0;
            last = latitude;
        }

        assertThat(repeated).isBetween(10, 120);
    }

    @Test
    void everySecondHasItsRecordsAndItsSamples() {
        TrueDrive drive = DriveMaker.make(new Rng(7), 60);
        SensedDrive sensed = new SensedDrive(HarshSource.VEHICLE_IMU, 50, false);
        Mounting mounting = new Mounting(new Rng(1), 0);

        List<Telemetry> streamed = new Reports(drive, sensed, mounting, new Rng(2), 0).second(0);
        List<Telemetry> recorded = new Reports(drive, sensed, mounting, new Rng(2), 1).second(0);

        assertThat(streamed).hasSize(50);
        assertThat(streamed.get(49).eventTime()).isEqualTo(Reports.DEPARTURE + 1000);
        assertThat(recorded).hasSize(1);
        assertThat(recorded.get(0).imuBurst().x()).hasSize(50);
        assertThat(recorded.get(0).imuBurst().timeOf(49)).isEqualTo(Reports.DEPARTURE + 1000);
    }

    @Test
    void theErrorOfAMountIsTheLargerOfItsTwoAxes() {
        Mounting mounting = new Mounting(new Rng(3), 0);
        double[] forward = {1, 0, 0};
        double[] up = {0, StrictMath.sin(0.1), StrictMath.cos(0.1)};
        mounting.turn(forward, 0);
        mounting.turn(up, 0);
        MountTrack mount = new MountTrack();
        mount.forwardX = (float) forward[0];
        mount.forwardY = (float) forward[1];
        mount.forwardZ = (float) forward[2];
        mount.upX = (float) up[0];
        mount.upY = (float) up[1];
        mount.upZ = (float) up[2];

        assertThat(mounting.error(mount, 0)).isCloseTo(5.73, within(0.01));
    }

    @Test
    void theNumberOfThreadsChangesNoNumber() {
        assertThat(DrivingEvaluation.of(5, 2, 1)).isEqualTo(DrivingEvaluation.of(5, 2, 4));
    }

    @Test
    void itPrintsTheTablesAndWritesTheNumbers() throws Exception {
        Path json = folder.resolve("result.json");

        int code =
                command.execute(
                        "driving", "--drives", "2", "--seed", "3", "--json", json.toString());

        boolean met = !out.toString().contains("NOT MET");
        assertThat(code).isEqualTo(met ? 0 : 1);
        assertThat(out.toString())
                .contains("HARSH MANOEUVRES")
                .contains("HOW A LOOSE DEVICE LIES")
                .contains("FLOORS")
                .contains("IMU in device axes, 100 Hz");
        assertThat(Files.readString(json)).startsWith("{").contains("\"minutesToLearn\"");
    }

    @Test
    void whatItCannotDoIsWrongUsage() {
        assertThat(command.execute("driving", "--drives", "0")).isEqualTo(2);
        assertThat(command.execute("driving", "--threads", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--drives");
    }
}
