// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.motion.Ignition;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;

/**
 * What one record says of how the vehicle is driven, as far as it can be believed.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class Reading {

    /** Below this a satellite receiver shows speeds while the vehicle stands, km/h. */
    private static final float STANDS = 2;

    private static final double E7 = 1e7;

    /** Event time, ms, or {@link MotionTrack#NEVER} where there was none. */
    public long time = MotionTrack.NEVER;

    /** The device's own count, or {@link Telemetry#NO_SEQUENCE}. */
    public long sequence = Telemetry.NO_SEQUENCE;

    /** Speed, km/h, or NaN. */
    public float speed = Float.NaN;

    /** Speed as it was judged, km/h, or NaN: also what a receiver shows of one who stands. */
    public float judged = Float.NaN;

    /** Whether that is of the wheels. */
    public boolean fromWheels;

    /** Whether there is a position of this time. */
    public boolean hasFix;

    /** Latitude, 1e-7 degrees. */
    public int latitude;

    /** Longitude, 1e-7 degrees. */
    public int longitude;

    /** How far that may be off, m, or NaN. */
    public float accuracy = Float.NaN;

    /** Odometer, m, or NaN. */
    public double odometer = Double.NaN;

    /** State of the ignition. */
    public Ignition ignition = Ignition.UNKNOWN;

    /** Whether the engine is known to run. */
    public boolean running;

    /** Whether the phone is in a hand: 1, 0, or -1 where not known. */
    public int handled = -1;

    /** Whether the driver's belt is open: 1, 0, or -1 where not known. */
    public int unbelted = -1;

    /**
     * Reads a record.
     *
     * @param record the record
     * @param motion what was reported before, as it was before the record
     */
    static Reading of(Telemetry record, MotionTrack motion) {
        Reading reading = new Reading();
        reading.time = record.eventTime();
        reading.sequence = record.sequence();
        reading.speed = motion.speed(record);
        reading.judged = reading.speed;
        Position position = motion.freshPosition(record, reading.speed);
        if (position != null) {
            reading.hasFix = true;
            reading.latitude = MotionTrack.e7(position.latitude());
            reading.longitude = MotionTrack.e7(position.longitude());
            reading.accuracy = position.horizontalAccuracy();
        }
        motion.remember(record);
        reading.fromWheels = motion.source(record) == SpeedSource.WHEEL;
        if (reading.speed < STANDS && !reading.fromWheels) {
            reading.speed = 0;
        }
        if (record.motion() != null) {
            reading.odometer = record.motion().traveledDistance();
        }
        VehicleState vehicle = record.vehicle();
        reading.ignition = Ignition.of(vehicle);
        if (vehicle != null) {
            boolean turns = vehicle.engineSpeed() > 0;
            boolean on =
                    vehicle.lowVoltageSystemState() == LowVoltageSystemState.ON
                            && Float.isNaN(vehicle.engineSpeed());
            reading.running = turns || on;
            reading.unbelted = unbelted(vehicle);
        }
        if (record.phone() != null && record.phone().handled() != null) {
            reading.handled = record.phone().handled() ? 1 : 0;
        }
        return reading;
    }

    static int unbelted(VehicleState vehicle) {
        for (int i = 0; i < vehicle.seatBelts().size(); i++) {
            SeatBelt belt = vehicle.seatBelts().get(i);
            if (belt.row() == 1 && belt.seat() == 1) {
                return belt.belted() ? 0 : 1;
            }
        }
        return -1;
    }

    /** Straight distance from another reading with a position to this one with one, m. */
    double metresFrom(int otherLatitude, int otherLongitude) {
        return Distance.metres(
                otherLatitude / E7, otherLongitude / E7, latitude / E7, longitude / E7);
    }
}
