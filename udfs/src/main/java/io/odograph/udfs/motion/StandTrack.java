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

    /** Away by more than this while the vehicle says that it stands, or says nothing, m. */
    private static final double AWAY_STANDING = 200;

    /** Where it usually is follows its fixes so slowly that no vehicle takes it along, ms. */
    private static final double USUAL = 20 * 60_000.0;

    /** From this long after the last fix on, a speed must have led somewhere, ms. */
    private static final long LED_AFTER = 20_000;

    /** To this part of the way at least that it makes in that time: there are red lights. */
    private static final double LED_PART = 0.25;

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

    /** Event time of the last fix, ms. */
    public long lastTime;

    /** Whether there was a fix. */
    public boolean seen;

    /** Whether its last fix, which is not away, says that it drives: it may be about to. */
    public boolean drove;

    /** Whether its last fix does not count for the mean. */
    public boolean outlier;

    /** How far the fixes may be off that the mean is of, m; 0 where not known. */
    public float accuracy;

    /** Where its fixes usually were while it stands, 1e-7 degrees. */
    public double usualLatitude;

    /** Where its fixes usually were while it stands, 1e-7 degrees. */
    public double usualLongitude;

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
     * @param stated accuracy, m
     * @param speed km/h, or NaN
     * @param ignition state of the ignition
     */
    public Outcome accept(
            long time, int latitude, int longitude, float stated, float speed, Ignition ignition) {
        double moved = seen ? metres(lastLatitude, lastLongitude, latitude, longitude) : Double.NaN;
        boolean together = moved <= TOGETHER;
        long passed = seen ? time - lastTime : 0;
        seen = true;
        lastTime = time;
        lastLatitude = latitude;
        lastLongitude = longitude;
        if (ignition == Ignition.ON) {
            withoutIgnition = false;
        }
        if (!standing) {
            if (!mayStand(speed, ignition, together)) {
                return Outcome.MOVING;
            }
            standAt(time, latitude, longitude, stated);
            return Outcome.STANDING;
        }
        double distance = metres(latitude(), longitude(), latitude, longitude);
        // The place may be that of a reflection, of which the vehicle would seem to leave.
        double least = Math.min(distance, metresFromUsual(latitude, longitude));
        boolean settled = time - since >= SETTLES;
        boolean led = ignition == Ignition.ON || hasLedSomewhere(moved, passed, speed);
        boolean hasDriven = drove;
        boolean near = least <= Math.max(AWAY_DRIVING, stated);
        drove = near && ignition != Ignition.OFF && speed >= DRIVES;
        boolean wasOutlier = outlier;
        outlier = distance > OUTLIER;
        boolean twice = wasOutlier && outlier && moved <= Math.max(TOGETHER, 2 * stated);
        boolean drivenOn = hasDriven && speed < STANDS && distance > AWAY_DRIVING + stated;
        boolean wasSettled = time - passed - since >= SETTLES;
        if ((twice && !wasSettled) || (drivenOn && !settled)) {
            // From one red light to the next.
            standAt(twice ? time - passed : time, latitude, longitude, stated);
            return Outcome.STANDING;
        }
        if (!isAway(least, stated, led ? speed : Float.NaN, ignition)) {
            away = 0;
            followUsual(passed, time - since, latitude, longitude);
            if (!settled && distance <= OUTLIER) {
                takeIn(latitude, longitude, stated);
            }
            return settled ? Outcome.SETTLED : Outcome.STANDING;
        }
        away++;
        if (away < needed(speed, ignition, settled, passed)) {
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

    private static boolean isAway(double distance, float stated, float speed, Ignition ignition) {
        if (ignition == Ignition.OFF || !(speed >= STANDS)) {
            return distance > AWAY_STANDING + stated;
        }
        if (speed >= DRIVES) {
            return distance > Math.max(AWAY_DRIVING, stated);
        }
        return distance > AWAY_CREEPING + stated;
    }

    /** Reflections show speeds, too, at a place that stays the same. */
    private static boolean hasLedSomewhere(double moved, long passed, float speed) {
        return passed < LED_AFTER || moved >= LED_PART * speed / 3.6 * passed / 1_000;
    }

    /**
     * Who drives has left at once if the ignition is known to be on, or after a red light. Fixes
     * that are far apart in time may each be of another reflection.
     */
    private static int needed(float speed, Ignition ignition, boolean settled, long passed) {
        if (ignition == Ignition.OFF || !(speed >= DRIVES)) {
            return FIXES;
        }
        if (ignition == Ignition.ON || !settled) {
            return 1;
        }
        return passed > SETTLES ? FIXES : FIXES_DRIVING;
    }

    private double metresFromUsual(int latitude, int longitude) {
        return metres(
                (int) Math.round(usualLatitude),
                (int) Math.round(usualLongitude),
                latitude,
                longitude);
    }

    /** A mean over the time that it stands, at most over the last while. */
    private void followUsual(long passed, long stood, int latitude, int longitude) {
        if (passed > 0 && stood > 0) {
            double part = Math.min(1, passed / Math.min((double) stood, USUAL));
            usualLatitude += part * (latitude - usualLatitude);
            usualLongitude = towards(usualLongitude, longitude, part);
        }
    }

    private void standAt(long time, int latitude, int longitude, float stated) {
        standing = true;
        since = time;
        meanLatitude = latitude;
        meanLongitude = longitude;
        usualLatitude = latitude;
        usualLongitude = longitude;
        accuracy = stated;
        fixes = 1;
        away = 0;
        drove = false;
        outlier = false;
    }

    private void takeIn(int latitude, int longitude, float stated) {
        fixes++;
        accuracy += (stated - accuracy) / fixes;
        meanLatitude += (latitude - meanLatitude) / fixes;
        meanLongitude = towards(meanLongitude, longitude, 1.0 / fixes);
    }

    /** Part of the shorter way from one longitude to another. */
    private static double towards(double from, double to, double part) {
        double turn = Math.IEEEremainder(to - from, 360 * E7);
        return Math.IEEEremainder(from + part * turn, 360 * E7);
    }

    /** The device set its clock back by some ms. */
    public void moveBack(long millis) {
        since -= millis;
        lastTime -= millis;
    }

    private static double metres(int latitude1, int longitude1, int latitude2, int longitude2) {
        return Distance.metres(latitude1 / E7, longitude1 / E7, latitude2 / E7, longitude2 / E7);
    }
}
