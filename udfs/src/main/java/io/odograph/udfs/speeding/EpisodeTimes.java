// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times that an episode spent at limits and on roads: few, so that state stays bounded. */
final class EpisodeTimes {

    private EpisodeTimes() {}

    /** Adds time at a limit. */
    static void add(List<LimitTime> times, @Nullable EffectiveLimit limit, float kmh, long millis) {
        if (limit == null) {
            return;
        }
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i).isOf(limit, kmh)) {
                if (millis > 0) {
                    times.set(i, times.get(i).plus(millis));
                }
                return;
            }
        }
        if (times.size() == OpenEpisode.MAX_KINDS) {
            times.remove(times.indexOf(shortest(times)));
        }
        times.add(new LimitTime(limit, kmh, millis));
    }

    private static LimitTime shortest(List<LimitTime> times) {
        LimitTime shortest = times.get(0);
        for (LimitTime time : times) {
            shortest = time.millis() < shortest.millis() ? time : shortest;
        }
        return shortest;
    }

    /** Adds time on a road. */
    static void add(List<RoadTime> times, @Nullable RoadTime road, long millis) {
        if (road == null) {
            return;
        }
        for (int i = 0; i < times.size(); i++) {
            if (times.get(i).wayId() == road.wayId()) {
                if (millis > 0) {
                    times.set(i, times.get(i).plus(millis));
                }
                return;
            }
        }
        if (times.size() == OpenEpisode.MAX_KINDS) {
            int shortest = 0;
            for (int i = 1; i < times.size(); i++) {
                shortest = times.get(i).millis() < times.get(shortest).millis() ? i : shortest;
            }
            times.remove(shortest);
        }
        times.add(road.plus(millis));
    }

    /** The road with most time; of several the first one. Null where none is known. */
    static @Nullable RoadTime longest(List<RoadTime> roads) {
        RoadTime longest = null;
        for (RoadTime road : roads) {
            longest = longest == null || road.millis() > longest.millis() ? road : longest;
        }
        return longest;
    }

    /** Limits with their share of some time, the longest first; of several the first one. */
    static List<SeenLimit> seen(List<LimitTime> limits, long duration) {
        List<LimitTime> sorted = new ArrayList<>(limits);
        sorted.sort(Comparator.comparingLong(LimitTime::millis).reversed());
        return sorted.stream()
                .map(time -> time.seen(duration == 0 ? 0 : (double) time.millis() / duration))
                .toList();
    }
}
