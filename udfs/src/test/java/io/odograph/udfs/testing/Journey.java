// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle on a plane, reporting where it is: x metres to the east and y metres to the north of a
 * place. Ways are straight.
 */
public final class Journey {

    /** Latitude of the place, degrees. */
    public static final double LATITUDE = 49.41;

    /** Longitude of the place, degrees. */
    public static final double LONGITUDE = 8.69;

    /** Length of a degree of latitude there, m (WGS 84). */
    private static final double NORTH = 111_217;

    /** Length of a degree of longitude there, m (WGS 84). */
    private static final double EAST = 72_581;

    private final String vehicleId;
    private final List<Telemetry> records = new ArrayList<>();

    private double x;
    private double y;
    private long time = Drive.START;
    private long period = 1_000;
    private float accuracy = 5;
    private boolean located = true;
    private @Nullable VehicleState vehicle;
    private double drift;
    private double driftX;
    private double driftY;
    private SplittableRandom random = new SplittableRandom(1);
    private long sequence;

    private Journey(String vehicleId) {
        this.vehicleId = vehicleId;
    }

    /** A journey of this vehicle. */
    public static Journey of(String vehicleId) {
        return new Journey(vehicleId);
    }

    /** Latitude of a place y metres to the north, 1e-7 degrees. */
    public static int latitude(double y) {
        return (int) Math.round((LATITUDE + y / NORTH) * 1e7);
    }

    /** Longitude of a place x metres to the east, 1e-7 degrees. */
    public static int longitude(double x) {
        return (int) Math.round((LONGITUDE + x / EAST) * 1e7);
    }

    /** Is somewhere, however it got there; reports nothing. */
    public Journey at(double placeX, double placeY) {
        x = placeX;
        y = placeY;
        return this;
    }

    /** Reports every so many seconds from here on. */
    public Journey every(double seconds) {
        period = Math.round(seconds * 1_000);
        return this;
    }

    /** States this accuracy from here on, m. */
    public Journey accuracy(float metres) {
        accuracy = metres;
        return this;
    }

    /** Whether it reports positions from here on. */
    public Journey located(boolean reported) {
        located = reported;
        return this;
    }

    /** The ignition is on or off from here on. */
    public Journey ignition(boolean on) {
        vehicle =
                Flags.NONE
                        .ignition(on ? LowVoltageSystemState.ON : LowVoltageSystemState.OFF)
                        .vehicle();
        return this;
    }

    /** Positions wander about the true ones by so many metres, for a minute or so at a time. */
    public Journey drifting(double metres, long seed) {
        drift = metres;
        random = new SplittableRandom(seed);
        return this;
    }

    /** Reports nothing for some seconds. */
    public Journey silent(double seconds) {
        time += Math.round(seconds * 1_000);
        return this;
    }

    /** Stands for some seconds. */
    public Journey standing(double seconds) {
        for (double s = 0; s < seconds; s += period / 1e3) {
            report(0);
        }
        return this;
    }

    /** Drives straight to a place, at some km/h; the last report is there or shortly before. */
    public Journey to(double toX, double toY, double speed) {
        double step = speed / 3.6 * period / 1_000;
        double way = Math.hypot(toX - x, toY - y);
        double fromX = x;
        double fromY = y;
        for (double at = step; at <= way + 1e-9; at += step) {
            x = fromX + (toX - fromX) * at / way;
            y = fromY + (toY - fromY) * at / way;
            report(speed);
        }
        return this;
    }

    /** The records in the order in which they were made. */
    public List<Telemetry> records() {
        return List.copyOf(records);
    }

    private void report(double speed) {
        wander();
        records.add(
                new Telemetry(
                        vehicleId,
                        "acme",
                        null,
                        DeviceKind.BLACK_BOX,
                        null,
                        null,
                        null,
                        time,
                        time + 200,
                        sequence++,
                        located ? position() : null,
                        new Motion(
                                (float) speed,
                                SpeedSource.GNSS,
                                Float.NaN,
                                Float.NaN,
                                Float.NaN,
                                Float.NaN,
                                Double.NaN),
                        null,
                        vehicle,
                        null,
                        null,
                        DriverResponse.UNKNOWN,
                        false));
        time += period;
    }

    /** An Ornstein-Uhlenbeck process with a correlation time of a minute. */
    private void wander() {
        double kept = StrictMath.exp(-period / 60_000.0);
        double fresh = drift * Math.sqrt(1 - kept * kept);
        driftX = driftX * kept + fresh * normal();
        driftY = driftY * kept + fresh * normal();
    }

    private double normal() {
        double u = 1 - random.nextDouble();
        return Math.sqrt(-2 * StrictMath.log(u))
                * StrictMath.cos(2 * Math.PI * random.nextDouble());
    }

    private Position position() {
        // Never quite the same, or it would count as held.
        double shiver = sequence % 2 * 0.02;
        return new Position(
                latitude(y + driftY + shiver) / 1e7,
                longitude(x + driftX) / 1e7,
                Float.NaN,
                Float.NaN,
                accuracy,
                FixType.UNKNOWN,
                -1);
    }
}
