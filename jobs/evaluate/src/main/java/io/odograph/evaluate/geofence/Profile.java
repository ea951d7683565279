// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.simulator.road.RoadPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a vehicle truly was beyond a fence's line over time: above zero where it is in breach, or
 * on a visit. Near the line there is a value every 0.1 s; farther off as many as it takes to miss
 * no crossing, and one every second beyond the line.
 */
final class Profile {

    /** Steps near the line, s. */
    private static final double STEP = 0.1;

    /** Nobody is faster, m/s; with what the plane adds to it. */
    private static final double FASTEST = 60;

    /** No value is for longer, s, beyond the line and before it. */
    private static final double LONGEST_BEYOND = 1;

    private static final double LONGEST = 20;

    private double[] times = new double[1_024];
    private double[] beyond = new double[1_024];
    private int size;

    private Profile() {}

    /** Time beyond the line, s from the beginning of the tour. */
    record Stretch(double from, double to) {

        double overlap(double start, double end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, start));
        }
    }

    static Profile of(Tour tour, DrawnFence fence) {
        Profile profile = new Profile();
        double time = 0;
        while (true) {
            RoadPoint point = tour.at(time);
            double beyond = fence.beyond(new Spot(point.latitude(), point.longitude()));
            profile.add(time, beyond);
            if (time >= tour.duration()) {
                return profile;
            }
            double safe = Math.abs(beyond) / FASTEST;
            double most = beyond > 0 ? LONGEST_BEYOND : LONGEST;
            time = Math.min(time + Math.max(STEP, Math.min(safe, most)), tour.duration());
        }
    }

    private void add(double time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            beyond = Arrays.copyOf(beyond, 2 * size);
        }
        times[size] = time;
        beyond[size] = value;
        size++;
    }

    double duration() {
        return times[size - 1];
    }

    /** Stretches beyond the line, from crossing to crossing. */
    List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        double from = beyond[0] > 0 ? 0 : Double.NaN;
        for (int i = 1; i < size; i++) {
            if (beyond[i] > 0 != beyond[i - 1] > 0) {
                double crossed = crossing(i);
                if (beyond[i] > 0) {
                    from = crossed;
                } else {
                    stretches.add(new Stretch(from, crossed));
                    from = Double.NaN;
                }
            }
        }
        if (!Double.isNaN(from)) {
            stretches.add(new Stretch(from, duration()));
        }
        return stretches;
    }

    private double crossing(int i) {
        double part = beyond[i - 1] / (beyond[i - 1] - beyond[i]);
        return times[i - 1] + part * (times[i] - times[i - 1]);
    }

    /** How far beyond the line it was at most, m. */
    double farthest(double from, double to) {
        double farthest = Double.NEGATIVE_INFINITY;
        for (int i = indexAt(from); i < size && times[i] <= to; i++) {
            farthest = Math.max(farthest, beyond[i]);
        }
        return farthest;
    }

    /** How long it was beyond the line by more than some metres, negative for before it, s. */
    double secondsBeyond(double metres, double from, double to) {
        double seconds = 0;
        for (int i = indexAt(from); i + 1 < size && times[i] < to; i++) {
            if (beyond[i] > metres) {
                seconds += Math.min(times[i + 1], to) - Math.max(times[i], from);
            }
        }
        return seconds;
    }

    /** How long it was beyond the line by more than some metres without a break, s. */
    double longestBeyond(double metres, double from, double to) {
        double longest = 0;
        double seconds = 0;
        for (int i = indexAt(from); i + 1 < size && times[i] < to; i++) {
            double step = Math.min(times[i + 1], to) - Math.max(times[i], from);
            seconds = beyond[i] > metres ? seconds + step : 0;
            longest = Math.max(longest, seconds);
        }
        return longest;
    }

    /** How long it was before the line by more than some metres, s. */
    double secondsBefore(double metres, double from, double to) {
        double seconds = 0;
        for (int i = indexAt(from); i + 1 < size && times[i] < to; i++) {
            if (beyond[i] < -metres) {
                seconds += Math.min(times[i + 1], to) - Math.max(times[i], from);
            }
        }
        return seconds;
    }

    private int indexAt(double time) {
        int found = Arrays.binarySearch(times, 0, size, time);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
