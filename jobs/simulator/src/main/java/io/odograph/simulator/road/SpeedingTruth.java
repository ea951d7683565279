// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import java.util.ArrayList;
import java.util.List;

/**
 * What of a drive is speeding, from its true speed and the true limit alone: more than 10 km/h and
 * 10 % too fast for 10 s or longer, with gaps of up to 5 s in between. Unknown limits are never
 * exceeded.
 */
public final class SpeedingTruth {

    private static final double TOLERANCE = 10;
    private static final double TOLERANCE_SHARE = 0.1;
    private static final double MIN_DURATION = 10;
    private static final double MAX_GAP = 5;
    private static final double BAND_HELD = 3;

    /** By how much what happens is away from every threshold, so that no sensor can doubt it. */
    private static final double CLEAR_DURATION = 15;

    private static final double CLEARLY_ABOVE = 4;
    private static final double CLEARLY_BELOW = -3;
    private static final double BAND_MARGIN = 1.5;

    private final double[] speeds;
    private final double[] limits;
    private final int[] keys;

    private SpeedingTruth(double[] speeds, double[] limits, int[] keys) {
        this.speeds = speeds;
        this.limits = limits;
        this.keys = keys;
    }

    /**
     * Holds a drive against the limits.
     *
     * @param drive the drive
     * @param limits what may be driven
     * @param departure when it began, ms since the epoch
     */
    public static SpeedingTruth of(RoadDrive drive, TrueLimits limits, long departure) {
        int steps = (int) Math.round(drive.duration() / RoadDrive.STEP) + 1;
        double[] speeds = new double[steps];
        double[] allowed = new double[steps];
        int[] keys = new int[steps];
        RoadRoute route = drive.route();
        for (int i = 0; i < steps; i++) {
            double time = i * RoadDrive.STEP;
            speeds[i] = drive.speed(time) * 3.6;
            keys[i] = route.key(route.indexAt(drive.distance(time)));
            allowed[i] = limits.kmh(keys[i], departure + Math.round(time * 1000));
        }
        return new SpeedingTruth(speeds, allowed, keys);
    }

    /** Holds speeds against limits, both in km/h and on the grid of a drive. */
    static SpeedingTruth of(double[] speeds, double[] limits) {
        return new SpeedingTruth(speeds, limits, new int[speeds.length]);
    }

    /** Every episode of speeding, by time. */
    public List<Speeding> episodes() {
        return episodes(0, MIN_DURATION, 0);
    }

    /**
     * Whether nothing about it is borderline: what is speeding lasts for 15 s at 4 km/h beyond the
     * tolerance, everything else stays 3 km/h below it, and bands are neither just reached nor just
     * missed.
     */
    public boolean isClear() {
        List<Speeding> episodes = episodes();
        List<Speeding> surely = episodes(CLEARLY_ABOVE, CLEAR_DURATION, BAND_MARGIN);
        List<Speeding> perhaps = episodes(CLEARLY_BELOW, BAND_HELD, -BAND_MARGIN);
        boolean clear = surely.size() == episodes.size() && perhaps.size() == episodes.size();
        for (int i = 0; clear && i < episodes.size(); i++) {
            SpeedingBand band = episodes.get(i).band();
            clear = surely.get(i).band() == band && perhaps.get(i).band() == band;
        }
        return clear;
    }

    private List<Speeding> episodes(double beyond, double minDuration, double bandMargin) {
        List<Speeding> found = new ArrayList<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i <= speeds.length; i++) {
            boolean over = i < speeds.length && isOver(i, beyond);
            boolean apart = first >= 0 && (i - last) * RoadDrive.STEP > MAX_GAP + 1e-9;
            if (first >= 0 && (apart || i == speeds.length)) {
                if ((last - first) * RoadDrive.STEP >= minDuration - 1e-9) {
                    found.add(episode(first, last, bandMargin));
                }
                first = -1;
            }
            if (over) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        return found;
    }

    private boolean isOver(int i, double beyond) {
        return speeds[i] - limits[i] > Math.max(TOLERANCE, TOLERANCE_SHARE * limits[i]) + beyond;
    }

    private Speeding episode(int first, int last, double bandMargin) {
        int peak = first;
        for (int i = first; i <= last; i++) {
            if (speeds[i] - limits[i] > speeds[peak] - limits[peak]) {
                peak = i;
            }
        }
        SpeedingBand band = SpeedingBand.MINOR;
        for (SpeedingBand higher : SpeedingBand.values()) {
            band = isHeld(higher, first, last, bandMargin) ? higher : band;
        }
        return new Speeding(
                first * RoadDrive.STEP,
                last * RoadDrive.STEP,
                band,
                speeds[peak] - limits[peak],
                limits[peak],
                keys[peak]);
    }

    private boolean isHeld(SpeedingBand band, int first, int last, double margin) {
        int from = -1;
        for (int i = first; i <= last; i++) {
            boolean in = speeds[i] - limits[i] >= band.threshold(limits[i]) + margin;
            from = in && from < 0 ? i : in ? from : -1;
            if (in && (i - from) * RoadDrive.STEP >= BAND_HELD - 1e-9) {
                return true;
            }
        }
        return false;
    }
}
