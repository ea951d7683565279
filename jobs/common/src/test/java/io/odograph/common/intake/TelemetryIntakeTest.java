// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static io.odograph.common.intake.Records.bare;
import static io.odograph.common.intake.Records.full;
import static io.odograph.schemas.RejectionReason.EVENT_TIME_IN_FUTURE;
import static io.odograph.schemas.RejectionReason.EVENT_TIME_TOO_OLD;
import static io.odograph.schemas.RejectionReason.IMPOSSIBLE_POSITION;
import static io.odograph.schemas.RejectionReason.IMU_LENGTHS_DIFFER;
import static io.odograph.schemas.RejectionReason.IMU_SPAN_INVALID;
import static io.odograph.schemas.RejectionReason.INVALID_IDENTITY;
import static io.odograph.schemas.RejectionReason.NOT_FINITE;
import static io.odograph.schemas.RejectionReason.OUT_OF_RANGE;
import static io.odograph.schemas.RejectionReason.RECEIVE_TIME_IN_FUTURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.schemas.FixType;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.clock.GpsWeekRollover;
import io.odograph.udfs.telemetry.Telemetry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TelemetryIntakeTest {

    static final long APPENDED = NOW + 300;

    static Telemetry accepted(Consumer<TelemetryRecord> change) throws Exception {
        TelemetryRecord record = full();
        change.accept(record);
        return TelemetryIntake.accept(record, APPENDED, TimeLimits.DEFAULT);
    }

    static void assertRejected(
            RejectionReason reason, String message, Consumer<TelemetryRecord> change) {
        RejectedRecordException rejected =
                catchThrowableOfType(RejectedRecordException.class, () -> accepted(change));
        assertThat(rejected).hasMessageContaining(message);
        assertThat(rejected.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "caf\u00e9", "a\u0000", "a\u007f"})
    void aVehicleIdIsPrintableAsciiWithoutWhiteSpace(String id) {
        assertRejected(INVALID_IDENTITY, "vehicle_id", r -> r.setVehicleId(id));
    }

    @Test
    void aVehicleIdHasAtMost64Characters() throws Exception {
        assertThat(accepted(r -> r.setVehicleId("!~".repeat(32))).vehicleId()).hasSize(64);
        assertRejected(INVALID_IDENTITY, "vehicle_id", r -> r.setVehicleId("x".repeat(65)));
    }

    @Test
    void otherIdsAreShortAndWithoutControlCharacters() throws Exception {
        assertThat(accepted(r -> r.setTenantId("\u00e9 ".repeat(32))).tenantId()).hasSize(64);
        assertRejected(INVALID_IDENTITY, "tenant_id", r -> r.setTenantId("x".repeat(65)));
        assertRejected(INVALID_IDENTITY, "device_id", r -> r.setDeviceId("a\nb"));
        assertRejected(INVALID_IDENTITY, "trip_id", r -> r.setTripId("\u0000"));
        assertRejected(INVALID_IDENTITY, "driver_id", r -> r.setDriverId("\u0085"));
        assertRejected(INVALID_IDENTITY, "trace_id", r -> r.setTraceId("\u007f"));
    }

    @Test
    void aCountIsNeverNegative() throws Exception {
        assertThat(accepted(r -> r.setSequence(0L)).sequence()).isZero();
        assertThat(accepted(r -> r.setSequence(Long.MAX_VALUE)).sequence())
                .isEqualTo(Long.MAX_VALUE);
        assertRejected(OUT_OF_RANGE, "sequence", r -> r.setSequence(-1L));
    }

    @Test
    void exactlyZeroZeroIsAPlaceholderWhateverTheFix() throws Exception {
        assertRejected(IMPOSSIBLE_POSITION, "exactly 0, 0", r -> place(r, 0.0, 0.0));
        assertRejected(IMPOSSIBLE_POSITION, "exactly 0, 0", r -> place(r, -0.0, 0.0));
        assertRejected(
                IMPOSSIBLE_POSITION,
                "exactly 0, 0",
                r -> {
                    place(r, 0, 0);
                    r.getPosition().setFixType(FixType.NONE);
                });
        assertThat(accepted(r -> place(r, 0.0, 1e-9)).position()).isNotNull();
        assertThat(accepted(r -> place(r, 1e-9, 0.0)).position()).isNotNull();
    }

    private static void place(TelemetryRecord record, double latitude, double longitude) {
        record.getPosition().setLatitude(latitude);
        record.getPosition().setLongitude(longitude);
    }

    @Test
    void troubleCodesAreFewShortAndPrintable() throws Exception {
        List<String> most = Collections.nCopies(256, "P0301");
        assertThat(accepted(r -> r.getVehicle().setDtcList(most)).vehicle()).isNotNull();
        for (List<String> bad :
                List.of(
                        Collections.nCopies(257, "P0301"),
                        List.of(""),
                        List.of("P0301", "x".repeat(17)),
                        List.of("P 301"))) {
            assertRejected(OUT_OF_RANGE, "dtc_list", r -> r.getVehicle().setDtcList(bad));
        }
    }

    @Test
    void burstsWithAxesOfDifferentLengthAreRejected() {
        assertRejected(IMU_LENGTHS_DIFFER, "x, y and z", r -> r.getImuBurst().setX(List.of(1f)));
        assertRejected(IMU_LENGTHS_DIFFER, "x, y and z", r -> r.getImuBurst().setY(List.of(1f)));
        assertRejected(IMU_LENGTHS_DIFFER, "x, y and z", r -> r.getImuBurst().setZ(List.of()));
    }

    @Test
    void burstsLastFromOneSampleTo60Seconds() throws Exception {
        assertThat(accepted(r -> samples(r, 1, 1f)).imuBurst().x()).hasSize(1);
        assertThat(accepted(r -> samples(r, 6000, 1f)).imuBurst().x()).hasSize(6000);
        assertRejected(IMU_SPAN_INVALID, "60 s", r -> samples(r, 0, 1f));
        assertRejected(IMU_SPAN_INVALID, "60 s", r -> samples(r, 6001, 1f));
    }

    @Test
    void samplesAreFiniteAndWithin4000() throws Exception {
        assertThat(accepted(r -> samples(r, 2, -4000f)).imuBurst()).isNotNull();
        assertRejected(NOT_FINITE, "imu_burst.x", r -> samples(r, 2, Float.NaN));
        assertRejected(OUT_OF_RANGE, "imu_burst.x", r -> samples(r, 2, 4001f));
        assertRejected(
                OUT_OF_RANGE, "imu_burst.y", r -> r.getImuBurst().setY(List.of(1f, 1f, -4000.5f)));
        assertRejected(
                NOT_FINITE,
                "imu_burst.z",
                r -> r.getImuBurst().setZ(List.of(1f, 1f, Float.NEGATIVE_INFINITY)));
    }

    private static void samples(TelemetryRecord record, int count, float value) {
        List<Float> axis = Collections.nCopies(count, value);
        record.getImuBurst().setX(axis);
        record.getImuBurst().setY(axis);
        record.getImuBurst().setZ(axis);
    }

    @Test
    void theRangeOfASensorIsAboveZero() throws Exception {
        assertThat(accepted(r -> r.getImuBurst().setRange(4000f)).imuBurst()).isNotNull();
        for (float range : new float[] {0f, -1f, 4000.5f}) {
            assertRejected(OUT_OF_RANGE, "imu_burst.range", r -> r.getImuBurst().setRange(range));
        }
        assertRejected(NOT_FINITE, "imu_burst.range", r -> r.getImuBurst().setRange(Float.NaN));
    }

    @Test
    void aBurstStartsWithin120SecondsOfItsRecord() throws Exception {
        assertThat(accepted(r -> start(r, NOW - 120_000)).imuBurst()).isNotNull();
        assertThat(accepted(r -> start(r, NOW + 120_000)).imuBurst()).isNotNull();
        for (long start :
                new long[] {NOW - 120_001, NOW + 120_001, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertRejected(IMU_SPAN_INVALID, "imu_burst.start", r -> start(r, start));
        }
    }

    private static void start(TelemetryRecord record, long time) {
        record.getImuBurst().setStart(Instant.ofEpochMilli(time));
    }

    @Test
    void anEventTimeMayBeAheadByTheLimitAndNoFurther() throws Exception {
        assertThat(accepted(r -> event(r, NOW + 250 + 60_000)).eventTime()).isEqualTo(NOW + 60_250);
        assertRejected(EVENT_TIME_IN_FUTURE, "60000 ms", r -> event(r, NOW + 250 + 60_001));
        assertRejected(EVENT_TIME_IN_FUTURE, "event_time", r -> event(r, Long.MAX_VALUE));
    }

    @Test
    void anEventTimeMayBeBehindByTheLimitAndNoFurther() throws Exception {
        long oldest = NOW + 250 - 2_592_000_000L;
        assertThat(accepted(r -> event(r, oldest)).eventTime()).isEqualTo(oldest);
        assertRejected(EVENT_TIME_TOO_OLD, "2592000000 ms", r -> event(r, oldest - 1));
        assertRejected(EVENT_TIME_TOO_OLD, "event_time", r -> event(r, 0));
        assertRejected(EVENT_TIME_TOO_OLD, "event_time", r -> event(r, Long.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRolledOverClockIsPutRightAndSoIsItsBurst(int cycles) throws Exception {
        long lost = cycles * GpsWeekRollover.CYCLE_MILLIS;
        Telemetry telemetry =
                accepted(
                        r -> {
                            r.setEventTime(Instant.ofEpochMilli(NOW - lost));
                            start(r, NOW - 1000 - lost);
                        });

        assertThat(telemetry.eventTime()).isEqualTo(NOW);
        assertThat(telemetry.imuBurst().start()).isEqualTo(NOW - 1000);
    }

    private static void event(TelemetryRecord record, long time) {
        record.setEventTime(Instant.ofEpochMilli(time));
        record.setImuBurst(null);
    }

    @Test
    void aReceiveTimeAheadOfTheAppendTimeIsRejected() throws Exception {
        assertThat(accepted(r -> received(r, APPENDED + 60_000)).receivedAt())
                .as("nothing is received after it is appended")
                .isEqualTo(APPENDED);
        assertThat(accepted(r -> received(r, APPENDED - 5_000)).receivedAt())
                .isEqualTo(APPENDED - 5_000);
        assertRejected(RECEIVE_TIME_IN_FUTURE, "60000 ms", r -> received(r, APPENDED + 60_001));
        assertRejected(RECEIVE_TIME_IN_FUTURE, "received_at", r -> received(r, Long.MAX_VALUE));
        assertRejected(OUT_OF_RANGE, "received_at", r -> received(r, -1));
    }

    private static void received(TelemetryRecord record, long time) {
        record.setReceivedAt(Instant.ofEpochMilli(time));
    }

    @Test
    void anAbsentReceiveTimeBecomesTheAppendTimeOrElseTheEventTime() throws Exception {
        TelemetryRecord record = bare("v");

        assertThat(TelemetryIntake.accept(record, APPENDED, TimeLimits.DEFAULT).receivedAt())
                .isEqualTo(APPENDED);
        for (long unknown : new long[] {Origin.NO_TIMESTAMP, -1, Long.MAX_VALUE}) {
            assertThat(TelemetryIntake.accept(record, unknown, TimeLimits.DEFAULT).receivedAt())
                    .isEqualTo(NOW);
        }
    }

    @Test
    void withoutAnAppendTimeAReceiveTimeStaysWithinTheCalendar() throws Exception {
        for (long time : new long[] {-1, RecordTimes.LATEST + 1, Long.MIN_VALUE, Long.MAX_VALUE}) {
            TelemetryRecord received = full();
            received(received, time);
            TelemetryRecord event = bare("v");
            event(event, time);
            for (TelemetryRecord record : List.of(received, event)) {
                RejectedRecordException rejected =
                        catchThrowableOfType(
                                RejectedRecordException.class,
                                () ->
                                        TelemetryIntake.accept(
                                                record, Origin.NO_TIMESTAMP, TimeLimits.DEFAULT));
                assertThat(rejected.reason()).isEqualTo(OUT_OF_RANGE);
                assertThat(rejected).hasMessageContaining("1970..9999");
            }
        }
    }
}
