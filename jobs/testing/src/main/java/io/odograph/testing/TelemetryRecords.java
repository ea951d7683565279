// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.FixType;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.Position;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleState;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Telemetry of tests as devices send it; covers what the drives of tests contain. */
public final class TelemetryRecords {

    private TelemetryRecords() {}

    /** The record as an Avro single object. */
    public static byte[] encode(Telemetry telemetry) {
        try {
            ByteBuffer encoded = TelemetryRecord.getEncoder().encode(toAvro(telemetry));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static TelemetryRecord toAvro(Telemetry t) {
        return TelemetryRecord.newBuilder()
                .setVehicleId(t.vehicleId())
                .setTenantId(t.tenantId())
                .setDeviceId(t.deviceId())
                .setDeviceKind(DeviceKind.valueOf(t.deviceKind().name()))
                .setEventTime(Instant.ofEpochMilli(t.eventTime()))
                .setReceivedAt(Instant.ofEpochMilli(t.receivedAt()))
                .setSequence(t.hasSequence() ? t.sequence() : null)
                .setPosition(toAvro(t.position()))
                .setMotion(toAvro(t.motion()))
                .setImuBurst(toAvro(t.imuBurst()))
                .setVehicle(toAvro(t.vehicle()))
                .setCrashReported(t.crashReported())
                .setDriverResponse(DriverResponse.valueOf(t.driverResponse().name()))
                .setIsTest(t.test())
                .build();
    }

    private static @Nullable Position toAvro(
            io.odograph.udfs.telemetry.@Nullable Position position) {
        return position == null
                ? null
                : Position.newBuilder()
                        .setLatitude(position.latitude())
                        .setLongitude(position.longitude())
                        .setHeading(known(position.heading()))
                        .setHorizontalAccuracy(known(position.horizontalAccuracy()))
                        .setFixType(FixType.valueOf(position.fixType().name()))
                        .setFixAge(position.fixAge() < 0 ? null : position.fixAge())
                        .build();
    }

    private static @Nullable Motion toAvro(io.odograph.udfs.telemetry.@Nullable Motion motion) {
        return motion == null
                ? null
                : Motion.newBuilder()
                        .setSpeed(motion.speed())
                        .setSpeedSource(SpeedSource.valueOf(motion.speedSource().name()))
                        .build();
    }

    private static @Nullable ImuBurst toAvro(io.odograph.udfs.telemetry.@Nullable ImuBurst burst) {
        return burst == null
                ? null
                : ImuBurst.newBuilder()
                        .setStart(Instant.ofEpochMilli(burst.start()))
                        .setRate(burst.rate())
                        .setRange(burst.range())
                        .setFrame(AxesFrame.valueOf(burst.frame().name()))
                        .setGravityIncluded(burst.gravityIncluded())
                        .setX(list(burst.x()))
                        .setY(list(burst.y()))
                        .setZ(list(burst.z()))
                        .build();
    }

    private static @Nullable VehicleState toAvro(
            io.odograph.udfs.telemetry.@Nullable VehicleState vehicle) {
        return vehicle == null
                ? null
                : VehicleState.newBuilder()
                        .setLowVoltageSystemState(
                                LowVoltageSystemState.valueOf(
                                        vehicle.lowVoltageSystemState().name()))
                        .setAirbagDeployed(vehicle.airbagDeployed())
                        .setRollover(Rollover.valueOf(vehicle.rollover().name()))
                        .build();
    }

    /** Null stands for what is not known. */
    private static @Nullable Float known(float value) {
        return Float.isNaN(value) ? null : value;
    }

    private static List<Float> list(float[] samples) {
        List<Float> list = new ArrayList<>(samples.length);
        for (float sample : samples) {
            list.add(sample);
        }
        return list;
    }
}
