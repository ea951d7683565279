// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.MotionTrack;

/**
 * How far a vehicle goes from report to report: by its odometer while that is fine enough and
 * agrees, else by its speed, else by its positions. Changed in place.
 *
 * <p>The speed of a receiver comes from the Doppler shift and errs to both sides, so its sum over
 * the time is right within a percent; positions err, too, but every error makes the way between
 * them longer, so they count only from far enough away, and where reports are so far apart that
 * what the speed was between them is a guess.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class DistanceTrack {

    /** Between reports farther apart than this the speed is a guess, ms. */
    private static final long SPEED_HOLDS = 10_000;

    /** Between reports farther apart than this it tells nothing at all, ms. */
    private static final long SPEED_TELLS = 60_000;

    /** Positions nearer than this to the last one that counted may be noise, m. */
    private static final double LEAST_CHORD = 20;

    /** Roads bend: the way is at most so much longer than straight, where speeds say so. */
    private static final double DETOUR = 1.4;

    /** Odometers that count in larger steps tell nothing of a minute, m. */
    private static final double COARSE = 25;

    /** Steps in a row that must agree before the odometer is believed. */
    private static final int AGREES = 10;

    /** An odometer agrees if it differs by no more than this part, and a step. */
    private static final double DIFFERS = 0.1;

    /** No vehicle is faster, m/s. */
    private static final double FASTEST = 400 / 3.6;

    /** Odometer when it last moved, m, or NaN. */
    public double odometer = Double.NaN;

    /** What the other means say since then, mm. */
    public long since;

    /** Steps in a row that agreed. */
    public int agreed;

    /** Event time of the position that counted last, ms, or {@link MotionTrack#NEVER}. */
    public long fixTime = MotionTrack.NEVER;

    /** Latitude of the position that counted last, 1e-7 degrees. */
    public int latitude;

    /** Longitude of that position, 1e-7 degrees. */
    public int longitude;

    /** What was counted since that position by speed, mm. */
    public long bySpeed;

    /** Distance from one reading to the next, mm. */
    long between(Reading last, Reading now) {
        long estimated = estimate(last, now);
        long driven = estimated;
        if (now.odometer >= 0) {
            driven = byOdometer(now, estimated, now.time - last.time);
        } else {
            since += estimated;
        }
        return driven;
    }

    private long byOdometer(Reading now, long estimated, long passed) {
        double step = now.odometer - odometer;
        boolean known = !Double.isNaN(odometer);
        if (known && step == 0) {
            since += estimated;
            if (agreed < AGREES) {
                return estimated;
            }
            if (since <= 2 * COARSE * 1_000) {
                // A fine one moves in a moment, or the vehicle stands.
                return 0;
            }
            agreed = 0;
            return since;
        }
        long other = since + estimated;
        boolean believed = agreed >= AGREES;
        boolean agrees =
                known
                        && step > 0
                        && step <= FASTEST * passed / 1_000 + COARSE
                        && Math.abs(step * 1_000 - other) <= DIFFERS * other + COARSE * 1_000
                        && (step <= COARSE || step * 1_000 <= (1 + DIFFERS) * estimated + 1_000);
        odometer = now.odometer;
        since = 0;
        agreed = agrees ? Math.min(AGREES, agreed + 1) : 0;
        return agrees && believed ? Math.round(step * 1_000) : estimated;
    }

    private long estimate(Reading last, Reading now) {
        long passed = now.time - last.time;
        boolean bothSpeeds = !Float.isNaN(last.speed) && !Float.isNaN(now.speed);
        long byMean = bothSpeeds ? Math.round((last.speed + now.speed) / 7.2 * passed) : -1;
        if (byMean >= 0 && passed <= SPEED_HOLDS) {
            count(now, byMean);
            return byMean;
        }
        if (!now.hasFix) {
            long guess = Math.max(0, byMean);
            count(now, guess);
            return guess;
        }
        if (fixTime == MotionTrack.NEVER) {
            start(now);
            return 0;
        }
        double chord = now.metresFrom(latitude, longitude);
        double least = Math.max(LEAST_CHORD, 2 * (now.accuracy > 0 ? now.accuracy : 0));
        if (chord < least) {
            return 0;
        }
        long straight = Math.round(chord * 1_000);
        long spoken = passed <= SPEED_TELLS ? bySpeed + byMean : 0;
        long way = Math.max(straight, Math.min(Math.round(straight * DETOUR), spoken));
        long left = Math.max(0, way - bySpeed);
        start(now);
        return left;
    }

    private void count(Reading now, long driven) {
        bySpeed += driven;
        if (now.hasFix) {
            start(now);
        }
    }

    private void start(Reading now) {
        fixTime = now.time;
        latitude = now.latitude;
        longitude = now.longitude;
        bySpeed = 0;
    }

    /** What was before does not connect with what follows. */
    void cut() {
        odometer = Double.NaN;
        since = 0;
        fixTime = MotionTrack.NEVER;
        bySpeed = 0;
    }
}
