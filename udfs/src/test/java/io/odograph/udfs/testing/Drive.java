// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Position;
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

    private static final long LATENCY = 200;

    /** Length of a degree of longitude at the drive's latitude, m. */
    private static final double DEGREE = 72_400;

    private final String vehicleId;
    private final List<Telemetry> records = new ArrayList<>();
    private @Nullable String deviceId;
    private DeviceKind kind = DeviceKind.BLACK_BOX;
    private SpeedSource source = SpeedSource.WHEEL;
    private @Nullable PhoneState phone;
    private boolean counted = true;
    private boolean test;
    private boolean placed = true;
    private long period = 1_000;
    private long time = START;
    private long sequence;
    private FixType fixType = FixType.THREE_D;
    private int fixAge;
    private boolean held;
    private double metres;
    private @Nullable ImuBurst burst;
    private @Nullable VehicleState vehicle;
    private @Nullable Boolean crashReported;
    private DriverResponse response = DriverResponse.UNKNOWN;

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

    /** Reported by a phone whose speed comes from satellites from here on. */
    public Drive phone() {
        kind = DeviceKind.PHONE;
        return gnss();
    }

    /** The phone says whether it is handled from here on. */
    public Drive handled(boolean handled) {
        phone = new PhoneState(handled, null, null);
        return this;
    }

    /** Speed comes from satellites from here on. */
    public Drive gnss() {
        source = SpeedSource.GNSS;
        return this;
    }

    /** Fixes are of this kind and age, ms, or -1 where not stated, from here on. */
    public Drive fix(FixType type, int age) {
        fixType = type;
        fixAge = age;
        return this;
    }

    /** The receiver repeats its last fix from here on; its age grows where it is stated. */
    public Drive held() {
        held = true;
        return this;
    }

    /** The receiver has a new fix again. */
    public Drive found() {
        held = false;
        fixAge = Math.min(fixAge, 0);
        return this;
    }

    /** Whether it reports its position from here on. */
    public Drive placed(boolean reported) {
        placed = reported;
        return this;
    }

    /** Reports so often from here on, ms. */
    public Drive every(long millis) {
        period = millis;
        return this;
    }

    /** Marked as a test of the installation from here on. */
    public Drive asTest() {
        test = true;
        return this;
    }

    /** Drives at a speed, km/h, for some seconds. */
    public Drive driving(double speed, int seconds) {
        for (long i = 0; i < seconds * 1_000L / period; i++) {
            add(speed);
        }
        return this;
    }

    /** Stands for some seconds. */
    public Drive resting(int seconds) {
        return driving(0, seconds);
    }

    /** Slows down, speeds in km/h, with a deceleration in g; the first report is a period later. */
    public Drive braking(double from, double to, double g) {
        double step = g * 9.80665 * 3.6 * period / 1_000;
        for (double speed = from - step; speed > to; speed -= step) {
            add(speed);
        }
        return driving(to, (int) Math.ceil(period / 1_000.0));
    }

    /** Reports without any motion for some seconds. */
    public Drive speechless(int seconds) {
        return driving(Double.NaN, seconds);
    }

    /** Is hit from the front at 100 km/h: one record, a pulse of 100 ms, this delta-V, km/h. */
    public Drive impact(double deltaV) {
        return impact(100, deltaV);
    }

    /** Is hit from the front: one record with this speed, km/h, and a pulse with this delta-V. */
    public Drive impact(double speed, double deltaV) {
        return recording(speed, pulse(time, deltaV));
    }

    /** One record with this speed, km/h, and a recording. */
    public Drive recording(double speed, ImuBurst recording) {
        burst = recording;
        return add(speed);
    }

    /** Reports a deployed airbag at standstill. */
    public Drive airbag() {
        return says(0, Flags.NONE.airbag(true));
    }

    /** One record with this speed, km/h, and what the vehicle says of itself. */
    public Drive says(double speed, Flags flags) {
        vehicle = flags.vehicle();
        return add(speed);
    }

    /** One record with this speed, km/h, in which the device's own detection reports. */
    public Drive reports(double speed, boolean crash) {
        crashReported = crash;
        return add(speed);
    }

    /** One record with this speed, km/h, in which the driver responds. */
    public Drive responds(double speed, DriverResponse answer) {
        response = answer;
        return add(speed);
    }

    /** The records in the order in which they were made. */
    public List<Telemetry> records() {
        return List.copyOf(records);
    }

    private Drive add(double speed) {
        metres += held || Double.isNaN(speed) ? 0 : speed / 3.6 * period / 1_000;
        records.add(
                new Telemetry(
                        vehicleId,
                        "acme",
                        deviceId,
                        kind,
                        null,
                        null,
                        null,
                        time,
                        time + LATENCY,
                        counted ? sequence++ : Telemetry.NO_SEQUENCE,
                        placed ? position(speed) : null,
                        motion(speed),
                        burst,
                        vehicle,
                        phone,
                        crashReported,
                        response,
                        test));
        fixAge += held && fixAge >= 0 ? (int) period : 0;
        time += period;
        vehicle = null;
        burst = null;
        crashReported = null;
        response = DriverResponse.UNKNOWN;
        return this;
    }

    private Position position(double speed) {
        // A receiver at rest drifts a little in any direction, unless it repeats its last fix.
        metres += held ? 0 : 0.001;
        double east = 8.69 + metres / DEGREE;
        float heading = speed == 0 ? 213 : 90;
        return new Position(49.41, east, Float.NaN, heading, 5, fixType, fixAge);
    }

    private Motion motion(double speed) {
        return new Motion(
                (float) speed, source, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Double.NaN);
    }

    /** A record as if received at another time, ms. */
    public static Telemetry receivedAt(Telemetry r, long receivedAt) {
        return copy(r, receivedAt, r.motion(), r.imuBurst());
    }

    /** A record with another accelerometer recording. */
    public static Telemetry withBurst(Telemetry r, ImuBurst burst) {
        return copy(r, r.receivedAt(), r.motion(), burst);
    }

    /** A record with another motion. */
    public static Telemetry withMotion(Telemetry r, Motion motion) {
        return copy(r, r.receivedAt(), motion, r.imuBurst());
    }

    private static Telemetry copy(
            Telemetry r, long receivedAt, @Nullable Motion motion, @Nullable ImuBurst burst) {
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
                motion,
                burst,
                r.vehicle(),
                r.phone(),
                r.crashReported(),
                r.driverResponse(),
                r.test());
    }

    /** Two seconds of accelerometer with a half-sine pulse of 100 ms in the middle. */
    public static ImuBurst pulse(long start, double deltaV) {
        return Pulse.frontal(deltaV).burst(start);
    }
}
