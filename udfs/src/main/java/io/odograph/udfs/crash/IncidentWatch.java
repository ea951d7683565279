// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Watches an open incident through one record, and tells what happened as edges. */
final class IncidentWatch {

    /** A vehicle may roll out for so long, ms, before being at speed means that it drove on. */
    private static final long ROLL_OUT = 10_000;

    /** A wreck that is pushed to speed stays there for less, ms: it slides to a stop. */
    private static final long PUSHED = 3_000;

    /** How long after the impact the loss of speed is settled, ms: receivers lag by 1.4 s. */
    private static final long SETTLES = 3_000;

    /** Loss of speed that is evidence, km/h: the least change of velocity that is an impact. */
    private static final double LOSS = 8;

    /** Longest wait at a light or in a queue, after which a vehicle that stands is parked, ms. */
    private static final long WAITS = 240_000;

    /** A speed tells for so long whether a vehicle moves, ms. */
    private static final long MOVES = 10_000;

    /** A vehicle that stands does not move in space by more than a receiver errs, m. */
    private static final double STANDS_WITHIN = 50;

    private static final long RECORDED_BEFORE = 60_000;
    private static final long RECORDED_AFTER = 30_000;

    private final OpenIncident open;
    private final CrashState state;
    private final Telemetry record;
    private final long releasedAt;
    private final Consumer<CrashEdge> edges;

    IncidentWatch(
            OpenIncident open,
            CrashState state,
            Telemetry record,
            long releasedAt,
            Consumer<CrashEdge> edges) {
        this.open = open;
        this.state = state;
        this.record = record;
        this.releasedAt = releasedAt;
        this.edges = edges;
        open.traceId = record.traceId();
        open.readsAirbag |= state.airbagDeployed.value != null;
        open.readsRollover |= state.rolledOver.value != null;
    }

    /** Takes the record; tells whether the incident is over. */
    boolean follow() {
        if (settle()) {
            emit(Kind.MORE_EVIDENCE, record.eventTime());
        }
        long now = record.eventTime();
        if (now - open.impactTime >= RECORDED_AFTER) {
            record(open, state, releasedAt, edges);
        }
        float speed = state.speed.current;
        long since = now - open.lastImpactTime;
        watchRest(speed, now, since);
        if (isAtSpeed(speed, now) && since > ROLL_OUT) {
            open.add(Evidence.of(EvidenceKind.DROVE_ON, now, speed));
            emit(Kind.DROVE_ON, now);
            close();
            return true;
        }
        if (since <= open.thresholds.confirmMillis() || mayComeToRest(now) || mayDriveOn(since)) {
            return false;
        }
        if (!open.rested && isMoving(now)) {
            emit(Kind.KEPT_MOVING, now);
        }
        close();
        return true;
    }

    /** Whether it drives: another blow pushes a wreck for a moment only. */
    private boolean isAtSpeed(float speed, long now) {
        if (Float.isNaN(speed)) {
            return false;
        }
        if (speed < open.thresholds.speedBefore()) {
            open.fastSince = CrashState.NEVER;
            return false;
        }
        open.fastSince = open.fastSince == CrashState.NEVER ? now : open.fastSince;
        return now - open.fastSince >= PUSHED;
    }

    /** Whether it stands, but not for long enough; nobody waits for ever where speeds cease. */
    private boolean mayComeToRest(long now) {
        return open.restSince != CrashState.NEVER
                && !open.rested
                && now - open.restSince
                        <= open.thresholds.restMillis() + open.thresholds.confirmMillis();
    }

    /** Whether it stands, which proves nothing: it may be waiting at a light. */
    private boolean mayDriveOn(long since) {
        return open.rested
                && since <= open.thresholds.confirmMillis() + WAITS
                && !CrashStages.isConfirmedAtRest(CrashFacts.of(open), open.deviceKind);
    }

    private boolean isMoving(long now) {
        return state.timeline.lastSpeed(now, MOVES) >= open.thresholds.restSpeed();
    }

