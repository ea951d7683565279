// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.geo.Distance;

/**
 * Tells where a vehicle is that stands while its receiver drifts. From when it stands its place is
 * the mean of its fixes, and after a minute that stays as it is until the vehicle has left: it
 * drives, or it is so far away so often that no drift explains it. Changed in place.
 *
 * <p>Distances are judgement on drift as published: parked receivers are mostly within 10 to 20 m
 * and seldom 100 m off, for minutes at a time, by reflections between houses.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class StandTrack {

    /** What a fix comes to; constants are only ever added. */
    public enum Outcome {
        /** The vehicle is at the fix. */
        MOVING,
        /** It stands, and its place may still move by some metres. */
        STANDING,
        /** It has stood for a minute, and its place is known as well as it will be. */
        SETTLED,
        /** The fix is away from where it stood, and whether it has left is not known yet. */
        DOUBTFUL
    }

    /** State of the ignition; constants are only ever added. */
    public enum Ignition {
        /** Not reported. */
        UNKNOWN,
        /** Off. */
        OFF,
        /** On. */
        ON
    }

    /** Who is slower may stand, km/h: receivers show up to 2 at rest. */
    private static final float STANDS = 3;

    /** Who is faster drives, km/h: walking pace is less. */
    private static final float DRIVES = 8;

    /** After so long the place of who stands is settled, ms: drift takes longer than that. */
    private static final long SETTLES = 60_000;

    /** Fixes farther from the mean do not count for it, m. */
    private static final double OUTLIER = 50;

    /** Away by more than this while the vehicle says that it drives, m. */
    private static final double AWAY_DRIVING = 20;

    /** Away by more than this while it may creep, m. */
    private static final double AWAY_CREEPING = 50;

    /** Away by more than this while its speed is not known, m. */
    private static final double AWAY_UNKNOWN = 100;

    /** Away by more than this while the vehicle says that it stands, m. */
    private static final double AWAY_STANDING = 200;

    /** Two fixes nearer to each other than this are of one who does not move, m. */
    private static final double TOGETHER = 20;

    private static final int FIXES_DRIVING = 2;
    private static final int FIXES = 3;
    private static final double E7 = 1e7;

    /** Whether it stands. */
    public boolean standing;

    /** Whether it moves with the ignition off. */
    public boolean withoutIgnition;

    /** Event time since when it stands, ms. */
    public long since;

    /** Mean of the fixes since then, 1e-7 degrees. */
    public double meanLatitude;

    /** Mean of the fixes since then, 1e-7 degrees. */
    public double meanLongitude;

    /** Fixes that the mean is of. */
    public int fixes;

    /** Fixes away from it, one after the other. */
    public int away;

    /** Latitude of the last fix, 1e-7 degrees. */
    public int lastLatitude;

    /** Longitude of the last fix, 1e-7 degrees. */
    public int lastLongitude;

    /** Whether there was a fix. */
    public boolean seen;

    /** Latitude of where the vehicle is while it stands, 1e-7 degrees. */
    public int latitude() {
        return (int) Math.round(meanLatitude);
    }

    /** Longitude of where the vehicle is while it stands, 1e-7 degrees. */
    public int longitude() {
        return (int) Math.round(meanLongitude);
    }

    /**
     * Takes the next fix.
     *
     * @param time event time, ms
     * @param latitude 1e-7 degrees
     * @param longitude 1e-7 degrees
     * @param accuracy m
     * @param speed km/h, or NaN
     * @param ignition state of the ignition
     */
    public Outcome accept(
            long time,
            int latitude,
            int longitude,
            float accuracy,
            float speed,
            Ignition ignition) {
        boolean together =
                seen && metres(lastLatitude, lastLongitude, latitude, longitude) <= TOGETHER;
        seen = true;
        lastLatitude = latitude;
        lastLongitude = longitude;
        if (ignition == Ignition.ON) {
            withoutIgnition = false;
        }
        if (!standing) {
            if (!mayStand(speed, ignition, together)) {
                return Outcome.MOVING;
            }
            standAt(time, latitude, longitude);
            return Outcome.STANDING;
        }
        double distance = metres(latitude(), longitude(), latitude, longitude);
        if (!isAway(distance, accuracy, speed, ignition)) {
            away = 0;
            boolean settled = time - since >= SETTLES;
            if (!settled && distance <= OUTLIER) {
                takeIn(latitude, longitude);
            }
            return settled ? Outcome.SETTLED : Outcome.STANDING;
        }
        away++;
        if (away < needed(speed, ignition)) {
            return Outcome.DOUBTFUL;
        }
        standing = false;
        withoutIgnition = ignition == Ignition.OFF;
        return Outcome.MOVING;
    }

    private boolean mayStand(float speed, Ignition ignition, boolean together) {
        if (withoutIgnition || Float.isNaN(speed)) {
            return together;
        }
        return ignition == Ignition.OFF || speed < STANDS;
    }

    private static boolean isAway(double distance, float accuracy, float speed, Ignition ignition) {
        if (ignition == Ignition.OFF || speed < STANDS) {
            return distance > AWAY_STANDING + accuracy;
        }
        if (speed >= DRIVES) {
            return distance > Math.max(AWAY_DRIVING, accuracy);
        }
        return distance > (Float.isNaN(speed) ? AWAY_UNKNOWN : AWAY_CREEPING) + accuracy;
    }

    /** A vehicle whose ignition is known to be on drives if it says so. */
    private static int needed(float speed, Ignition ignition) {
        if (ignition == Ignition.OFF || !(speed >= DRIVES)) {
            return FIXES;
        }
        return ignition == Ignition.ON ? 1 : FIXES_DRIVING;
    }

    private void standAt(long time, int latitude, int longitude) {
        standing = true;
        since = time;
        meanLatitude = latitude;
        meanLongitude = longitude;
        fixes = 1;
        away = 0;
    }

    private void takeIn(int latitude, int longitude) {
        fixes++;
        meanLatitude += (latitude - meanLatitude) / fixes;
        double turn = Math.IEEEremainder(longitude - meanLongitude, 360 * E7);
        meanLongitude = Math.IEEEremainder(meanLongitude + turn / fixes, 360 * E7);
    }

    /** The device set its clock back by some ms. */
    public void moveBack(long millis) {
        since -= millis;
    }

    private static double metres(int latitude1, int longitude1, int latitude2, int longitude2) {
        return Distance.metres(latitude1 / E7, longitude1 / E7, latitude2 / E7, longitude2 / E7);
    }
}
