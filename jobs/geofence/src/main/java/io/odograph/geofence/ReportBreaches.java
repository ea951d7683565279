// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static java.util.Objects.requireNonNullElse;

import io.odograph.common.alert.Alert;
import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachFacts;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.identity.NameBasedUuid;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Turns each edge of a breach into a revision of its alert. A breach without an end is counted: the
 * detector ends every one, so it would be a bug.
 */
final class ReportBreaches extends PatternProcessFunction<BreachEdge, GeofenceRevision>
        implements TimedOutPartialMatchHandler<BreachEdge> {

    /** From this priority on a breach is one grade worse. */
    private static final int URGENT = 5;

    private transient Counter breaches;
    private transient Counter timedOut;

    @Override
    public void open(OpenContext context) {
        MetricGroup group = getRuntimeContext().getMetricGroup().addGroup(GeofenceJob.NAME);
        breaches = group.counter("numBreaches");
        timedOut = group.counter("numTimedOutBreaches");
    }

    @Override
    public void processMatch(
            Map<String, List<BreachEdge>> match, Context context, Collector<GeofenceRevision> out) {
        for (BreachEdge edge : match.get(BreachPattern.NEXT)) {
            if (edge.revision() == 1) {
                breaches.inc();
            }
            out.collect(event(edge));
        }
    }

    @Override
    public void processTimedOutMatch(Map<String, List<BreachEdge>> match, Context context) {
        timedOut.inc();
    }

    /** The revision that an edge makes. */
    static GeofenceRevision event(BreachEdge edge) {
        BreachFacts facts = edge.facts();
        Alert alert =
                new Alert(
                        alertId(edge),
                        AlertType.GEOFENCE,
                        status(edge.kind()),
                        edge.revision(),
                        severity(edge),
                        facts.confidence(),
                        edge.vehicleId(),
                        edge.tenantId(),
                        edge.deviceKind(),
                        edge.tripId(),
                        edge.driverId(),
                        edge.startedAt(),
                        edge.receivedAt(),
                        edge.releasedAt(),
                        position(facts.startPlace()),
                        requireNonNullElse(edge.ruleVersion(), Alert.DEFAULT_RULES),
                        facts.thresholds().byOption(),
                        edge.traceId());
        return new GeofenceRevision(alert, edge);
    }

    private static AlertStatus status(BreachEdge.Kind kind) {
        return switch (kind) {
            case OPENING, START -> AlertStatus.OPEN;
            case DWELL, STILL -> AlertStatus.UPDATED;
            case END, PASSAGE -> AlertStatus.CLOSED;
        };
    }

    /** Visits are news; breaches are more, and those of urgent fences more than others. */
    private static Severity severity(BreachEdge edge) {
        if (edge.fenceKind() == FenceKind.ZONE) {
            return Severity.LOW;
        }
        return edge.priority() >= URGENT ? Severity.HIGH : Severity.MEDIUM;
    }

    /** A place as alerts show it. */
    static @Nullable Position position(@Nullable Place place) {
        return place == null
                ? null
                : new Position(
                        place.latitude(),
                        place.longitude(),
                        Float.NaN,
                        Float.NaN,
                        (float) place.accuracy(),
                        FixType.UNKNOWN,
                        -1);
    }

    private static String alertId(BreachEdge edge) {
        return NameBasedUuid.of(
                        NameBasedUuid.ALERTS,
                        String.join(
                                "\n",
                                AlertType.GEOFENCE.name(),
                                requireNonNullElse(edge.tenantId(), ""),
                                edge.vehicleId(),
                                edge.fenceId(),
                                edge.breach()))
                .toString();
    }
}
