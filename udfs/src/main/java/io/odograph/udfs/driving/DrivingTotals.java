// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;

/**
 * What a stretch of driving adds up to. All sums are integers, so that adding in any order, or in
 * parts, gives the same to the last digit. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DrivingTotals {

    /** Distance driven, mm. */
    public long distance;

    /** Time in motion, ms. */
    public long moving;

    /** Time standing while the engine is known to run, ms. */
    public long idle;

    /** Time between reports that are too far apart to tell, ms. */
    public long unknown;

    /** Time in motion at night, by the local clock, ms. */
    public long night;

    /** Distance of that, mm. */
    public long nightDistance;

    /** Time in motion in the rush hours, by the local clock, ms. */
    public long rush;

    /** Distance of that, mm. */
    public long rushDistance;

    /** Time in motion while the phone was in a hand, ms. */
    public long phone;

    /** Time in motion of which it is known whether the phone was in a hand, ms. */
    public long phoneKnown;

    /** Time in motion while the driver's belt was open, ms. */
    public long unbelted;

    /** Time in motion of which it is known whether the driver's belt was open, ms. */
    public long beltKnown;

    /** Accelerations that were measured. */
    public long accelerations;

    /** Their sum, mm/s2. */
    public long accelerationSum;

    /** The sum of their squares, (mm/s2)^2. */
    public long accelerationSquares;

    /** Highest speed, km/h, or NaN. */
    public float maxSpeed = Float.NaN;

    /** Highest speed of the engine, rpm, or NaN. */
    public float maxEngineSpeed = Float.NaN;

    /** Highest temperature of the coolant, degC, or NaN. */
    public float maxCoolant = Float.NaN;

    /** Lowest voltage of the supply battery, V, or NaN. */
    public float minVoltage = Float.NaN;

    /** Highest voltage of the supply battery, V, or NaN. */
    public float maxVoltage = Float.NaN;

    /** Records. */
    public int records;

    /** Records that the device counted and that did not come. */
    public int missed;

    /** Records with a position of their time. */
    public int fixes;

    /** Records whose position was old, held or too uncertain. */
    public int fixesRefused;

    /** Harsh events by kind and grade: see {@link #slot}. */
    public int[] harsh = new int[12];

    /** Speeds while in motion, as {@link SpeedSketch} writes them. */
    public byte[] speeds = SpeedSketch.EMPTY;

    /** Adds another stretch. */
    public void add(DrivingTotals other) {
        distance += other.distance;
        moving += other.moving;
        idle += other.idle;
        unknown += other.unknown;
        night += other.night;
        nightDistance += other.nightDistance;
        rush += other.rush;
        rushDistance += other.rushDistance;
        phone += other.phone;
        phoneKnown += other.phoneKnown;
        unbelted += other.unbelted;
        beltKnown += other.beltKnown;
        accelerations += other.accelerations;
        accelerationSum += other.accelerationSum;
        accelerationSquares += other.accelerationSquares;
        maxSpeed = most(maxSpeed, other.maxSpeed);
        maxEngineSpeed = most(maxEngineSpeed, other.maxEngineSpeed);
        maxCoolant = most(maxCoolant, other.maxCoolant);
        minVoltage = least(minVoltage, other.minVoltage);
        maxVoltage = most(maxVoltage, other.maxVoltage);
        records += other.records;
        missed += other.missed;
        fixes += other.fixes;
        fixesRefused += other.fixesRefused;
        for (int i = 0; i < harsh.length; i++) {
            harsh[i] += other.harsh[i];
        }
        speeds = SpeedSketch.merge(speeds, other.speeds);
    }

    /** Where events of a kind and grade are counted in {@link #harsh}; both are only added to. */
    @SuppressWarnings("EnumOrdinal")
    public static int slot(HarshKind kind, HarshGrade grade) {
        return kind.ordinal() * 3 + grade.ordinal();
    }

    /** The kind of events that are counted there. */
    @SuppressWarnings("EnumOrdinal")
    public static HarshKind kindOf(int slot) {
        return HarshKind.values()[slot / 3];
    }

    /** Counts an acceleration, mm/s2. */
    void accelerate(long acceleration) {
        accelerations++;
        accelerationSum += acceleration;
        accelerationSquares += acceleration * acceleration;
    }

    /** Counts a record and what it says of the vehicle at its moment. */
    void observe(Telemetry record, Reading now) {
        records++;
        fixes += now.hasFix ? 1 : 0;
        fixesRefused += record.position() != null && !now.hasFix ? 1 : 0;
        maxSpeed = most(maxSpeed, now.speed);
        VehicleState vehicle = record.vehicle();
        if (vehicle != null) {
            maxEngineSpeed = most(maxEngineSpeed, vehicle.engineSpeed());
            maxCoolant = most(maxCoolant, vehicle.engineCoolantTemperature());
            minVoltage = least(minVoltage, vehicle.lowVoltageBatteryVoltage());
            maxVoltage = most(maxVoltage, vehicle.lowVoltageBatteryVoltage());
        }
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return records == 0 && moving == 0 && idle == 0 && unknown == 0;
    }

    /** Mean speed while in motion, km/h, or NaN. */
    public double meanSpeed() {
        return moving == 0 ? Double.NaN : distance * 3.6 / moving;
    }

    /** Standard deviation of the longitudinal acceleration, m/s2, or NaN below two of them. */
    public double accelerationDeviation() {
        if (accelerations < 2) {
            return Double.NaN;
        }
        double mean = (double) accelerationSum / accelerations;
        double variance = (double) accelerationSquares / accelerations - mean * mean;
        return Math.sqrt(Math.max(0, variance)) / 1_000;
    }

    /** The higher one; NaN stands for none. */
    static float most(float one, float other) {
        return Float.isNaN(one) || other > one ? other : one;
    }

    /** The lower one; NaN stands for none. */
    static float least(float one, float other) {
        return Float.isNaN(one) || other < one ? other : one;
    }
}
