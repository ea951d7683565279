// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import java.util.Arrays;

/**
 * How a device lies in its vehicle, as far as driving has shown it. Changed in place by {@link
 * MountLearner}; about 230 bytes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class MountTrack {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** For so long after somebody let it go a device may still settle, ms. */
    private static final long SETTLES = 5_000;

    /** Stands for the device. */
    public int device;

    /**
     * Faded sums over seconds of driving: how many, along, across, along squared, along times
     * across, across squared; the three axes; along times them; across times them; their squares.
     */
    public double[] sums = new double[MountLearner.SUMS];

    /** Seconds of driving that were learned from. */
    public int seconds;

    /** Whether it is known how it lies. */
    public boolean learned;

    /** Whether its samples contain gravity. */
    public boolean gravity;

    /** Standard error of what was learned, degrees. */
    public float error = Float.NaN;

    /** Forward in its axes. */
    public float forwardX;

    /** Forward in its axes. */
    public float forwardY;

    /** Forward in its axes. */
    public float forwardZ;

    /** Up in its axes. */
    public float upX;

    /** Up in its axes. */
    public float upY;

    /** Up in its axes. */
    public float upZ;

    /** What it shows at rest or in uniform motion, m/s2: gravity and its own offset. */
    public float restX;

    /** What it shows at rest or in uniform motion, m/s2: gravity and its own offset. */
    public float restY;

    /** What it shows at rest or in uniform motion, m/s2: gravity and its own offset. */
    public float restZ;

    /** The same of the last seconds alone, m/s2, or NaN. */
    public float lateX = Float.NaN;

    /** The same of the last seconds alone, m/s2. */
    public float lateY;

    /** The same of the last seconds alone, m/s2. */
    public float lateZ;

    /** Faded sum of squares of the acceleration along that speed shows. */
    public float shownAlong;

    /** Faded sum of squares of the acceleration across that direction shows. */
    public float shownAcross;

    /** Faded sum of products of what speed and what the device show along. */
    public float agreedAlong;

    /** Faded sum of products of what direction and what the device show across. */
    public float agreedAcross;

    /** Faded sum of products of what speed shows along and the device upward. */
    public float tiltAlong;

    /** Faded sum of products of what direction shows across and the device upward. */
    public float tiltAcross;

    /** Faded sum of products along with across, for a turn about the vertical axis. */
    public float swing;

    /** Event time at which somebody held it last, ms, or NEVER. */
    public long handled = NEVER;

    /** Whether samples at a time can be turned into the vehicle's axes. */
    boolean isUsable(long time) {
        return learned && (handled == NEVER || time - handled > SETTLES);
    }

    /** Acceleration forward of a sample, m/s2. */
    float forward(float x, float y, float z) {
        return forwardX * (x - restX) + forwardY * (y - restY) + forwardZ * (z - restZ);
    }

    /** Acceleration to the left of a sample, m/s2. */
    float left(float x, float y, float z) {
        return (upY * forwardZ - upZ * forwardY) * (x - restX)
                + (upZ * forwardX - upX * forwardZ) * (y - restY)
                + (upX * forwardY - upY * forwardX) * (z - restZ);
    }

    /** Acceleration upward of a sample, m/s2. */
    float up(float x, float y, float z) {
        return upX * (x - restX) + upY * (y - restY) + upZ * (z - restZ);
    }

    /** It may lie in another way now: all that was learned is void. */
    void forget() {
        Arrays.fill(sums, 0);
        seconds = 0;
        learned = false;
        error = Float.NaN;
        lateX = Float.NaN;
        shownAlong = 0;
        shownAcross = 0;
        agreedAlong = 0;
        agreedAcross = 0;
        tiltAlong = 0;
        tiltAcross = 0;
        swing = 0;
    }
}
