// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.geo.PositionGrid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what is known of an episode, no more precisely than the settings allow. */
final class EpisodeFacts {

    private final PositionGrid grid;

    EpisodeFacts(PositionGrid grid) {
        this.grid = grid;
    }

    /** What is known of an episode by now. */
    SpeedingFacts of(OpenEpisode open, @Nullable EndReason endReason) {
        long duration = open.lastOver - open.start;
        double seconds = duration / 1000.0;
        LimitTime atPeak = open.peakLimit;
        if (atPeak == null) {
            throw new IllegalStateException("an episode without a report above its limit");
        }
        List<SeenLimit> limits = EpisodeTimes.seen(open.limits, duration);
        RoadTime longest = EpisodeTimes.longest(open.roads);
        RoadTime road = longest == null ? open.lastRoad : longest;
        boolean named = road != null && !grid.isCoarse();
        return new SpeedingFacts(
                open.thresholds,
                open.ruleVersion,
                open.band,
                open.start,
                open.lastOver,
                open.distance,
                open.peakSpeed,
                open.peakExcess,
                open.peakTime,
                duration == 0 ? open.peakExcess : open.speedSeconds / seconds,
                open.speedSeconds,
                limits.isEmpty() ? atPeak.seen(1) : limits.get(0),
                atPeak.seen(0),
                limits.isEmpty() ? List.of(atPeak.seen(1)) : limits,
                open.confidenceSum / open.overs,
                open.fixes == 0 ? 0 : (double) open.known / open.fixes,
                named ? road.wayId() : EffectiveLimit.NO_WAY,
                road == null ? null : road.roadClass(),
                named ? road.name() : null,
                road == null ? "" : road.country(),
                grid.place(open.startLatitude, open.startLongitude),
                grid.place(open.peakLatitude, open.peakLongitude),
                open.peakSource,
                open.vehicleClass,
                open.test,
                open.roadVersion,
                endReason);
    }
}
