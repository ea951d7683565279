// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.time.Instant;
import java.util.List;

/** Makes records of what a device reports. */
final class Reports {

    /** A Wednesday forenoon in Europe, as drives over roads have it. */
    static final long DEPARTURE = Instant.parse("2026-03-18T09:00:00Z").toEpochMilli();

    private static final long LATENCY = 300;

    private Reports() {}

    /** Event time of so many seconds from the beginning, ms. */
    static long millis(double seconds) {
        return DEPARTURE + Math.round(seconds * 1_000);
    }

    /** Seconds from the beginning of an event time. */
    static double seconds(long millis) {
        return (millis - DEPARTURE) / 1e3;
    }

    /**
     * One record.
     *
     * @param seconds from the beginning
     * @param speed km/h, or NaN
     * @param accuracy as the receiver states it, m
     */
    static Telemetry record(
            double seconds,
            Spot spot,
            float speed,
            float accuracy,
            LowVoltageSystemState ignition) {
        long time = millis(seconds);
        Position position =
                new Position(
                        spot.latitude(),
                        spot.longitude(),
                        Float.NaN,
                        Float.NaN,
                        accuracy,
                        FixType.THREE_D,
                        0);
        return new Telemetry(
                "car-1",
                null,
                null,
                DeviceKind.BLACK_BOX,
                null,
                null,
                null,
                time,
                time + LATENCY,
                Math.round(seconds),
                position,
                motion(speed),
                null,
                vehicle(ignition),
                null,
                null,
                DriverResponse.UNKNOWN,
                false);
    }

    private static Motion motion(float speed) {
        return new Motion(
                speed, SpeedSource.GNSS, Float.NaN, Float.NaN, Float.NaN, Float.NaN, Double.NaN);
    }

    private static VehicleState vehicle(LowVoltageSystemState ignition) {
        return new VehicleState(
                ignition,
                Float.NaN,
                Float.NaN,
                Float.NaN,
                List.of(),
                List.of(),
                List.of(),
                null,
                Rollover.UNKNOWN,
                null,
                null);
    }
}
