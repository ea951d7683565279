// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static java.util.Objects.requireNonNullElse;

import io.odograph.common.alert.Alert;
import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashRevision;
import io.odograph.udfs.crash.CrashSeverity;
import io.odograph.udfs.crash.CrashStage;
import io.odograph.udfs.crash.CrashStages;
import io.odograph.udfs.identity.NameBasedUuid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Turns an incident as far as it has come into the revision of the alert that its last edge makes.
 * An incident without an end is counted: the detector ends every one, so it would be a bug.
 */
final class ReportCrash extends PatternProcessFunction<CrashEdge, CrashIncident>
        implements TimedOutPartialMatchHandler<CrashEdge> {

    private transient Counter timedOut;

    @Override
    public void open(OpenContext context) {
        timedOut =
                getRuntimeContext()
                        .getMetricGroup()
                        .addGroup("crash")
                        .counter("numTimedOutIncidents");
    }

    @Override
    public void processMatch(
            Map<String, List<CrashEdge>> match, Context context, Collector<CrashIncident> out) {
        List<CrashEdge> edges = new ArrayList<>(match.get(CrashPattern.IMPACT));
        edges.addAll(match.getOrDefault(CrashPattern.FOLLOWING, List.of()));
        CrashRevision revision = CrashStages.latest(edges);
        if (revision != null) {
            out.collect(incident(revision));
        }
    }

    @Override
    public void processTimedOutMatch(Map<String, List<CrashEdge>> match, Context context) {
        timedOut.inc();
    }

    static CrashIncident incident(CrashRevision revision) {
        CrashEdge first = revision.first();
        CrashEdge edge = revision.edge();
        CrashFacts facts = edge.facts();
        Alert alert =
                new Alert(
                        alertId(first),
                        AlertType.CRASH,
                        status(revision),
                        revision.number(),
                        Severity.valueOf(CrashSeverity.of(facts).name()),
                        facts.confidence(),
                        first.vehicleId(),
                        first.tenantId(),
                        first.deviceKind(),
                        first.tripId(),
                        first.driverId(),
                        first.incident(),
                        edge.receivedAt(),
                        edge.releasedAt(),
                        facts.position(),
                        requireNonNullElse(facts.ruleVersion(), Alert.DEFAULT_RULES),
                        facts.thresholds().byName(),
                        edge.traceId());
        return new CrashIncident(alert, revision.stage(), revision.reason(), facts);
    }

    private static AlertStatus status(CrashRevision revision) {
        if (revision.stage() == CrashStage.DISMISSED) {
            return AlertStatus.RETRACTED;
        } else if (revision.over()) {
            return AlertStatus.CLOSED;
        }
        return revision.number() == 1 ? AlertStatus.OPEN : AlertStatus.UPDATED;
    }

    /** Id of the alert of the incident that an edge belongs to. */
    static String alertId(CrashEdge edge) {
        return NameBasedUuid.ofAlert(
                        AlertType.CRASH.name(),
                        requireNonNullElse(edge.tenantId(), ""),
                        edge.vehicleId(),
                        edge.incident())
                .toString();
    }
}
