// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces telemetry to the edges of an incident. Evidence opens one: a pulse, a loss of speed that
 * braking does not explain, what the vehicle, the device or the driver reports. Then it is watched
 * until nothing more is awaited: whether more evidence comes, the vehicle comes to rest, drives on
 * or falls silent. Without an open incident it emits nothing.
 */
public final class CrashDetector implements Detector<CrashState, CrashEdge> {

    /** Name of this detector in rules. */
    public static final String NAME = "crash";

    /** Edges of more evidence in one incident at most, so that a rattling device is bounded. */
    private static final int MAX_MORE = 16;

    private final CrashSettings settings;

    /** Creates a detector with these settings. */
    public CrashDetector(CrashSettings settings) {
        this.settings = settings;
    }

    @Override
    public CrashState newState() {
        return new CrashState();
    }

    @Override
    public void accept(
            CrashState state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<CrashEdge> edges) {
        if (state.incident != null) {
            IncidentWatch.recordBefore(record, state.incident, state, releasedAt, edges);
        }
        state.remember(record);
        if (Findings.mayBeIn(record, state)) {
            Rule rule = rule(state, record, context);
            Findings found = Findings.of(state, record, thresholds(state, rule));
            if (found != null) {
                take(found, state, record, releasedAt, context, edges);
            }
        } else {
            SpeedDrops.accept(state.speed, record, settings.thresholds());
        }
        OpenIncident open = state.incident;
        if (open != null) {
            open.lastReceived = Math.max(open.lastReceived, record.receivedAt());
            IncidentWatch watch = new IncidentWatch(open, state, record, releasedAt, edges);
            if (watch.follow()) {
                state.endIncident();
            } else if (releasedAt - open.openedAt > settings.keepOpen()) {
                // The device's clock stands still: in its time nothing would ever end.
                watch.close();
                state.endIncident();
            }
        }
    }

    @Override
    public long deadline(CrashState state) {
        OpenIncident open = state.incident;
        if (open == null) {
            return NO_DEADLINE;
        }
        long silent = open.lastReceived + settings.noContactAfter();
        return open.silent ? Math.max(silent, open.openedAt + settings.keepOpen()) : silent;
    }

    @Override
    public void expire(CrashState state, long deadline, Consumer<CrashEdge> edges) {
        OpenIncident open = state.incident;
        if (open == null) {
            return;
        }
        if (open.silent) {
            end(open, state, deadline, edges);
        } else {
            open.silent = true;
            open.add(Evidence.of(EvidenceKind.SILENCE, state.lastTime));
            IncidentWatch.record(open, state, deadline, edges);
            IncidentWatch.edges(open, state, deadline, edges, Kind.SILENT);
            if (deadline(state) <= deadline) {
                end(open, state, deadline, edges);
            }
        }
    }

    private static void end(
            OpenIncident open, CrashState state, long deadline, Consumer<CrashEdge> edges) {
        IncidentWatch.edges(open, state, deadline, edges, Kind.OVER, Kind.END);
        state.endIncident();
    }

    /** The rule that a new incident would be under; an open one keeps its own. */
    private static @Nullable Rule rule(CrashState state, Telemetry record, VehicleContext context) {
        return state.incident == null ? context.rule(NAME, record, record.eventTime()) : null;
    }

    private CrashThresholds thresholds(CrashState state, @Nullable Rule rule) {
        if (state.incident != null) {
            return state.incident.thresholds;
        }
        return rule == null ? settings.thresholds() : settings.thresholds().with(rule.thresholds());
    }

    private void take(
            Findings found,
            CrashState state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<CrashEdge> edges) {
        OpenIncident open = state.incident;
        if (open != null && found.opens() && isLater(found, open)) {
            new IncidentWatch(open, state, record, releasedAt, edges).close();
            state.endIncident();
            open = null;
        }
        if (open != null) {
            if (extend(open, found, state, record, releasedAt, edges)) {
                state.endIncident();
            }
        } else if (found.opens()) {
            Rule rule = rule(state, record, context);
            state.incident =
                    IncidentOpening.of(
                            found,
                            state,
                            record,
                            releasedAt,
                            thresholds(state, rule),
                            rule == null ? null : rule.label(),
                            context,
                            settings);
            IncidentWatch watch =
                    new IncidentWatch(state.incident, state, record, releasedAt, edges);
            watch.settle();
            watch.emit(Kind.IMPACT, found.time());
        }
    }

    private static boolean isLater(Findings found, OpenIncident open) {
        return found.time() - open.lastImpactTime > open.thresholds.confirmMillis();
    }

    /** Adds what was found to an incident, and tells whether that ended it. */
    private boolean extend(
            OpenIncident open,
            Findings found,
            CrashState state,
            Telemetry record,
            long releasedAt,
            Consumer<CrashEdge> edges) {
        boolean cancelled = found.cancels() && !open.has(EvidenceKind.NO_CRASH);
        boolean changed = false;
        for (Evidence item : found.evidence()) {
            changed |= open.add(item);
        }
        if (found.pulse() != null && record.imuBurst() != null) {
            changed |= open.add(found.pulse(), record.imuBurst(), settings.maxBurstSamples());
        }
        if (found.doubtful() != null) {
            changed |= IncidentOpening.addDoubt(open, found, state, record, settings);
        }
        IncidentWatch watch = new IncidentWatch(open, state, record, releasedAt, edges);
        if (cancelled) {
            watch.emit(Kind.CANCELLED, record.eventTime());
            if (!open.isBeyondDoubt()) {
                watch.close();
                return true;
            }
        } else if (changed && open.moreEdges < MAX_MORE) {
            open.moreEdges++;
            watch.emit(Kind.MORE_EVIDENCE, record.eventTime());
        }
        return false;
    }
}
