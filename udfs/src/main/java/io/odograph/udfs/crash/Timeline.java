// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/**
 * What a vehicle reported in its last {@value #SPAN_SECONDS} seconds, one sample a second; 20 bytes
 * each. A ring that grows with what is in it, so that a vehicle that reports once a minute costs
 * next to nothing.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class Timeline {

    /** 60 s before an incident, 30 s after, and a few for what decides that they are over. */
    static final int SPAN_SECONDS = 95;

    /** Stands for a position that is not known. */
    private static final int NOWHERE = Integer.MIN_VALUE;

    private static final int SMALLEST = 8;

    /** Seconds that the span touches; a bound also where a clock goes to and fro within one. */
    private static final int LARGEST = SPAN_SECONDS + 2;

    private static final double DEGREE = 1e7;
    private static final float HEADING = 50;
    private static final float SPEED = 100;
    private static final short NO_SPEED = -1;

    /** Times are counted from a new origin before they leave the range of an int, ms. */
    private static final long REBASE = 1L << 30;

    /** Friction of a wheel that neither always nor never brakes or slides, in units of 1 g. */
    private static final double FRICTION = 0.35;

    /** Duration of an impact, ms: a report within it tells half of it. */
    private static final long IMPACT = 150;

    private static final float ACCELERATION = 100;

    /** Event time that the times of the samples count from, ms. */
    public long origin;

    /** Event times of the samples, ms after the origin. */
    public int[] times = new int[0];

    /** Speeds, 0.01 km/h, unsigned; the largest number stands for none. */
    public short[] speeds = new short[0];

    /** Latitudes, 1e-7 degrees. */
    public int[] latitudes = new int[0];

    /** Longitudes, 1e-7 degrees. */
    public int[] longitudes = new int[0];

    /** Headings, 1/50 degree, or -1. */
    public short[] headings = new short[0];

    /** Accelerations along the vehicle, cm/s2. */
    public short[] forward = new short[0];

    /** Accelerations across the vehicle, cm/s2. */
    public short[] left = new short[0];

    /** Index of the oldest sample. */
    public int head;

    /** Number of samples. */
    public int size;

    /** Adds a report; one in the second of the last replaces it. */
    void add(Telemetry record, float speed) {
        long time = record.eventTime();
        boolean sameSecond =
                size > 0 && Math.floorDiv(time, 1000L) == Math.floorDiv(timeAt(size - 1), 1000L);
        if (!sameSecond) {
            while (size > 0 && (size == LARGEST || timeAt(0) < time - SPAN_SECONDS * 1000L)) {
                head = index(1);
                size--;
            }
            if (size == times.length) {
                grow();
            }
            size++;
        }
        int i = index(size - 1);
        times[i] = sinceOrigin(time);
        // A record without a speed, such as a recording alone, must not hide one of that second.
        if (!sameSecond || !Float.isNaN(speed)) {
            speeds[i] = Float.isNaN(speed) ? NO_SPEED : (short) Math.round(speed * SPEED);
        }
        Position position = record.position();
        if (position != null || !sameSecond) {
            latitudes[i] = position == null ? NOWHERE : degrees(position.latitude());
            longitudes[i] = position == null ? NOWHERE : degrees(position.longitude());
            headings[i] =
                    position == null || Float.isNaN(position.heading())
                            ? -1
                            : (short) Math.round(position.heading() * HEADING);
        }
        Motion motion = record.motion();
        if (motion != null || !sameSecond) {
            forward[i] = packed(motion == null ? Float.NaN : motion.accelerationLongitudinal());
            left[i] = packed(motion == null ? Float.NaN : motion.accelerationLateral());
        }
    }

    /** Highest speed in a span of event time, both ends in it; NaN where none is known. */
    float highestSpeed(long from, long to) {
        float highest = Float.NaN;
        for (int i = size - 1; i >= 0 && timeAt(i) >= from; i--) {
            float speed = speedAt(i);
            if (timeAt(i) <= to && (speed > highest || Float.isNaN(highest))) {
                highest = speed;
            }
        }
        return highest;
    }

    /** Lowest speed after a time and up to another; NaN where none is known. */
    float lowestSpeed(long after, long to) {
        float lowest = Float.NaN;
        for (int i = size - 1; i >= 0 && timeAt(i) > after; i--) {
            float speed = speedAt(i);
            if (timeAt(i) <= to && (speed < lowest || Float.isNaN(lowest))) {
                lowest = speed;
            }
        }
        return lowest;
    }

    /** Last speed known at a time, not older than a span, ms; NaN where there is none. */
    float lastSpeed(long time, long span) {
        for (int i = size - 1; i >= 0 && timeAt(i) >= time - span; i--) {
            if (timeAt(i) <= time && !Float.isNaN(speedAt(i))) {
                return speedAt(i);
            }
        }
        return Float.NaN;
    }

    /**
     * Change of velocity by the last report before a moment and the first one after it, less what
     * braking and sliding take on average in between, km/h, 0 and up; NaN where they are not known.
     */
    double lossAcross(long impact) {
        int after = -1;
        for (int i = size - 1; i >= 0 && timeAt(i) >= impact - 3_000; i--) {
            float speed = speedAt(i);
            if (Float.isNaN(speed)) {
                continue;
            }
            if (timeAt(i) >= impact) {
                boolean told = timeAt(i) == impact || timeAt(i) >= impact + IMPACT;
                after = told && timeAt(i) <= impact + 2_000 ? i : after;
            } else {
                return after < 0
                        ? Double.NaN
                        : Math.max(0, speed - speedAt(after) - friction(i, after));
            }
        }
        return Double.NaN;
    }

    private double friction(int from, int to) {
        double seconds = (timeAt(to) - timeAt(from)) / 1000.0;
        return FRICTION * ImpactPulse.G * 3.6 * seconds;
    }

    /**
     * Event time since which all known speeds have been below a limit, or {@link CrashState#NEVER}
     * where the last one is not.
     *
     * @param from earliest event time, ms
     * @param limit km/h
     */
    long slowSince(long from, double limit) {
        long since = CrashState.NEVER;
        for (int i = size - 1; i >= 0 && timeAt(i) >= from; i--) {
            float speed = speedAt(i);
            if (speed >= limit) {
                break;
            }
            since = Float.isNaN(speed) ? since : timeAt(i);
        }
        return since;
    }

    /** The samples in a span of event time, both ends in it, oldest first. */
    List<CrashRecording.Sample> samples(long from, long to) {
        List<CrashRecording.Sample> samples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (timeAt(i) >= from && timeAt(i) <= to) {
                samples.add(sample(i));
            }
        }
        return samples;
    }

    /** The device set its clock back by some ms: what it reported before goes with it. */
    void moveBack(long millis) {
        origin -= millis;
    }

    private CrashRecording.Sample sample(int fromOldest) {
        int i = index(fromOldest);
        boolean somewhere = latitudes[i] != NOWHERE;
        return new CrashRecording.Sample(
                timeAt(fromOldest),
                speedAt(fromOldest),
                somewhere ? latitudes[i] / DEGREE : Double.NaN,
                somewhere ? longitudes[i] / DEGREE : Double.NaN,
                headings[i] < 0 ? Float.NaN : headings[i] / HEADING,
                unpacked(forward[i]),
                unpacked(left[i]));
    }

    private long timeAt(int i) {
        return origin + times[index(i)];
    }

    private float speedAt(int i) {
        short speed = speeds[index(i)];
        return speed == NO_SPEED ? Float.NaN : Short.toUnsignedInt(speed) / SPEED;
    }

    private int sinceOrigin(long time) {
        if (Math.abs(time - origin) >= REBASE) {
            int moved = (int) Math.max(Math.min(origin - time, REBASE), -REBASE);
            for (int i = 0; i < size - 1; i++) {
                times[index(i)] += moved;
            }
            origin = time;
        }
        return (int) (time - origin);
    }

    private int index(int i) {
        return (head + i) % times.length;
    }

    /** Enlarges the full ring; the oldest comes first in it. */
    private void grow() {
        int length = Math.min(LARGEST, Math.max(SMALLEST, times.length * 2));
        times = unrolled(times, new int[length]);
        speeds = unrolled(speeds, new short[length]);
        latitudes = unrolled(latitudes, new int[length]);
        longitudes = unrolled(longitudes, new int[length]);
        headings = unrolled(headings, new short[length]);
        forward = unrolled(forward, new short[length]);
        left = unrolled(left, new short[length]);
        head = 0;
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private <T> T unrolled(T full, T larger) {
        System.arraycopy(full, head, larger, 0, size - head);
        System.arraycopy(full, 0, larger, size - head, head);
        return larger;
    }

    private static int degrees(double degrees) {
        return (int) Math.round(degrees * DEGREE);
    }

    private static short packed(float acceleration) {
        return Float.isNaN(acceleration)
                ? Short.MIN_VALUE
                : (short)
                        Math.max(
                                -32_767, Math.min(32_767, Math.round(acceleration * ACCELERATION)));
    }

    private static float unpacked(short acceleration) {
        return acceleration == Short.MIN_VALUE ? Float.NaN : acceleration / ACCELERATION;
    }
}
