// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a drive down as a test would tell it: {@code Drive.of("car-1").driving(60, 20).impact(30)
 * .resting(15).records()}. One record a second, counted from 0, received 200 ms after its time.
 */
public final class Drive {

    /** Where every drive begins, unless told otherwise. */
    public static final long START = Instant.parse("2026-03-02T07:00:00Z").toEpochMilli();

    private static final int RATE = 100;
    private static final float RANGE = 400;
    private static final long LATENCY = 200;

    private final String vehicleId;
    private final List<Telemetry> records = new ArrayList<>();
    private @Nullable String deviceId;
    private boolean counted = true;
    private long time = START;
    private long sequence;

    private Drive(String vehicleId) {
        this.vehicleId = vehicleId;
    }

    /** A drive of this vehicle. */
    public static Drive of(String vehicleId) {
        return new Drive(vehicleId);
    }

    /** Reported by this device from here on. */
    public Drive device(String id) {
        deviceId = id;
        return this;
    }

    /** Reported by a device that does not count. */
    public Drive uncounted() {
        counted = false;
        return this;
    }

    /** Begins later by some milliseconds. */
    public Drive after(long millis) {
        time += millis;
        return this;
    }

    /** The device starts its count anew. */
    public Drive deviceRestarts() {
        sequence = 0;
        return this;
    }

    /** Drives at a speed, km/h, for some seconds. */
    public Drive driving(double speed, int seconds) {
        for (int i = 0; i < seconds; i++) {
            add(speed, null, null);
        }
        return this;
    }

    /** Stands for some seconds. */
    public Drive resting(int seconds) {
        return driving(0, seconds);
    }

    /**
     * Is hit from the front at 100 km/h: one record with a pulse of 100 ms and this delta-V, km/h.
     */
    public Drive impact(double deltaV) {
        return impact(100, deltaV);
    }

    /** Is hit from the front: one record with this speed, km/h, and a pulse with this delta-V. */
    public Drive impact(double speed, double deltaV) {
        add(speed, pulse(time, deltaV), null);
        return this;
    }

    /** Reports a deployed airbag at standstill. */
    public Drive airbag() {
        add(0, null, vehicle(true, Rollover.NONE));
        return this;
    }

    /** The records in the order in which they were made. */
    public List<Telemetry> records() {
        return List.copyOf(records);
    }

    private void add(double speed, @Nullable ImuBurst burst, @Nullable VehicleState vehicle) {
        records.add(
                new Telemetry(
                        vehicleId,
                        "acme",
                        deviceId,
                        DeviceKind.BLACK_BOX,
                        null,
                        null,
                        null,
                        time,
                        time + LATENCY,
                        counted ? sequence++ : Telemetry.NO_SEQUENCE,
                        new Position(
                                49.41,
                                8.69 + (time - START) * 1e-9,
                                Float.NaN,
                                90,
                                5,
                                FixType.THREE_D,
                                0),
                        new Motion(
                                (float) speed,
                                SpeedSource.WHEEL,
                                Float.NaN,
                                Float.NaN,
                                Float.NaN,
                                Float.NaN,
                                Double.NaN),
                        burst,
                        vehicle,
                        null,
                        null,
                        DriverResponse.UNKNOWN,
                        false));
        time += 1000;
    }

    /** A record as if received at another time, ms. */
    public static Telemetry receivedAt(Telemetry r, long receivedAt) {
        return copy(r, receivedAt, r.imuBurst());
    }

    /** A record with another accelerometer recording. */
    public static Telemetry withBurst(Telemetry r, ImuBurst burst) {
        return copy(r, r.receivedAt(), burst);
    }

    private static Telemetry copy(Telemetry r, long receivedAt, @Nullable ImuBurst burst) {
        return new Telemetry(
                r.vehicleId(),
                r.tenantId(),
                r.deviceId(),
                r.deviceKind(),
                r.tripId(),
                r.driverId(),
                r.traceId(),
                r.eventTime(),
                receivedAt,
                r.sequence(),
                r.position(),
                r.motion(),
                burst,
                r.vehicle(),
                r.phone(),
                r.crashReported(),
                r.driverResponse(),
                r.test());
    }

    /** Two seconds of accelerometer with a half-sine pulse of 100 ms in the middle. */
    public static ImuBurst pulse(long start, double deltaV) {
        int n = 2 * RATE;
        float[] x = new float[n];
        float[] y = new float[n];
        float[] z = new float[n];
        double peak = deltaV / 3.6 * Math.PI / 2 / 0.1;
        for (int i = 0; i < n; i++) {
            double phase = (i + 0.5 - n / 2.0) / (0.1 * RATE);
            x[i] = phase > 0 && phase < 1 ? (float) (-peak * Math.sin(Math.PI * phase)) : 0;
            z[i] = 9.80665f;
        }
        return new ImuBurst(start, RATE, RANGE, AxesFrame.VEHICLE, true, x, y, z);
    }

    private static VehicleState vehicle(boolean airbag, Rollover rollover) {
        return new VehicleState(
                LowVoltageSystemState.ON,
                Float.NaN,
                Float.NaN,
                Float.NaN,
                List.of(),
                List.of(),
                List.of(),
                airbag,
                rollover,
                null,
                null);
    }
}
