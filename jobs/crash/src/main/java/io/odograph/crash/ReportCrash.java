// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.alert.Alert;
import io.odograph.schemas.AlertStatus;
import io.odograph.schemas.AlertType;
import io.odograph.schemas.Severity;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.identity.NameBasedUuid;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Turns a match into an incident. An impact that was followed by nothing in time is no incident
 * yet; it is counted.
 */
final class ReportCrash extends PatternProcessFunction<CrashEdge, CrashIncident>
        implements TimedOutPartialMatchHandler<CrashEdge> {

    private final Map<String, Double> thresholds;

    private transient Counter unconfirmed;

    ReportCrash(CrashConfig config) {
        this.thresholds = config.thresholdsByName();
    }

    @Override
    public void open(OpenContext context) {
        unconfirmed =
                getRuntimeContext()
                        .getMetricGroup()
                        .addGroup("crash")
                        .counter("numUnconfirmedImpacts");
    }

    @Override
    public void processMatch(
            Map<String, List<CrashEdge>> match, Context context, Collector<CrashIncident> out) {
        CrashEdge impact = match.get(CrashPattern.IMPACT).get(0);
        CrashEdge rest = match.get(CrashPattern.REST).get(0);
        out.collect(incident(impact, rest, thresholds));
    }

    @Override
    public void processTimedOutMatch(Map<String, List<CrashEdge>> match, Context context) {
        unconfirmed.inc();
    }

    static CrashIncident incident(
            CrashEdge impact, CrashEdge rest, Map<String, Double> thresholds) {
        Alert alert =
                new Alert(
                        alertId(impact),
                        AlertType.CRASH,
                        AlertStatus.OPEN,
                        1,
                        severity(rest),
                        confidence(rest),
                        impact.vehicleId(),
                        impact.tenantId(),
                        impact.deviceKind(),
                        impact.tripId(),
                        impact.driverId(),
                        impact.time(),
                        rest.receivedAt(),
                        rest.releasedAt(),
                        impact.position(),
                        Alert.DEFAULT_RULES,
                        thresholds,
                        rest.traceId());
        return new CrashIncident(
                alert,
                rest.deltaV(),
                rest.peakAcceleration(),
                rest.saturated(),
                rest.speedBefore(),
                rest.airbagDeployed(),
                rest.rolledOver(),
                rest.time());
    }

    private static String alertId(CrashEdge impact) {
        return NameBasedUuid.ofAlert(
                        AlertType.CRASH.name(),
                        Objects.requireNonNullElse(impact.tenantId(), ""),
                        impact.vehicleId(),
                        impact.time())
                .toString();
    }

    /**
     * Bands of delta-V: 8 to 16 km/h lies below the airbag threshold of 10-16 mph, 25 km/h locks an
     * event data recorder (GB 39732-2020, 4.1.2), above 40 km/h serious injury becomes likely. A
     * deployed airbag or a rollover is never below HIGH.
     */
    static Severity severity(CrashEdge edge) {
        double deltaV = edge.deltaV();
        if (deltaV > 40) {
            return Severity.CRITICAL;
        } else if (deltaV >= 25 || isFlagged(edge)) {
            return Severity.HIGH;
        }
        return deltaV >= 16 ? Severity.MEDIUM : Severity.LOW;
    }

    /** What the vehicle itself reports is next to certain; one accelerometer alone is not. */
    private static double confidence(CrashEdge edge) {
        if (isFlagged(edge)) {
            return 0.95;
        }
        return edge.deltaV() >= 16 ? 0.8 : 0.6;
    }

    private static boolean isFlagged(CrashEdge edge) {
        return Boolean.TRUE.equals(edge.airbagDeployed()) || Boolean.TRUE.equals(edge.rolledOver());
    }
}
