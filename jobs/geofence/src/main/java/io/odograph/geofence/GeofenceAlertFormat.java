// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static io.odograph.common.alert.AlertHeaders.known;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.GeofenceAlert;
import io.odograph.schemas.GeofenceCause;
import io.odograph.schemas.GeofenceEndReason;
import io.odograph.schemas.GeofenceEvent;
import io.odograph.schemas.GeofenceKind;
import io.odograph.schemas.GeofenceTrack;
import io.odograph.schemas.Position;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachEnd;
import io.odograph.udfs.fence.BreachFacts;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.geo.Place;
import java.time.Instant;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Breaches and visits as {@link GeofenceAlert}s, key = vehicle id.
 *
 * @param positionGrid width of the cells that positions were moved to the centres of, m; 0 where
 *     they were not
 */
public record GeofenceAlertFormat(double positionGrid) implements OutputFormat<GeofenceRevision> {

    @Override
    public Schema schema() {
        return GeofenceAlert.getClassSchema();
    }

    @Override
    public GeofenceAlert toAvro(GeofenceRevision event) {
        BreachEdge edge = event.edge();
        BreachFacts facts = edge.facts();
        BreachEnd end = facts.endReason();
        return GeofenceAlert.newBuilder()
                .setHeader(AlertHeaders.toAvro(event.alert()))
                .setKind(GeofenceKind.valueOf(edge.fenceKind().name()))
                .setEvent(happened(edge))
                .setCause(GeofenceCause.valueOf(facts.cause().name()))
                .setEndReason(end == null ? null : GeofenceEndReason.valueOf(end.name()))
                .setFenceId(edge.fenceId())
                .setFenceVersion(edge.fenceVersion())
                .setFenceName(edge.fenceName())
                .setStartTime(Instant.ofEpochMilli(facts.start()))
                .setIsStartInterpolated(facts.startInterpolated())
                .setEndTime(end == null ? null : Instant.ofEpochMilli(facts.end()))
                .setIsEndInterpolated(end != null && facts.endInterpolated())
                .setDuration(facts.end() - facts.start())
                .setEntryPosition(position(facts.startPlace()))
                .setExitPosition(end == null ? null : position(facts.endPlace()))
                .setFarthestDistance(facts.farthest())
                .setFarthestPosition(position(facts.farthestPlace()))
                .setTrack(
                        GeofenceTrack.newBuilder()
                                .setDistance(facts.distance())
                                .setMaxSpeed(known(facts.maxSpeed()))
                                .setFixes(facts.fixes())
                                .build())
                .setMovedWithoutIgnition(facts.withoutIgnition())
                .setPositionCoarsened(positionGrid > 0)
                .setIsTest(facts.test())
                .build();
    }

    private static @Nullable Position position(@Nullable Place place) {
        return AlertHeaders.toAvro(ReportBreaches.position(place));
    }

    private static GeofenceEvent happened(BreachEdge edge) {
        boolean visit = edge.fenceKind() == FenceKind.ZONE;
        return switch (edge.kind()) {
            case OPENING, START -> visit ? GeofenceEvent.ARRIVAL : GeofenceEvent.BREACH;
            case DWELL -> GeofenceEvent.DWELL;
            case STILL -> GeofenceEvent.UPDATE;
            case PASSAGE -> GeofenceEvent.PASSAGE;
            case END -> {
                if (edge.facts().endReason() != BreachEnd.CROSSED_BACK) {
                    yield GeofenceEvent.ENDED;
                }
                yield visit ? GeofenceEvent.DEPARTURE : GeofenceEvent.RETURN;
            }
        };
    }

    @Override
    public String key(GeofenceRevision event) {
        return event.alert().vehicleId();
    }

    @Override
    public CloudEvent event(GeofenceRevision event) {
        return AlertHeaders.event(event.alert(), GeofenceJob.NAME);
    }
}
