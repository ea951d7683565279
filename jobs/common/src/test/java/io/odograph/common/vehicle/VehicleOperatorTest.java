// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VehicleOperatorTest {

    private static final long DISORDER = VehicleHarness.DISORDER;
    private static final long DAY = VehicleHarness.DAY;

    private VehicleHarness<Count> harness;

    @BeforeEach
    void open() throws Exception {
        harness = newHarness();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void recordsReachTheDetectorInTheVehiclesOwnTime() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 4).records();
        Telemetry delayed = Drive.receivedAt(drive.get(1), drive.get(2).receivedAt() + 300);
        send(drive.get(0), drive.get(2), delayed, drive.get(3));

        assertThat(edges()).containsExactly("car 0 of 1", "car 1 of 2", "car 2 of 3", "car 3 of 4");
    }

    @Test
    void aWaitEndsByTheWatermarkWhereNoRecordFollows() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 4).records();
        send(drive.get(0), drive.get(2));
        long deadline = drive.get(2).receivedAt() + ClockLimits.DEFAULTS.maxWait();

        harness.watermark(deadline + DISORDER);
        assertThat(edges()).containsExactly("car 0 of 1");
        harness.watermark(deadline + DISORDER + 1);
        assertThat(edges()).containsExactly("car 0 of 1", "car 2 of 2");
        assertThat(timestamps())
                .containsExactly(drive.get(0).receivedAt(), deadline + DISORDER + 1);
    }

    @Test
    void atTheEndOfInputEverythingComesOutAndNothingRemains() throws Exception {
        send(Drive.of("car").uncounted().driving(50, 40).records().toArray(Telemetry[]::new));
        harness.watermark(Long.MAX_VALUE);

        assertThat(edges()).hasSize(40);
        assertThat(harness.states()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void aDrainLetsOutWhatWaitsThoughItsSourceIsIdle() throws Exception {
        send(Drive.of("car").uncounted().driving(50, 40).records().toArray(Telemetry[]::new));
        harness.idle();
        assertThat(edges()).hasSizeLessThan(40);
        harness.finish();

        assertThat(edges()).hasSize(40);
        assertThat(harness.times())
                .containsExactly(
                        WatermarkStatus.IDLE, WatermarkStatus.ACTIVE, Watermark.MAX_WATERMARK);
    }

    @Test
    void theEndOfTimeIsToldOnce() throws Exception {
        harness.watermark(Long.MAX_VALUE);
        harness.finish();

        assertThat(harness.times()).containsExactly(Watermark.MAX_WATERMARK);
    }

    @Test
    void oneVehicleCannotTouchAnother() throws Exception {
        List<Telemetry> good = swapped(Drive.of("good").driving(50, 60).records());
        send(good.toArray(Telemetry[]::new));
        harness.watermark(Drive.START + 120_000);
        List<String> alone = edges();
        close();
        harness = newHarness();

        List<Telemetry> bad =
                Drive.of("bad").driving(50, 20).after(-500_000).driving(9, 20).records();
        for (int i = 0; i < good.size(); i++) {
            // As far ahead as the decoder lets pass, days behind, and several times.
            long now = good.get(i).receivedAt();
            send(Drive.receivedAt(bad.get(i % bad.size()), now - DAY * (i % 3) * 2));
            send(Drive.receivedAt(bad.get((i * 7) % bad.size()), now + 60_000));
            harness.watermark(now + 60_000);
            send(good.get(i));
        }
        harness.watermark(Drive.START + 300_000);

        assertThat(edges().stream().filter(e -> e.startsWith("good")).toList()).isEqualTo(alone);
    }

    /** Every third record comes after its successor. */
    private static List<Telemetry> swapped(List<Telemetry> drive) {
        List<Telemetry> arrivals = new ArrayList<>(drive);
        for (int i = 0; i + 1 < arrivals.size(); i += 3) {
            Telemetry first = arrivals.get(i);
            Telemetry second = arrivals.get(i + 1);
            arrivals.set(i, second);
            arrivals.set(i + 1, Drive.receivedAt(first, second.receivedAt() + 100));
        }
        return arrivals;
    }

    @Test
    void noEdgeIsEverBehindTheWatermark() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 3).records();
        long ahead = drive.get(2).receivedAt() + 60_000;
        harness.watermark(ahead);
        send(drive.toArray(Telemetry[]::new));

        assertThat(timestamps()).containsExactly(ahead + 1, ahead + 1, ahead + 1);
    }

    @Test
    void edgesKeepTheirOrderOverARestart() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 3).records();
        long ahead = drive.get(2).receivedAt() + 60_000;
        harness.watermark(ahead);
        send(drive.get(0));
        OperatorSubtaskState snapshot = harness.snapshot();
        close();
        harness = VehicleHarness.restore(new CountRecords(), Count.class, snapshot);
        send(drive.get(1), drive.get(2));

        assertThat(timestamps()).containsExactly(ahead + 1, ahead + 1);
    }

    @Test
    void edgesKeepTheirOrderOverARestartAlsoWhereTheVehicleWasForgotten() throws Exception {
        long ahead = Drive.START + 3 * DAY;
        harness.watermark(ahead);
        send(Drive.of("car").driving(50, 1).records().get(0));
        OperatorSubtaskState snapshot = harness.snapshot();
        close();
        harness = VehicleHarness.restore(new CountRecords(), Count.class, snapshot);
        send(Drive.of("car").after(2 * DAY).driving(50, 1).records().get(0));

        assertThat(edges()).containsExactly("car 0 of 1");
        assertThat(timestamps()).containsExactly(ahead + 1);
    }

    @Test
    void lateRecordsLeaveBesideTheEdges() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 6).records();
        Telemetry late = Drive.receivedAt(drive.get(1), drive.get(5).receivedAt());
        send(drive.get(0), drive.get(2), drive.get(3), drive.get(4), drive.get(5), late);

        assertThat(harness.late()).containsExactly(late);
    }

    @Test
    void nothingRemainsOfAVehicleThatWasNotHeardOfForTheRetention() throws Exception {
        send(Drive.of("car").driving(50, 4).records().toArray(Telemetry[]::new));
        send(Drive.of("bus").uncounted().driving(50, 4).records().toArray(Telemetry[]::new));
        assertThat(harness.states()).isEqualTo(2);

        send(Drive.of("car").after(DAY - 10_000).driving(50, 1).records().get(0));
        harness.watermark(Drive.START + DAY + 60_000);
        assertThat(harness.states()).as("the car was heard of again").isEqualTo(1);

        harness.watermark(Drive.START + 3 * DAY);
        assertThat(harness.states()).isZero();
        assertThat(harness.timers()).isZero();
    }

    @Test
    void whatStillWaitsWhereTheWatermarkLeapsOverTheRetentionComesOut() throws Exception {
        send(Drive.of("bus").uncounted().driving(50, 3).records().toArray(Telemetry[]::new));
        harness.watermark(Drive.START + 3 * DAY);

        assertThat(edges()).hasSize(3);
        assertThat(harness.states()).isZero();
    }

    @Test
    void aVehicleIsForgottenByItsOwnRecordAsByATimer() throws Exception {
        Telemetry before = Drive.of("car").driving(50, 1).records().get(0);
        Telemetry after = Drive.of("car").after(2 * DAY).driving(50, 1).records().get(0);
        send(before, after);

        assertThat(edges()).containsExactly("car 0 of 1", "car 0 of 1");
    }

    @Test
    void aWaitSurvivesARestart() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(50, 4).records();
        send(drive.get(0), drive.get(2));
        OperatorSubtaskState snapshot = harness.snapshot();
        close();
        harness = VehicleHarness.restore(new CountRecords(), Count.class, snapshot);

        send(Drive.receivedAt(drive.get(1), drive.get(2).receivedAt() + 300), drive.get(3));
        assertThat(edges()).containsExactly("car 1 of 2", "car 2 of 3", "car 3 of 4");
        harness.watermark(Long.MAX_VALUE);
        assertThat(harness.states()).isZero();
    }

    private static VehicleHarness<Count> newHarness() throws Exception {
        return VehicleHarness.open(new CountRecords(), Count.class);
    }

    private void send(Telemetry... records) throws Exception {
        harness.send(records);
    }

    private List<String> edges() {
        return harness.edges();
    }

    private List<Long> timestamps() {
        return harness.timestamps();
    }

    /** State of {@link CountRecords}. */
    public static final class Count {
        public int records;
    }

    private static final class CountRecords implements Detector<Count, String> {

        @Override
        public Count newState() {
            return new Count();
        }

        @Override
        public void accept(
                Count state,
                Telemetry record,
                long releasedAt,
                VehicleContext context,
                Consumer<String> edges) {
            state.records++;
            edges.accept(record.vehicleId() + " " + record.sequence() + " of " + state.records);
        }
    }
}
