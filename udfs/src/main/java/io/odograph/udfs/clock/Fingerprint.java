// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.Arrays;
import java.util.Objects;

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
        hash = mix(hash, Objects.hashCode(record.deviceId()));
        Position position = record.position();
        if (position != null) {
            hash = mix(hash, Double.doubleToLongBits(position.latitude()));
            hash = mix(hash, Double.doubleToLongBits(position.longitude()));
            hash = mix(hash, Float.floatToIntBits(position.heading()));
        }
        Motion motion = record.motion();
        if (motion != null) {
            hash = mix(hash, Float.floatToIntBits(motion.speed()));
            hash = mix(hash, Float.floatToIntBits(motion.accelerationLongitudinal()));
            hash = mix(hash, Float.floatToIntBits(motion.accelerationLateral()));
            hash = mix(hash, Double.doubleToLongBits(motion.traveledDistance()));
        }
        ImuBurst burst = record.imuBurst();
        if (burst != null) {
            hash = mix(hash, burst.start());
            hash = mix(hash, Arrays.hashCode(burst.x()));
            hash = mix(hash, Arrays.hashCode(burst.y()));
            hash = mix(hash, Arrays.hashCode(burst.z()));
        }
        VehicleState vehicle = record.vehicle();
        if (vehicle != null) {
            hash = mix(hash, vehicle.lowVoltageSystemState().name().hashCode());
            hash = mix(hash, Float.floatToIntBits(vehicle.engineSpeed()));
            hash = mix(hash, Boolean.TRUE.equals(vehicle.airbagDeployed()) ? 1 : 0);
            hash = mix(hash, vehicle.rollover().name().hashCode());
        }
        return hash;
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
