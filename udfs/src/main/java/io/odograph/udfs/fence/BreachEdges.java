// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.fence.BreachEdge.Kind;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.geo.PositionGrid;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Edges of open breaches.
 *
 * @param grid positions as exactly as they may be told
 */
record BreachEdges(PositionGrid grid) implements Serializable {

    /** An edge, which is the next revision of the breach. */
    BreachEdge edge(
            GeofenceState state,
            FenceTrack track,
            OpenBreach breach,
            Kind kind,
            BreachFacts facts,
            @Nullable String traceId,
            long receivedAt,
            long releasedAt) {
        FenceTerms terms = track.terms;
        breach.revision++;
        return new BreachEdge(
                kind,
                state.vehicleId,
                breach.tenantId,
                breach.deviceKind,
                breach.tripId,
                breach.driverId,
                traceId,
                terms.id(),
                terms.version(),
                terms.name(),
                terms.kind(),
                terms.priority(),
                state.ruleVersion,
                breach.breach,
                breach.startedAt,
                breach.revision,
                receivedAt,
                releasedAt,
                facts);
    }

    /**
     * What is known.
     *
     * @param reason why it is over, or null while it lasts
     * @param until until when and where
     */
    BreachFacts facts(
            OpenBreach breach,
            FenceThresholds thresholds,
            @Nullable BreachEnd reason,
            SideChange until) {
        return new BreachFacts(
                thresholds,
                breach.cause,
                reason,
                breach.start,
                breach.startInterpolated,
                Math.max(breach.start, until.time()),
                until.interpolated(),
                place(breach.startLatitude, breach.startLongitude),
                place(until.latitude(), until.longitude()),
                breach.farthest,
                place(breach.farthestLatitude, breach.farthestLongitude),
                breach.distance,
                breach.maxSpeed,
                breach.fixes,
                breach.confidence(),
                breach.withoutIgnition,
                breach.test);
    }

    private Place place(int latitude, int longitude) {
        return grid.place(latitude, longitude);
    }
}
