// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.PhoneState;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.TirePressure;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash over what a device measured, the same for every delivery of a record: receive time
 * and trace are left out. Identifies records of devices that do not count.
 */
final class Fingerprint {

    private Fingerprint() {}

    /** Hashes a record; stable across processes and versions of Java. */
    static long of(Telemetry record) {
        long hash = mix(0, record.eventTime());
        hash = mix(hash, record.sequence());
        hash = mix(hash, text(record.deviceId()));
        hash = mix(hash, text(record.tripId()));
        hash = mix(hash, text(record.driverId()));
        hash = ofPosition(hash, record.position());
        hash = ofMotion(hash, record.motion());
        hash = ofBurst(hash, record.imuBurst());
        hash = ofVehicle(hash, record.vehicle());
        PhoneState phone = record.phone();
        if (phone != null) {
            hash = mix(hash, flag(phone.handled()));
            hash = mix(hash, flag(phone.screenOn()));
            hash = mix(hash, flag(phone.inCall()));
        }
        hash = mix(hash, flag(record.crashReported()));
        return mix(hash, text(record.driverResponse().name()));
    }

    private static long ofPosition(long hash, @Nullable Position position) {
        if (position == null) {
            return mix(hash, 1);
        }
        long h = mix(hash, Double.doubleToLongBits(position.latitude()));
        h = mix(h, Double.doubleToLongBits(position.longitude()));
        h = mix(h, Float.floatToIntBits(position.altitude()));
        h = mix(h, Float.floatToIntBits(position.heading()));
        h = mix(h, Float.floatToIntBits(position.horizontalAccuracy()));
        h = mix(h, text(position.fixType().name()));
        return mix(h, position.fixAge());
    }

    private static long ofMotion(long hash, @Nullable Motion motion) {
        if (motion == null) {
            return mix(hash, 2);
        }
        long h = mix(hash, Float.floatToIntBits(motion.speed()));
        h = mix(h, text(motion.speedSource().name()));
        h = mix(h, Float.floatToIntBits(motion.accelerationLongitudinal()));
        h = mix(h, Float.floatToIntBits(motion.accelerationLateral()));
        h = mix(h, Float.floatToIntBits(motion.accelerationVertical()));
        h = mix(h, Float.floatToIntBits(motion.angularVelocityYaw()));
        return mix(h, Double.doubleToLongBits(motion.traveledDistance()));
    }

    private static long ofBurst(long hash, @Nullable ImuBurst burst) {
        if (burst == null) {
            return mix(hash, 3);
        }
        long h = mix(hash, burst.start());
        h = mix(h, Float.floatToIntBits(burst.rate()));
        h = mix(h, Arrays.hashCode(burst.x()));
        h = mix(h, Arrays.hashCode(burst.y()));
        return mix(h, Arrays.hashCode(burst.z()));
    }

    private static long ofVehicle(long hash, @Nullable VehicleState vehicle) {
        if (vehicle == null) {
            return mix(hash, 4);
        }
        long h = mix(hash, text(vehicle.lowVoltageSystemState().name()));
        h = mix(h, Float.floatToIntBits(vehicle.engineSpeed()));
        h = mix(h, Float.floatToIntBits(vehicle.engineCoolantTemperature()));
        h = mix(h, Float.floatToIntBits(vehicle.lowVoltageBatteryVoltage()));
        for (TirePressure tire : vehicle.tirePressures()) {
            h = mix(h, tire.axle() * 31L + tire.wheel());
            h = mix(h, Float.floatToIntBits(tire.pressure()));
        }
        for (String code : vehicle.dtcList()) {
            h = mix(h, text(code));
        }
        for (SeatBelt belt : vehicle.seatBelts()) {
            h = mix(h, belt.row() * 31L + belt.seat());
            h = mix(h, flag(belt.occupied()) * 3 + flag(belt.belted()));
        }
        h = mix(h, flag(vehicle.airbagDeployed()));
        h = mix(h, text(vehicle.rollover().name()));
        h = mix(h, flag(vehicle.doorsOpen()));
        return mix(h, flag(vehicle.fuelCutOff()));
    }

    /** The hash of a string is fixed by the Java language; null is none of them. */
    private static long text(@Nullable String text) {
        return text == null ? Long.MAX_VALUE : text.hashCode();
    }

    private static long flag(@Nullable Boolean flag) {
        if (flag == null) {
            return 0;
        }
        return flag ? 2 : 1;
    }

    /**
     * The finaliser of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom numbers, 2014).
     */
    private static long mix(long hash, long value) {
        long z = hash * 31 + value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
