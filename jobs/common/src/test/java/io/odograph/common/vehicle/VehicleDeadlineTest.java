// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import static io.odograph.common.vehicle.VehicleHarness.DAY;
import static io.odograph.common.vehicle.VehicleHarness.DISORDER;
import static io.odograph.common.vehicle.VehicleHarness.MAX_WAIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Deadlines of a detector: told by the next record or by a timer, with the same result. */
class VehicleDeadlineTest {

    private static final long PATIENCE = 10_000;

    private final List<Telemetry> drive = Drive.of("car").driving(50, 60).records();
    private VehicleHarness<Silence> harness;

    @BeforeEach
    void open() throws Exception {
        harness = VehicleHarness.open(new TellSilence(), Silence.class);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theNextRecordTellsTheSilenceBeforeItself() throws Exception {
        harness.send(drive.get(0), drive.get(1), drive.get(2), drive.get(30), drive.get(31));
        harness.watermark(Long.MAX_VALUE);

        assertThat(harness.edges())
                .containsExactly(
                        "0",
                        "1",
                        "2",
                        "silent until " + due(2),
                        "30",
                        "31",
                        "silent until " + due(31));
    }

    @Test
    void theTimerTellsWhatTheNextRecordWould() throws Exception {
        harness.send(drive.get(0), drive.get(1), drive.get(2));
        harness.watermark(due(2) + MAX_WAIT + DISORDER);
        assertThat(harness.edges()).containsExactly("0", "1", "2");
        harness.watermark(due(2) + MAX_WAIT + DISORDER + 1);
        assertThat(harness.edges()).containsExactly("0", "1", "2", "silent until " + due(2));

        harness.send(drive.get(30), drive.get(31));
        harness.watermark(Long.MAX_VALUE);
        List<String> byTimer = harness.edges();
        close();
        open();
        harness.send(drive.get(0), drive.get(1), drive.get(2), drive.get(30), drive.get(31));
        harness.watermark(Long.MAX_VALUE);
        assertThat(harness.edges()).isEqualTo(byTimer);
    }

    @Test
    void aRecordAtTheDeadlineBreaksTheSilenceAndOneBehindItDoesNot() throws Exception {
        harness.send(drive.get(0), Drive.receivedAt(drive.get(1), due(0)));
        harness.send(Drive.receivedAt(drive.get(2), due(0) + PATIENCE + 1));

        assertThat(harness.edges())
                .containsExactly("0", "1", "silent until " + (due(0) + PATIENCE), "2");
    }

    @Test
    void theSilenceIsToldByNoMoreThanOneTimer() throws Exception {
        for (int i = 0; i < 60; i++) {
            harness.send(drive.get(i));
            harness.watermark(drive.get(i).receivedAt());
            // That of the retention, and that of the first record's wait.
            assertThat(harness.timers()).isLessThanOrEqualTo(3);
        }
        assertThat(harness.edges()).hasSize(60).noneMatch(e -> e.startsWith("silent"));
    }

    @Test
    void aDeadlineThatComesNearerIsToldInItsTime() throws Exception {
        Telemetry standing = Drive.of("car").driving(50, 2).resting(3).records().get(4);
        harness.send(Drive.of("car").driving(50, 2).resting(3).records().toArray(Telemetry[]::new));
        long nearer = standing.receivedAt() + PATIENCE / 2;
        harness.watermark(nearer + MAX_WAIT + DISORDER + 1);

        assertThat(harness.edges()).endsWith("4", "silent until " + nearer);
        assertThat(harness.timers()).as("that of the retention").isEqualTo(1);
    }

    @Test
    void recordsThatWaitInTheClockComeBeforeTheSilence() throws Exception {
        harness.send(drive.get(0));
        // Received at the last moment, and its predecessor is missing.
        Telemetry ahead = Drive.receivedAt(drive.get(2), due(0));
        harness.send(ahead);
        harness.watermark(due(0) + MAX_WAIT + DISORDER + 1);

        assertThat(harness.edges()).containsExactly("0", "2");
    }

    @Test
    void recordsThatWaitComeFirstAlsoWhereTheWatermarkIsAhead() throws Exception {
        harness.send(drive.get(0));
        long ahead = due(0) + MAX_WAIT + DISORDER - 5;
        harness.watermark(ahead);
        harness.send(Drive.receivedAt(drive.get(2), drive.get(1).receivedAt()));
        for (long time = ahead; time < ahead + 20 * PATIENCE; time += 100) {
            harness.watermark(time);
        }

        assertThat(harness.edges())
                .containsExactly(
                        "0", "2", "silent until " + (drive.get(1).receivedAt() + PATIENCE));
    }

    @Test
    void othersThatRunAheadDoNotShortenTheSilence() throws Exception {
        long ahead = Drive.START + 1_000_000;
        harness.watermark(ahead);
        for (int i = 0; i < 60; i++) {
            // The stream goes on as fast as the vehicle, which is behind it all the time.
            harness.send(drive.get(i));
            harness.watermark(ahead + 1_000L * i);
        }
        assertThat(harness.edges()).hasSize(60).noneMatch(e -> e.startsWith("silent"));

        harness.watermark(ahead + 59_000 + PATIENCE - 1);
        assertThat(harness.edges()).hasSize(60);
        harness.watermark(ahead + 59_000 + PATIENCE + MAX_WAIT + DISORDER + 1);
        assertThat(harness.edges()).hasSize(61).endsWith("silent until " + due(59));
    }

    @Test
    void anEarlyWatermarkOfOthersChangesNoResult() throws Exception {
        harness.send(drive.get(0), drive.get(1), drive.get(30), drive.get(31), drive.get(50));
        harness.watermark(Long.MAX_VALUE);
        List<String> alone = harness.edges();
        close();
        open();

        harness.watermark(drive.get(30).receivedAt());
        harness.send(drive.get(0), drive.get(1));
        harness.watermark(drive.get(31).receivedAt() + 5_000);
        harness.send(drive.get(30), drive.get(31));
        harness.watermark(Drive.START + 80_000);
        harness.send(drive.get(50));
        harness.watermark(Long.MAX_VALUE);

        assertThat(harness.edges()).isEqualTo(alone);
        assertThat(harness.timestamps()).isSorted();
    }

    @Test
    void aSilenceSurvivesARestart() throws Exception {
        harness.send(drive.get(0), drive.get(1));
        OperatorSubtaskState snapshot = harness.snapshot();
        close();
        harness = VehicleHarness.restore(new TellSilence(), Silence.class, snapshot);
        harness.watermark(due(1) + MAX_WAIT + DISORDER + 1);

        assertThat(harness.edges()).containsExactly("silent until " + due(1));
    }

    @Test
    void beforeAVehicleIsForgottenItsSilenceIsTold() throws Exception {
        Telemetry after = Drive.of("car").after(2 * DAY).driving(50, 1).records().get(0);
        harness.send(drive.get(0), drive.get(1), after);
        assertThat(harness.edges()).containsExactly("0", "1", "silent until " + due(1), "0");

        harness.watermark(Long.MAX_VALUE);
        assertThat(harness.edges())
                .hasSize(5)
                .endsWith("silent until " + (after.receivedAt() + PATIENCE));
        assertThat(harness.states()).isZero();
        assertThat(harness.timers()).isZero();
    }

    /** Deadline after a record of the drive. */
    private long due(int record) {
        return drive.get(record).receivedAt() + PATIENCE;
    }

    /** State of {@link TellSilence}. */
    public static final class Silence {
        public long deadline = Detector.NO_DEADLINE;
    }

    /** Tells each record, and once that none came for ten seconds, or five where it stands. */
    private static final class TellSilence implements Detector<Silence, String> {

        @Override
        public Silence newState() {
            return new Silence();
        }

        @Override
        public void accept(
                Silence state,
                Telemetry record,
                long releasedAt,
                VehicleContext context,
                Consumer<String> edges) {
            boolean stands = record.motion().speed() < 5;
            state.deadline = record.receivedAt() + (stands ? PATIENCE / 2 : PATIENCE);
            edges.accept(Long.toString(record.sequence()));
        }

        @Override
        public long deadline(Silence state) {
            return state.deadline;
        }

        @Override
        public void expire(Silence state, long deadline, Consumer<String> edges) {
            state.deadline = NO_DEADLINE;
            edges.accept("silent until " + deadline);
        }
    }
}
