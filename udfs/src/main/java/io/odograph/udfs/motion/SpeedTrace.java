// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last speeds of one source of one device, and what the last step between two of them shows: a
 * mean acceleration along and across the vehicle. Positions are never differentiated. Changed in
 * place; about 200 bytes.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SpeedTrace {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final int LENGTH = 8;

    /** Speeds nearer to one another than this tell nothing new, ms. */
    private static final long SPACING = 250;

    /** Length of a step, ms; of those within the limits the one nearest to a second counts. */
    private static final long STEP = 1_000;

    private static final long SHORTEST = 500;
    private static final long LONGEST = 1_500;

    /** Mean accelerations of wheel speeds over a longer time are still a lower bound, ms. */
    private static final long COARSE = 3_000;

    /** Another source is asked after this silence, ms. */
    private static final long SILENT = 2_000;

    /** Fixes older than this are not of their time, ms. */
    private static final int STALE = 1_500;

    /** Who errs so much about its position is not asked for speeds, m. */
    private static final float WORST_ACCURACY = 30;

    /** Above this speed a position that stays is held, km/h: 2.8 m in a second. */
    private static final float MOVES = 10;

    /** Below this speed receivers do not know their direction, km/h. */
    private static final float HAS_DIRECTION = 8;

    /** Hardest braking on dry roads, m/s2: 1.1 g, and an allowance. */
    static final float HARDEST = 1.2f * 9.80665f;

    /** Radius of the tightest turn of a car, m: kerb to kerb 10 to 12 m. */
    private static final float TIGHTEST = 5;

    private static final double E7 = 1e7;

    /** Event times, the newest first, ms, or NEVER. */
    public long[] times = new long[LENGTH];

    /** Their speeds, km/h. */
    public float[] speeds = new float[LENGTH];

    /** Their directions, degrees clockwise from north, or NaN. */
    public float[] headings = new float[LENGTH];

    /** Stands for the device that they are of. */
    public int device;

    /** Where they come from. */
    public SpeedSource source = SpeedSource.UNKNOWN;

    /** Last fix, 1e-7 degrees. */
    public int latitude = HarshEvent.NO_POSITION;

    /** Last fix, 1e-7 degrees. */
    public int longitude = HarshEvent.NO_POSITION;

    /** Event time of the record with it, ms, or NEVER. */
    public long fixTime = NEVER;

    /** Whether it repeats the one before without saying how old it is. */
    public boolean repeated;

    /** Begin of the last step, ms, or NEVER. */
    public long from = NEVER;

    /** End of the last step, ms, or NEVER. */
    public long to = NEVER;

    /** Mean acceleration over it, m/s2, forward positive. */
    public float along = Float.NaN;

    /** Acceleration to the left, m/s2, or NaN where no direction is known. */
    public float across = Float.NaN;

    /** The same at the step before, m/s2, or NaN. */
    public float acrossBefore = Float.NaN;

    /** Whether that comes from a yaw rate at the end of the step. */
    public boolean yaw;

    /** Speed of nobody. */
    public SpeedTrace() {
        Arrays.fill(times, NEVER);
    }

    /**
     * Takes what a record says of its speed.
     *
     * @return whether there is a new step
     */
    boolean accept(Telemetry record, float speed, SpeedSource from) {
        boolean placed = isPlaced(record.position());
        boolean held = placed && isHeld(record.position(), speed);
        // Who is held at rest cannot be told from who rests, but by the age of the fix.
        boolean anew = repeated && placed && !isAt(record.position());
        if (placed) {
            place(record.position(), record.eventTime());
        }
        Motion motion = record.motion();
        boolean wheel = from == SpeedSource.WHEEL;
        // The speed of the wheels stands in for others for a while: then it is not of this record.
        boolean borrowed = wheel && !isOfWheels(motion);
        boolean proved = wheel || from == SpeedSource.FUSED || (placed && !held);
        if (Float.isNaN(speed) || borrowed || !proved) {
            return false;
        }
        int age = wheel || !placed ? 0 : Math.max(0, record.position().fixAge());
        long time = record.eventTime() - age;
        if (!isMine(record, from, time) || (times[0] != NEVER && time - times[0] < SPACING)) {
            return false;
        }
        if (anew && !wheel) {
            Arrays.fill(times, NEVER);
        }
        push(time, speed, placed && !held ? record.position().heading() : Float.NaN);
        return step(motion == null ? Float.NaN : motion.angularVelocityYaw());
    }

    private static boolean isOfWheels(@Nullable Motion motion) {
        return motion != null
                && motion.speedSource() == SpeedSource.WHEEL
                && !Float.isNaN(motion.speed());
    }

    private static boolean isPlaced(@Nullable Position position) {
        return position != null
                && position.fixType() != FixType.NONE
                && position.fixAge() <= STALE
                && !(position.horizontalAccuracy() > WORST_ACCURACY)
                && Double.isFinite(position.latitude())
                && Double.isFinite(position.longitude());
    }

    private boolean isHeld(Position position, float speed) {
        boolean same = times[0] != NEVER && speed == speeds[0];
        return isAt(position) && speed > (same ? 0 : MOVES);
    }

    private boolean isAt(Position position) {
        return (int) Math.round(position.latitude() * E7) == latitude
                && (int) Math.round(position.longitude() * E7) == longitude;
    }

    private void place(Position position, long time) {
        repeated = position.fixAge() < 0 && isAt(position);
        latitude = (int) Math.round(position.latitude() * E7);
        longitude = (int) Math.round(position.longitude() * E7);
        fixTime = time;
    }

    /** Whether the record is of the source that counts now; a better one takes over at once. */
    private boolean isMine(Telemetry record, SpeedSource from, long time) {
        int sender = record.deviceId() == null ? 0 : record.deviceId().hashCode();
        if (times[0] == NEVER || (sender == device && from == source)) {
            device = sender;
            source = from;
            return times[0] == NEVER || time > times[0];
        }
        boolean better = from == SpeedSource.WHEEL && source != SpeedSource.WHEEL;
        if (!better && time - times[0] <= SILENT) {
            return false;
        }
        Arrays.fill(times, NEVER);
        device = sender;
        source = from;
        return true;
    }

    private void push(long time, float speed, float heading) {
        System.arraycopy(times, 0, times, 1, LENGTH - 1);
        System.arraycopy(speeds, 0, speeds, 1, LENGTH - 1);
        System.arraycopy(headings, 0, headings, 1, LENGTH - 1);
        times[0] = time;
        speeds[0] = speed;
        headings[0] = heading;
    }

    private boolean step(float yawRate) {
        int best = begin();
        if (best < 0) {
            return false;
        }
        from = times[best];
        to = times[0];
        float seconds = (to - from) / 1000f;
        along = (speeds[0] - speeds[best]) / 3.6f / seconds;
        boolean directed = speeds[0] >= HAS_DIRECTION && speeds[best] >= HAS_DIRECTION;
        acrossBefore = across;
        yaw = !Float.isNaN(yawRate);
        if (yaw) {
            across = speeds[0] / 3.6f * (float) StrictMath.toRadians(yawRate);
        } else {
            double turn = Math.IEEEremainder(headings[best] - headings[0], 360);
            float mean = (speeds[0] + speeds[best]) / 2 / 3.6f;
            across = directed ? mean * (float) StrictMath.toRadians(turn) / seconds : Float.NaN;
            // No car turns more tightly: such a direction is that of a receiver that creeps.
            across = Math.abs(across) > mean * mean / TIGHTEST ? Float.NaN : across;
        }
        across = Math.abs(across) > HARDEST ? Float.NaN : across;
        return true;
    }

    /** The speed from which the step to the newest one is taken, or -1. */
    private int begin() {
        int best = -1;
        long off = Long.MAX_VALUE;
        for (int i = 1; i < LENGTH && times[i] != NEVER; i++) {
            long length = times[0] - times[i];
            if (length >= SHORTEST && length <= LONGEST && Math.abs(length - STEP) < off) {
                best = i;
                off = Math.abs(length - STEP);
            }
        }
        boolean coarse =
                best < 0
                        && source == SpeedSource.WHEEL
                        && times[1] != NEVER
                        && times[0] - times[1] > LONGEST
                        && times[0] - times[1] <= COARSE;
        return coarse ? 1 : best;
    }

    /** Mean acceleration to the left over the last step, m/s2, or NaN. */
    float meanAcross() {
        return yaw ? (across + acrossBefore) / 2 : across;
    }

    /** Whether the last step is longer than a second or so. */
    boolean isCoarse() {
        return to - from > LONGEST;
    }

    /** Speed at a time, km/h, or NaN where none was reported at it or shortly before. */
    float at(long time) {
        float oldest = Float.NaN;
        for (int i = 0; i < LENGTH && times[i] != NEVER; i++) {
            if (times[i] <= time) {
                return time - times[i] <= COARSE ? speeds[i] : oldest;
            }
            oldest = times[i] - time <= STEP ? speeds[i] : Float.NaN;
        }
        return oldest;
    }

    /** Whether a fix is known that is of about this time. */
    boolean isPlacedAt(long time) {
        return fixTime != NEVER && Math.abs(time - fixTime) <= COARSE;
    }

    /** Forgets all speeds. */
    void clear() {
        Arrays.fill(times, NEVER);
        from = NEVER;
        to = NEVER;
        across = Float.NaN;
        fixTime = NEVER;
    }
}
