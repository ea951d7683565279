// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.testing;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/** Records as they are, but for one thing. */
public final class Fixes {

    private Fixes() {}

    /** With another stated error, m. */
    public static Telemetry withAccuracy(Telemetry r, float accuracy) {
        Position p = r.position();
        return with(
                r,
                new Position(
                        p.latitude(),
                        p.longitude(),
                        p.altitude(),
                        p.heading(),
                        accuracy,
                        p.fixType(),
                        p.fixAge()),
                r.eventTime(),
                r.tenantId());
    }

    /** At another place. */
    public static Telemetry at(Telemetry r, double latitude, double longitude) {
        Position p = r.position();
        return with(
                r,
                new Position(
                        latitude,
                        longitude,
                        p.altitude(),
                        p.heading(),
                        p.horizontalAccuracy(),
                        p.fixType(),
                        p.fixAge()),
                r.eventTime(),
                r.tenantId());
    }

    /** By a clock that is set back by some ms. */
    public static Telemetry setBack(Telemetry r, long millis) {
        return with(r, r.position(), r.eventTime() - millis, r.tenantId());
    }

    /** Of another customer, or of none. */
    public static Telemetry ofTenant(Telemetry r, @Nullable String tenant) {
        return with(r, r.position(), r.eventTime(), tenant);
    }

    /** A line of a recorded drive: three hours between trips, and nothing held back. */
    public static Telemetry ofRecording(String[] fields) {
        long trip = Long.parseLong(fields[6]);
        long time = trip * 10_800_000 + Math.round(number(fields[12]) * 1_000);
        float speed = (float) number(fields[14]);
        float heading = (float) number(fields[16]);
        Telemetry any = Drive.of("A").gnss().driving(speed, 1).records().get(0);
        Position position =
                new Position(
                        number(fields[2]),
                        number(fields[1]),
                        Float.NaN,
                        heading,
                        Float.NaN,
                        FixType.UNKNOWN,
                        -1);
        return Drive.receivedAt(with(any, position, time, "acme"), time);
    }

    private static double number(String decimal) {
        return decimal.isEmpty() ? Double.NaN : Double.parseDouble(decimal.replace(',', '.'));
    }

    private static Telemetry with(
            Telemetry r, @Nullable Position position, long time, @Nullable String tenant) {
        return new Telemetry(
                r.vehicleId(),
                tenant,
                r.deviceId(),
                r.deviceKind(),
                r.tripId(),
                r.driverId(),
                r.traceId(),
                time,
                r.receivedAt(),
                r.sequence(),
                position,
                r.motion(),
                r.imuBurst(),
                r.vehicle(),
                r.phone(),
                r.crashReported(),
                r.driverResponse(),
                r.test());
    }
}
