// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

/**
 * What is remembered of the accelerometer that counts: its filters, and its means over the last two
 * seconds, to be compared with what speed and direction show. Changed in place; about 160 bytes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class ImuTrack {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Length of a mean, ms. */
    private static final int MEAN = 1_000;

    /** A mean of less than this tells nothing, ms. */
    private static final int SHORT_MEAN = 600;

    /** Means farther apart than this are not neighbours, ms. */
    private static final long NEIGHBOURS = 1_600;

    /** A sensor that shows the very same for so long does not work, ms. */
    private static final int STUCK = 1_000;

    /** So far beyond the means they still hold, ms. */
    private static final long BEYOND = 550;

    /** Event time of the last sample, ms, or NEVER. */
    public long time = NEVER;

    /** Event time since when samples follow each other, ms. */
    public long since = NEVER;

    /** Stands for the device. */
    public int device;

    /** Whether its axes are those of the vehicle. */
    public boolean ofVehicle;

    /** Whether it measures across the vehicle, too. */
    public boolean twoAxes = true;

    /** Forward. */
    public HarshAxis along = new HarshAxis();

    /** To the left. */
    public HarshAxis across = new HarshAxis();

    /** Last sample of the first axis, m/s2. */
    public float lastX = Float.NaN;

    /** Last sample of the second axis, m/s2. */
    public float lastY = Float.NaN;

    /** For so long neither has changed, ms. */
    public int stuck;

    /** Change of velocity beyond what tyres hold, m/s; fades within seconds. */
    public float excess;

    /** Sum of the first axis in the mean under way, m/s2 ms. */
    public float sumX;

    /** Sum of the second axis in it, m/s2 ms. */
    public float sumY;

    /** Sum of the third axis in it, m/s2 ms. */
    public float sumZ;

    /** Time summed up, ms. */
    public int summed;

    /** Means of the last second, m/s2. */
    public float meanX;

    /** Means of the last second, m/s2. */
    public float meanY;

    /** Means of the last second, m/s2. */
    public float meanZ;

    /** The middle of that second, ms, or NEVER. */
    public long meanTime = NEVER;

    /** Means of the second before, m/s2. */
    public float beforeX;

    /** Means of the second before, m/s2. */
    public float beforeY;

    /** Means of the second before, m/s2. */
    public float beforeZ;

    /** The middle of that second, ms, or NEVER. */
    public long beforeTime = NEVER;

    /** End of the last step of speed that was compared, ms, or NEVER. */
    public long comparedTo = NEVER;

    /** Adds a raw sample, which stands for the time since the one before. */
    void sum(float x, float y, float z, int millis) {
        sumX += x * millis;
        sumY += y * millis;
        sumZ += z * millis;
        summed += millis;
        stuck = x == lastX && y == lastY ? stuck + millis : 0;
        lastX = x;
        lastY = y;
        if (stuck >= STUCK) {
            since = time;
        }
        if (summed >= MEAN) {
            closeMean();
        }
    }

    /** Makes a mean of what is summed up, if it is enough. */
    void closeMean() {
        if (summed >= SHORT_MEAN) {
            beforeX = meanX;
            beforeY = meanY;
            beforeZ = meanZ;
            beforeTime = meanTime;
            meanX = sumX / summed;
            meanY = sumY / summed;
            meanZ = sumZ / summed;
            meanTime = time - summed / 2;
        }
        sumX = 0;
        sumY = 0;
        sumZ = 0;
        summed = 0;
    }

    /** Makes a mean where a step of speed ends, so that both are of the same second. */
    void closeMeanIfEnough() {
        if (summed >= SHORT_MEAN) {
            closeMean();
        }
    }

    /** Whether the means reach to a time. */
    boolean reaches(long at) {
        return meanTime != NEVER && at <= meanTime + BEYOND;
    }

    /**
     * Weight of the last mean at a time, 0..1, the rest being that of the mean before; NaN where
     * they do not hold there.
     */
    float weight(long at) {
        boolean pair = beforeTime != NEVER && meanTime - beforeTime <= NEIGHBOURS;
        if (meanTime == NEVER || at > meanTime + BEYOND) {
            return Float.NaN;
        }
        if (at >= meanTime || !pair) {
            return at >= meanTime - BEYOND ? 1 : Float.NaN;
        }
        float weight = 1 - (meanTime - at) / (float) (meanTime - beforeTime);
        return at < beforeTime - BEYOND ? Float.NaN : Math.max(0, weight);
    }

    /** Whether its samples cover a stretch of time. */
    boolean covers(long from, long to) {
        return time != NEVER && since <= from + MEAN / 2 && time >= to - MEAN / 2;
    }

    /** Forgets everything but slope and sensor. */
    void clear() {
        time = NEVER;
        since = NEVER;
        along.open = null;
        across.open = null;
        excess = 0;
        sumX = 0;
        sumY = 0;
        sumZ = 0;
        summed = 0;
        meanTime = NEVER;
        beforeTime = NEVER;
        comparedTo = NEVER;
    }
}
