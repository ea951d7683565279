// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatches;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the watch on speeding remembers of one vehicle. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class SpeedingState {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the last record, ms, or {@link #NEVER}. */
    public long lastTime = NEVER;

    /** What was reported last. */
    public MotionTrack motion = new MotionTrack();

    /** What limit the vehicle was held to last. */
    public LimitTrack limits = new LimitTrack();

    /** Where it may be, as the matcher remembers. */
    public MatcherState matcher = new MatcherState();

    /** Fixes that the matcher has not answered yet. */
    public int pending;

    /** Event time of the last fix that the matcher was given, ms, or {@link #NEVER}. */
    public long fixTime = NEVER;

    /** Event times of reports without position that wait for these answers, ms. */
    public long[] waitingTimes = NO_TIMES;

    /** Their speeds, km/h. */
    public float[] waitingSpeeds = NO_SPEEDS;

    /** Key of the road of the last answer, or {@link RoadMatches#UNMATCHED}. */
    public int roadKey = RoadMatches.UNMATCHED;

    /** Probability that the limit of that road is the right one, 0..1. */
    public float roadConfidence;

    /** Event time of the last answer, ms, or {@link #NEVER}. */
    public long roadTime = NEVER;

    /** Where that was, 1e-7 degrees. */
    public int latitude;

    /** Where that was, 1e-7 degrees. */
    public int longitude;

    /** Stands for the version of the road network that keys are of. */
    public long roadVersion;

    /** Identity of the last episode, ms, or {@link #NEVER}; stays where the clock is set back. */
    public long lastEpisode = NEVER;

    /** The open episode, or null, as mostly. */
    public @Nullable OpenEpisode episode;

    /**
     * How long a report without position is taken to be of the road of the last fix, ms: at 100
     * km/h that is as far as the matcher looks for roads.
     */
    static final long ROAD_HOLD = 4_000;

    /** Reports without position nearer to one another than this tell nothing new, ms. */
    private static final long SPACING = 500;

    private static final int MAX_WAITING = 16;

    private static final long[] NO_TIMES = {};
    private static final float[] NO_SPEEDS = {};

    /** Remembers a report without position, to be judged after the fixes before it. */
    void waitFor(long time, float speed) {
        int count = waitingTimes.length;
        long last = count == 0 ? fixTime : waitingTimes[count - 1];
        if (time - fixTime <= ROAD_HOLD && time - last >= SPACING && count < MAX_WAITING) {
            waitingTimes = Arrays.copyOf(waitingTimes, count + 1);
            waitingSpeeds = Arrays.copyOf(waitingSpeeds, count + 1);
            waitingTimes[count] = time;
            waitingSpeeds[count] = speed;
        }
    }

    /** Forgets the first of the reports without position. */
    void waitNoMore(int count) {
        int left = waitingTimes.length - count;
        long[] times = waitingTimes;
        float[] speeds = waitingSpeeds;
        waitingTimes = left == 0 ? NO_TIMES : Arrays.copyOfRange(times, count, times.length);
        waitingSpeeds = left == 0 ? NO_SPEEDS : Arrays.copyOfRange(speeds, count, speeds.length);
    }

    /** Forgets what was said in the keys of another road network. */
    void isOfRoads(long version) {
        if (roadVersion != version) {
            roadVersion = version;
            matcher = new MatcherState();
            pending = 0;
            waitNoMore(waitingTimes.length);
            roadKey = RoadMatches.UNMATCHED;
            roadTime = NEVER;
        }
    }

    /** The device set its clock back by some ms; no fix is pending. */
    void moveBack(long millis) {
        motion.moveBack(millis);
        limits.moveBack(millis);
        fixTime -= fixTime == NEVER ? 0 : millis;
        roadTime -= roadTime == NEVER ? 0 : millis;
        if (episode != null) {
            episode.moveBack(millis);
        }
    }
}
