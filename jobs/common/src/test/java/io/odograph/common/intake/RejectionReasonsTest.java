// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static io.odograph.common.intake.Records.NOW;
import static io.odograph.common.intake.Records.bytes;
import static io.odograph.common.intake.Records.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.common.reference.GeofenceDecoder;
import io.odograph.common.reference.LimitOverrideDecoder;
import io.odograph.common.reference.ProfileDecoder;
import io.odograph.common.reference.ReferenceDecoder;
import io.odograph.common.reference.References;
import io.odograph.common.reference.RuleDecoder;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.Rule;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleProfile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each reason of the closed list, shown with a record that earns it; but for that of lines, which
 * are no records and have tests of their own.
 */
class RejectionReasonsTest {

    static final TelemetryDecoder AVRO =
            new AvroTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);
    static final TelemetryDecoder JSON =
            new JsonTelemetryDecoder(DecodeLimits.DEFAULT, TimeLimits.DEFAULT);

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "INFLUX_REJECTED"})
    void everyReasonIsGivenToARecordThatEarnsIt(RejectionReason reason) {
        RejectedRecordException rejected = rejection(reason);

        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected).hasMessageMatching("\\p{Print}{10,200}");
        assertThat(rejected.getStackTrace()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN", "INFLUX_REJECTED"})
    void noMessageTellsAnIdOrAPosition(RejectionReason reason) {
        assertThat(rejection(reason).getMessage())
                .doesNotContain("vehicle-1", "tenant-1", "48.1", "11.5", "91.5");
    }

    @Test
    void theRecordThatTheCulpritsAreMadeFromIsAccepted() throws Exception {
        assertThat(AVRO.decode(bytes(full()), NOW + 300).vehicleId()).isEqualTo("vehicle-1");
    }

    private static RejectedRecordException rejection(RejectionReason reason) {
        byte[] value = culprit(reason);
        return switch (reason) {
            case MALFORMED_TEXT -> rejection(JSON, value);
            case INVALID_RULE ->
                    referenceRejection(
                            new RuleDecoder(DecodeLimits.DEFAULT, "crash", r -> List.of()), value);
            case INVALID_PROFILE ->
                    referenceRejection(new ProfileDecoder(DecodeLimits.DEFAULT), value);
            case INVALID_SPEED_LIMIT ->
                    referenceRejection(new LimitOverrideDecoder(DecodeLimits.DEFAULT), value);
            case INVALID_GEOFENCE ->
                    referenceRejection(new GeofenceDecoder(DecodeLimits.DEFAULT), value);
            default -> rejection(AVRO, value);
        };
    }

    private static RejectedRecordException referenceRejection(
            ReferenceDecoder<?> decoder, byte @Nullable [] value) {
        byte[] key = "vehicle-1".getBytes(StandardCharsets.UTF_8);
        return catchThrowableOfType(
                RejectedRecordException.class, () -> decoder.decode(key, value));
    }

    static RejectedRecordException rejection(TelemetryDecoder decoder, byte @Nullable [] value) {
        return catchThrowableOfType(
                RejectedRecordException.class, () -> decoder.decode(value, NOW + 300));
    }

    // A switch without a default: a new reason does not compile without its culprit.
    private static byte @Nullable [] culprit(RejectionReason reason) {
        TelemetryRecord record = full();
        return switch (reason) {
            case UNKNOWN, INFLUX_REJECTED ->
                    throw new IllegalArgumentException("never given to a record");
            case NULL_VALUE -> null;
            case EMPTY_VALUE -> new byte[0];
            case OVERSIZED -> Arrays.copyOf(bytes(record), 256 * 1024 + 1);
            case NOT_SINGLE_OBJECT -> "{\"vehicle_id\": 1}".getBytes(StandardCharsets.UTF_8);
            case UNKNOWN_SCHEMA -> ByteBuffer.wrap(bytes(record)).putLong(2, 1).array();
            case TRUNCATED -> Arrays.copyOf(bytes(record), bytes(record).length - 1);
            case TRAILING_BYTES -> Arrays.copyOf(bytes(record), bytes(record).length + 1);
            case MALFORMED -> lastByte(bytes(record), 7);
            case LENGTH_OUT_OF_BOUNDS -> {
                record.setTripId("x".repeat(1025));
                yield bytes(record);
            }
            case INVALID_UTF8 ->
                    ByteBuffer.wrap(bytes(record)).put(Records.BODY + 1, (byte) 0xFF).array();
            case MALFORMED_TEXT -> "{\"vehicle_id\": ".getBytes(StandardCharsets.UTF_8);
            case INVALID_IDENTITY -> {
                record.setVehicleId("");
                yield bytes(record);
            }
            case NOT_FINITE -> {
                record.getMotion().setSpeed(Float.NaN);
                yield bytes(record);
            }
            case OUT_OF_RANGE -> {
                record.getMotion().setSpeed(401f);
                yield bytes(record);
            }
            case IMPOSSIBLE_POSITION -> {
                record.getPosition().setLatitude(91.5);
                yield bytes(record);
            }
            case EVENT_TIME_IN_FUTURE -> eventTime(record, Duration.ofSeconds(61));
            case EVENT_TIME_TOO_OLD -> eventTime(record, Duration.ofDays(-31));
            case RECEIVE_TIME_IN_FUTURE -> {
                record.setReceivedAt(Instant.ofEpochMilli(NOW + 60_301));
                yield bytes(record);
            }
            case IMU_LENGTHS_DIFFER -> {
                record.getImuBurst().setY(List.of(1f));
                yield bytes(record);
            }
            case IMU_SPAN_INVALID -> {
                record.getImuBurst().setRate(0.5f);
                yield bytes(record);
            }
            case INVALID_RULE -> {
                Rule rule = References.rule("vehicle-1", 1);
                rule.setThresholds(Map.of());
                yield References.bytes(rule);
            }
            case INVALID_PROFILE -> {
                VehicleProfile profile = References.profile("vehicle-1", 1);
                profile.setVin("48.1");
                yield References.bytes(profile);
            }
            case INVALID_SPEED_LIMIT -> {
                SpeedLimitOverride override = References.override("vehicle-1", 1);
                override.setArea(List.of(References.ring(48.1, 11.5, 91.5, 11.5, 48, 12)));
                yield References.bytes(override);
            }
            case INVALID_GEOFENCE -> {
                Geofence fence = References.fence("vehicle-1", 1);
                fence.getShape()
                        .setLines(
                                List.of(
                                        References.ring(
                                                48.1, 11.5, 49.1, 12.5, 48.1, 12.5, 49.1, 11.5)));
                yield References.bytes(fence);
            }
        };
    }

    private static byte[] eventTime(TelemetryRecord record, Duration offset) {
        record.setEventTime(record.getReceivedAt().plus(offset));
        return bytes(record);
    }

    private static byte[] lastByte(byte[] bytes, int value) {
        bytes[bytes.length - 1] = (byte) value;
        return bytes;
    }
}
