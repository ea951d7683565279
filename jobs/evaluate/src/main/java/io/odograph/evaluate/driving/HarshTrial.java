// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.udfs.motion.HarshDetector;
import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshSource;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.motion.HarshTrack;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/** Shows one drive to the detector, by one kind of sensor. */
final class HarshTrial {

    /** What came of it. */
    record Outcome(HarshScore score, MountScore mount, double kilometres) {}

    /** Length of a drive, s. */
    private static final int SECONDS = 45 * 60;

    /** Within so much driving a mount is to be learned, s. */
    private static final int LEARNS_WITHIN = 15 * 60;

    private final TrueDrive drive;
    private final SensedDrive sensed;
    private final Mounting mounting;
    private final Reports reports;
    private final HarshTrack track = new HarshTrack();
    private final boolean[] usable = new boolean[SECONDS];
    private final List<HarshEvent> told = new ArrayList<>();

    private HarshTrial(long seed, int number, SensedDrive sensed) {
        Rng rng = new Rng(seed).fork(number);
        drive = DriveMaker.make(rng.fork("drive"), SECONDS);
        this.sensed = sensed;
        mounting = new Mounting(rng.fork("mounting"), number);
        Rng own = rng.fork(sensed.toString());
        reports = new Reports(drive, sensed, mounting, own, number);
    }

    /** Runs a drive of a number, which is the same by every sensor. */
    static Outcome run(long seed, int number, SensedDrive sensed) {
        return new HarshTrial(seed, number, sensed).run();
    }

    private Outcome run() {
        HarshDetector detector = new HarshDetector(HarshThresholds.DEFAULTS);
        MotionTrack motion = new MotionTrack();
        List<Double> minutes = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        boolean device = sensed.source() == HarshSource.DEVICE_IMU;
        int driven = 0;
        boolean known = false;
        for (int second = 0; second < SECONDS; second++) {
            for (Telemetry record : reports.second(second)) {
                float speed = motion.speed(record);
                motion.remember(record);
                detector.accept(track, record, speed, motion.source(record), null, told::add);
            }
            boolean learned = track.mount.learned && !mounting.isHandled(second);
            usable[second] = !device || learned;
            if (second == mounting.changes()) {
                driven = 0;
                known = false;
            }
            boolean fresh = second < mounting.changes() || second > mounting.settled() + 60;
            if (device && learned && !known && fresh) {
                known = true;
                minutes.add(driven / 60.0);
            }
            boolean moves = drive.speed()[second * TrueDrive.RATE] > Units.kmh(5);
            driven += moves ? 1 : 0;
            if (device && moves && driven == LEARNS_WITHIN) {
                errors.add(
                        learned ? mounting.error(track.mount, second) : Double.POSITIVE_INFINITY);
            }
        }
        detector.end(track, null, told::add);
        return new Outcome(score(), new MountScore(minutes, errors), drive.kilometres());
    }

    /** Of a loose device the times count at which it is known how it lies. */
    private HarshScore score() {
        List<TrueEvent> truth = new ArrayList<>();
        for (TrueEvent event : TrueEvent.of(drive)) {
            boolean counts = isUsable(event);
            truth.add(
                    new TrueEvent(
                            event.kind(),
                            event.from(),
                            event.to(),
                            event.grade(),
                            event.certain() && counts));
        }
        List<HarshEvent> counted =
                told.stream()
                        .filter(
                                event ->
                                        sensed.source() != HarshSource.DEVICE_IMU
                                                || event.source() == HarshSource.DEVICE_IMU
                                                || isUsable(event.start()))
                        .toList();
        return HarshScore.of(truth, counted);
    }

    private boolean isUsable(TrueEvent event) {
        int from = Math.max(0, (int) event.from() - 7);
        int to = Math.min(SECONDS - 1, (int) event.to() + 3);
        for (int second = from; second <= to; second++) {
            if (!usable[second]) {
                return false;
            }
        }
        return true;
    }

    private boolean isUsable(long time) {
        int second = (int) ((time - Reports.DEPARTURE) / 1000);
        return usable[Math.max(0, Math.min(SECONDS - 1, second))];
    }
}
