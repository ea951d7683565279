// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records of one vehicle, one a second, around what was recorded elsewhere. */
final class Drive {

    /** When every one begins, ms. */
    static final long START = 1_772_434_800_000L;

    /** From measuring to receipt, ms. */
    private static final long LATENCY = 200;

    private static final double METRES_PER_DEGREE = 111_195;

    private final List<Telemetry> records = new ArrayList<>();
    private final DeviceKind kind;
    private final SpeedSource source;
    private double north;
    private @Nullable ImuBurst waiting;
    private long waitsUntil;

    /** A vehicle whose speed comes from its wheels or from satellites. */
    Drive(DeviceKind kind, SpeedSource source) {
        this.kind = kind;
        this.source = source;
    }

    /** The next record that is measured when a recording is complete carries it. */
    void feel(ImuBurst burst) {
        waiting = burst;
        waitsUntil = burst.timeOf(burst.x().length);
    }

    /** Reports a speed in km/h at a time in s, straight on to the north. */
    void report(double time, double speed) {
        north += speed / 3.6;
        report(time, speed, -25 + north / METRES_PER_DEGREE, -49);
    }

    /** Reports a speed in km/h at a time in s somewhere; NaN for no position. */
    void report(double time, double speed, double latitude, double longitude) {
        long now = START + Math.round(time * 1000);
        Position position =
                Double.isNaN(latitude)
                        ? null
                        : new Position(
                                latitude, longitude, Float.NaN, Float.NaN, 5, FixType.THREE_D, -1);
        Motion motion =
                new Motion(
                        (float) speed,
                        source,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Double.NaN);
        boolean complete = waiting != null && waitsUntil <= now;
        records.add(record(now, position, motion, complete ? waiting : null));
        waiting = complete ? null : waiting;
    }

    private Telemetry record(
            long now, @Nullable Position position, Motion motion, @Nullable ImuBurst burst) {
        return new Telemetry(
                "recorded",
                null,
                null,
                kind,
                null,
                null,
                null,
                now,
                now + LATENCY,
                records.size(),
                position,
                motion,
                burst,
                null,
                null,
                null,
                DriverResponse.UNKNOWN,
                false);
    }

    /** All records so far. */
    List<Telemetry> records() {
        return records;
    }
}
