// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.PhoneState;
import io.odograph.schemas.Position;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SeatBelt;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.TirePressure;
import io.odograph.schemas.VehicleState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Valid records to start from. */
final class Records {

    static final long NOW = 1_767_225_600_000L;
    static final int BODY = 10;

    private Records() {}

    /** A record with nothing but what is required. */
    static TelemetryRecord bare(String vehicleId) {
        // Avro's builders look classes up by name, which it does not allow by default.
        TelemetryRecord record = new TelemetryRecord();
        record.setVehicleId(vehicleId);
        record.setDeviceKind(DeviceKind.UNKNOWN);
        record.setEventTime(Instant.ofEpochMilli(NOW));
        record.setDriverResponse(DriverResponse.UNKNOWN);
        return record;
    }

    /** A record with every field set. */
    static TelemetryRecord full() {
        TelemetryRecord record = bare("vehicle-1");
        record.setTenantId("tenant-1");
        record.setDeviceId("device-1");
        record.setDeviceKind(DeviceKind.BLACK_BOX);
        record.setTripId("trip-1");
        record.setDriverId("J\u00e9r\u00f4me \u20ac");
        record.setTraceId("4bf92f3577b34da6a3ce929d0e0e4736");
        record.setReceivedAt(Instant.ofEpochMilli(NOW + 250));
        record.setSequence(17L);
        record.setPosition(position());
        record.setMotion(motion());
        record.setImuBurst(burst());
        record.setVehicle(vehicle());
        record.setPhone(new PhoneState(true, false, true));
        record.setCrashReported(false);
        record.setDriverResponse(DriverResponse.NEEDS_HELP);
        record.setIsTest(true);
        return record;
    }

    static Position position() {
        return new Position(48.1, 11.5, 519f, 270f, 4.5f, FixType.THREE_D, 120);
    }

    static Motion motion() {
        return new Motion(53.5f, SpeedSource.WHEEL, -1.5f, 0.25f, 0.125f, -3f, 123_456.75);
    }

    static ImuBurst burst() {
        List<Float> samples = List.of(0.5f, -12.25f, 3f);
        return new ImuBurst(
                Instant.ofEpochMilli(NOW - 1000),
                100f,
                156.9f,
                AxesFrame.VEHICLE,
                true,
                samples,
                samples,
                samples);
    }

    static VehicleState vehicle() {
        return new VehicleState(
                LowVoltageSystemState.ON,
                1850f,
                88.5f,
                13.9f,
                List.of(new TirePressure(1, 1, 230f), new TirePressure(2, 2, 228.5f)),
                List.of("P0301", "U0100-87"),
                List.of(new SeatBelt(1, 1, true, true), new SeatBelt(2, 1, null, false)),
                false,
                Rollover.NONE,
                true,
                false);
    }

    /** Single-object encoding. */
    static byte[] bytes(TelemetryRecord record) {
        try {
            ByteBuffer encoded = TelemetryRecord.getEncoder().encode(record);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two arrays, one after the other. */
    static byte[] concat(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }
}
