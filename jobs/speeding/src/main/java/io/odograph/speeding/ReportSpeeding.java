// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static java.util.Objects.requireNonNullElse;

import io.odograph.common.alert.Alert;
import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.identity.NameBasedUuid;
import io.odograph.udfs.speeding.SpeedBand;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingFacts;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.util.Collector;

/**
 * Turns an episode as far as it has come into a revision of its alert. An episode without an end is
 * counted: the detector ends every one, so it would be a bug.
 */
final class ReportSpeeding extends PatternProcessFunction<SpeedingEdge, SpeedingEpisode>
        implements TimedOutPartialMatchHandler<SpeedingEdge> {

    private transient Counter episodes;
    private transient Counter timedOut;

    @Override
    public void open(OpenContext context) {
        MetricGroup group = getRuntimeContext().getMetricGroup().addGroup(SpeedingJob.NAME);
        episodes = group.counter("numEpisodes");
        timedOut = group.counter("numTimedOutEpisodes");
    }

    @Override
    public void processMatch(
            Map<String, List<SpeedingEdge>> match,
            Context context,
            Collector<SpeedingEpisode> out) {
        List<SpeedingEdge> edges = new ArrayList<>(match.get(SpeedingPattern.START));
        edges.addAll(match.getOrDefault(SpeedingPattern.FOLLOWING, List.of()));
        if (edges.size() == 1) {
            episodes.inc();
        }
        out.collect(episode(edges));
    }

    @Override
    public void processTimedOutMatch(Map<String, List<SpeedingEdge>> match, Context context) {
        timedOut.inc();
    }

    /** The revision that the last edge of an episode makes. */
    static SpeedingEpisode episode(List<SpeedingEdge> edges) {
        SpeedingEdge first = edges.get(0);
        SpeedingEdge edge = edges.get(edges.size() - 1);
        SpeedingFacts facts = edge.facts();
        Alert alert =
                new Alert(
                        alertId(first),
                        AlertType.SPEEDING,
                        status(edge.kind()),
                        edges.size(),
                        severity(facts.band()),
                        facts.matchConfidence()
                                * SpeedingAlertFormat.decimal(facts.limit().confidence()),
                        first.vehicleId(),
                        first.tenantId(),
                        first.deviceKind(),
                        first.tripId(),
                        first.driverId(),
                        first.episode(),
                        edge.receivedAt(),
                        edge.releasedAt(),
                        position(facts.startPlace()),
                        requireNonNullElse(facts.ruleVersion(), Alert.DEFAULT_RULES),
                        facts.thresholds().byName(),
                        edge.traceId());
        return new SpeedingEpisode(alert, facts);
    }

    private static AlertStatus status(SpeedingEdge.Kind kind) {
        return switch (kind) {
            case START -> AlertStatus.OPEN;
            case BAND -> AlertStatus.UPDATED;
            case END -> AlertStatus.CLOSED;
        };
    }

    private static Severity severity(SpeedBand band) {
        return switch (band) {
            case MINOR -> Severity.LOW;
            case MAJOR -> Severity.MEDIUM;
            case SEVERE -> Severity.HIGH;
        };
    }

    /** A place as alerts show it. */
    static Position position(Place place) {
        return new Position(
                place.latitude(),
                place.longitude(),
                Float.NaN,
                Float.NaN,
                (float) place.accuracy(),
                FixType.UNKNOWN,
                -1);
    }

    private static String alertId(SpeedingEdge edge) {
        return NameBasedUuid.ofAlert(
                        AlertType.SPEEDING.name(),
                        requireNonNullElse(edge.tenantId(), ""),
                        edge.vehicleId(),
                        edge.episode())
                .toString();
    }
}
