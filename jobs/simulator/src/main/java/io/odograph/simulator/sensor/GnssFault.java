// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

/**
 * A time during which a receiver reports what is not so.
 *
 * @param from s, inclusive
 * @param to s, exclusive
 * @param kind what it does
 * @param statesAge whether it then reports the age of its fix
 * @param east what {@link Kind#SHIFTED} adds to the position, m
 * @param north what {@link Kind#SHIFTED} adds to the position, m
 */
public record GnssFault(
        double from, double to, Kind kind, boolean statesAge, double east, double north) {

    /** What a receiver does wrong. */
    public enum Kind {
        /** Repeats the last fix: position and speed frozen. */
        HELD,
        /** Repeats the last position with a speed of 0. */
        ZEROED,
        /** Reports another place with the true speed, as after reflections. */
        SHIFTED
    }

    /** A receiver that repeats its last fix. */
    public static GnssFault held(double from, double to, boolean statesAge) {
        return new GnssFault(from, to, Kind.HELD, statesAge, 0, 0);
    }

    /** A receiver that repeats its last position with a speed of 0. */
    public static GnssFault zeroed(double from, double to, boolean statesAge) {
        return new GnssFault(from, to, Kind.ZEROED, statesAge, 0, 0);
    }

    /** A receiver that believes itself elsewhere. */
    public static GnssFault shifted(double from, double to, double east, double north) {
        return new GnssFault(from, to, Kind.SHIFTED, true, east, north);
    }

    /** Whether it is wrong at a time. */
    public boolean covers(double time) {
        return time >= from && time < to;
    }

    /** Whether there are no new fixes meanwhile. */
    public boolean stopsFixes() {
        return kind != Kind.SHIFTED;
    }
}