    private void watchRest(float speed, long now, long since) {
        if (speed >= open.thresholds.restSpeed() || hasMoved()) {
            open.restSince = open.rested ? open.restSince : CrashState.NEVER;
            return;
        }
        if (Float.isNaN(speed) || open.rested) {
            return;
        }
        if (open.restSince == CrashState.NEVER) {
            if (since > open.thresholds.confirmMillis()) {
                return;
            }
            open.restSince = Math.max(now, open.impactTime);
            Position position = record.position();
            open.restLatitude = position == null ? Double.NaN : position.latitude();
            open.restLongitude = position == null ? Double.NaN : position.longitude();
        }
        if (now - open.restSince >= open.thresholds.restMillis()) {
            open.rested = true;
            open.add(Evidence.of(EvidenceKind.AT_REST, open.restSince));
            emit(Kind.AT_REST, open.restSince);
        }
    }

    /** A speed of zero is not to be believed of a vehicle whose position moves away. */
    private boolean hasMoved() {
        Position position = record.position();
        return position != null
                && open.restSince != CrashState.NEVER
                && !Double.isNaN(open.restLatitude)
                && Distance.metres(
                                open.restLatitude,
                                open.restLongitude,
                                position.latitude(),
                                position.longitude())
                        > STANDS_WITHIN;
    }

    /**
     * Takes the loss of speed from the reports around the impact, however late they came; tells
     * whether that is worth an edge: where the pulse cannot be graded, the severity hangs on it.
     */
    boolean settle() {
        if (open.settled) {
            return false;
        }
        float lowest = state.timeline.lowestSpeed(open.impactTime - 1, open.impactTime + SETTLES);
        if (lowest <= open.speedAtImpact) {
            open.speedChange = open.speedAtImpact - lowest;
        }
        open.speedDeltaV = state.timeline.lossAcross(open.impactTime);
        if (open.speedChange >= LOSS) {
            open.add(Evidence.of(EvidenceKind.SPEED_LOSS, open.impactTime, open.speedChange));
        }
        open.settled = record.eventTime() - open.impactTime > SETTLES;
        boolean decides = open.pulse == null || open.saturated;
        return open.settled && decides && open.speedChange > 0;
    }

    /** Tells that the incident is over. */
    void close() {
        record(open, state, releasedAt, edges);
        emit(Kind.OVER, record.eventTime());
        emit(Kind.END, record.eventTime());
    }

    /** Emits an edge that this record decided. */
    void emit(Kind kind, long time) {
        edges.accept(edge(open, kind, time, record.receivedAt(), releasedAt, null));
    }

    /** Emits edges that no record decided. */
    static void edges(
            OpenIncident open,
            CrashState state,
            long decidedAt,
            Consumer<CrashEdge> edges,
            Kind... kinds) {
        for (Kind kind : kinds) {
            edges.accept(edge(open, kind, state.lastTime, open.lastReceived, decidedAt, null));
        }
    }

    /**
     * Emits the recording if a record comes too late for it: before that one pushes what was
     * recorded around the impact out of the timeline.
     */
    static void recordBefore(
            Telemetry record,
            OpenIncident open,
            CrashState state,
            long decidedAt,
            Consumer<CrashEdge> edges) {
        if (record.eventTime() - open.impactTime > RECORDED_AFTER) {
            record(open, state, decidedAt, edges);
        }
    }

    /** Emits the recording, once. */
    static void record(
            OpenIncident open, CrashState state, long decidedAt, Consumer<CrashEdge> edges) {
        if (open.recorded) {
            return;
        }
        open.recorded = true;
        CrashRecording recording =
                new CrashRecording(
                        state.timeline.samples(
                                open.impactTime - RECORDED_BEFORE,
                                open.impactTime + RECORDED_AFTER),
                        open.burst,
                        open.burstCut);
        edges.accept(
                edge(open, Kind.RECORDED, state.lastTime, open.lastReceived, decidedAt, recording));
        open.burst = null;
    }

    private static CrashEdge edge(
            OpenIncident open,
            Kind kind,
            long time,
            long receivedAt,
            long decidedAt,
            @Nullable CrashRecording recording) {
        return new CrashEdge(
                kind,
                open.vehicleId,
                open.tenantId,
                open.deviceKind,
                open.tripId,
                open.driverId,
                open.traceId,
                open.incident,
                time,
                receivedAt,
                decidedAt,
                CrashFacts.of(open),
                recording);
    }
}
