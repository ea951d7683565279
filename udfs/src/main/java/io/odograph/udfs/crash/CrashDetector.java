// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces telemetry to the edges of a crash. An impact is a change of velocity in an accelerometer
 * recording of a vehicle that was moving, or an airbag or rollover that the vehicle reports. After
 * an impact it watches whether the vehicle comes to rest or drives on; then, or after {@link
 * CrashThresholds#confirmWithin}, it stops watching. Without an open impact it emits nothing.
 */
public final class CrashDetector implements Detector<CrashState, CrashEdge> {

    /** Seconds before an impact of which the highest speed counts as the speed before it. */
    static final int SPEED_SECONDS = 10;

    /** Seconds of which the speed is kept: a recording may come 20 s after its impact. */
    static final int SPEEDS_KEPT = 30;

    /** A vehicle may roll out for so long, ms, before being at speed means that it drove on. */
    static final long ROLL_OUT = 10_000;

    private final CrashThresholds thresholds;

    /** Creates a detector with these thresholds. */
    public CrashDetector(CrashThresholds thresholds) {
        this.thresholds = thresholds;
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
        if (record.eventTime() < state.lastTime) {
            followClock(state, state.lastTime - record.eventTime(), record.eventTime());
        }
        state.lastTime = record.eventTime();
        if (record.position() != null) {
            state.position = record.position();
        }
        rememberSpeed(state, record);
        takeEvidence(state, record, releasedAt, edges);
        if (state.watching) {
            watch(state, record, releasedAt, edges);
        }
    }

    /** An impact begins an incident or adds to the one that it belongs to. */
    private void takeEvidence(
            CrashState state, Telemetry record, long releasedAt, Consumer<CrashEdge> edges) {
        boolean airbag = airbagRose(state, record.vehicle());
        boolean rollover = rolloverRose(state, record.vehicle());
        ImpactPulse pulse =
                record.imuBurst() == null ? null : ImpactPulse.measure(record.imuBurst());
        boolean hit =
                pulse != null
                        && pulse.deltaV() >= thresholds.impactDeltaV()
                        && speedBefore(state, pulse.time()) >= thresholds.speedBefore();
        if (!hit && !airbag && !rollover) {
            return;
        }
        long time = hit ? pulse.time() : record.eventTime();
        boolean isNew = !isSameIncident(state, time);
        if (isNew) {
            beginIncident(state, time);
        }
        state.airbagInIncident |= airbag;
        state.rolloverInIncident |= rollover;
        if (pulse != null) {
            state.deltaV = larger(state.deltaV, pulse.deltaV());
            state.peakAcceleration = larger(state.peakAcceleration, pulse.peakAcceleration());
            state.saturated |= pulse.saturated();
        }
        if (isNew) {
            edges.accept(edge(Kind.IMPACT, state, record, releasedAt, time));
        }
    }

    private static void beginIncident(CrashState state, long time) {
        state.incident = time;
        state.impactTime = time;
        state.watching = true;
        state.restSince = CrashState.NEVER;
        state.speedBefore = speedBefore(state, time);
        state.deltaV = Double.NaN;
        state.peakAcceleration = Double.NaN;
        state.saturated = false;
        state.airbagInIncident = false;
        state.rolloverInIncident = false;
    }

    private static double larger(double known, double other) {
        return Double.isNaN(known) ? other : Math.max(known, other);
    }

    private boolean airbagRose(CrashState state, @Nullable VehicleState vehicle) {
        if (vehicle == null || vehicle.airbagDeployed() == null) {
            return false;
        }
        boolean rose = vehicle.airbagDeployed() && rises(state, state.airbagDeployed);
        state.airbagDeployed = vehicle.airbagDeployed();
        return rose;
    }

    private boolean rolloverRose(CrashState state, @Nullable VehicleState vehicle) {
        if (vehicle == null || vehicle.rollover() == Rollover.UNKNOWN) {
            return false;
        }
        boolean detected = vehicle.rollover() == Rollover.DETECTED;
        boolean rose = detected && rises(state, state.rolledOver);
        state.rolledOver = detected;
        return rose;
    }

    /**
     * Whether a flag that is set now was not before. One that is set when it is first heard of may
     * be old, as that of a wreck that is switched on again: it counts if the vehicle was moving.
     */
    private boolean rises(CrashState state, @Nullable Boolean before) {
        return before == null
                ? speedBefore(state, state.lastTime) >= thresholds.restSpeed()
                : !before;
    }

    /** Further impacts within the confirmation time belong to the incident of the first. */
    private boolean isSameIncident(CrashState state, long time) {
        return state.impactTime != CrashState.NEVER
                && time - state.impactTime <= thresholds.confirmWithin();
    }

    private void watch(
            CrashState state, Telemetry record, long releasedAt, Consumer<CrashEdge> edges) {
        long sinceImpact = record.eventTime() - state.impactTime;
        float speed = record.speed();
        if (speed < thresholds.restSpeed()) {
            if (state.restSince == CrashState.NEVER && sinceImpact <= thresholds.confirmWithin()) {
                state.restSince = Math.max(record.eventTime(), state.impactTime);
            }
        } else if (!Float.isNaN(speed)) {
            state.restSince = CrashState.NEVER;
        }
        boolean rests = state.restSince != CrashState.NEVER;
        if (rests && record.eventTime() - state.restSince >= thresholds.restDuration()) {
            edges.accept(edge(Kind.AT_REST, state, record, releasedAt, state.restSince));
            state.watching = false;
        } else if (speed >= thresholds.speedBefore() && sinceImpact > ROLL_OUT) {
            edges.accept(edge(Kind.DROVE_ON, state, record, releasedAt, record.eventTime()));
            endWithoutRest(state);
        } else if (!rests && sinceImpact > thresholds.confirmWithin()) {
            endWithoutRest(state);
        }
    }

    /** What comes next is an incident of its own: a kerb must not hide a crash. */
    private static void endWithoutRest(CrashState state) {
        state.watching = false;
        state.impactTime = CrashState.NEVER;
    }

    /** The device set its clock back: times of before go with it, so that durations stay true. */
    private static void followClock(CrashState state, long back, long eventTime) {
        if (state.impactTime != CrashState.NEVER) {
            state.impactTime -= back;
        }
        if (state.restSince != CrashState.NEVER) {
            state.restSince -= back;
        }
        if (state.speeds.length > 0) {
            float highest = speedBefore(state, eventTime + back);
            Arrays.fill(state.speeds, Float.NaN);
            state.speedsUntil = Math.floorDiv(eventTime, 1000L);
            state.speeds[slot(state.speedsUntil)] = highest;
        }
    }

    private static void rememberSpeed(CrashState state, Telemetry record) {
        float speed = record.speed();
        if (Float.isNaN(speed)) {
            return;
        }
        long second = Math.floorDiv(record.eventTime(), 1000L);
        if (state.speeds.length == 0) {
            state.speeds = new float[SPEEDS_KEPT];
            Arrays.fill(state.speeds, Float.NaN);
            state.speedsUntil = second;
        }
        long from = Math.max(state.speedsUntil + 1, second - SPEEDS_KEPT + 1);
        for (long s = from; s <= second; s++) {
            state.speeds[slot(s)] = Float.NaN;
        }
        state.speedsUntil = second;
        float known = state.speeds[slot(second)];
        state.speeds[slot(second)] = Float.isNaN(known) ? speed : Math.max(known, speed);
    }

    /** Highest speed of the seconds up to a time, or NaN where none is known. */
    private static float speedBefore(CrashState state, long time) {
        if (state.speeds.length == 0) {
            return Float.NaN;
        }
        float highest = Float.NaN;
        long second = Math.floorDiv(time, 1000L);
        long from = Math.max(second - SPEED_SECONDS + 1, state.speedsUntil - SPEEDS_KEPT + 1);
        for (long s = from; s <= Math.min(second, state.speedsUntil); s++) {
            float speed = state.speeds[slot(s)];
            highest = speed > highest || Float.isNaN(highest) ? speed : highest;
        }
        return highest;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SPEEDS_KEPT);
    }

    private static CrashEdge edge(
            Kind kind, CrashState state, Telemetry record, long releasedAt, long time) {
        return new CrashEdge(
                kind,
                record.vehicleId(),
                record.tenantId(),
                record.deviceKind(),
                record.tripId(),
                record.driverId(),
                record.traceId(),
                state.incident,
                time,
                record.receivedAt(),
                releasedAt,
                state.position,
                state.deltaV,
                state.peakAcceleration,
                state.saturated,
                state.speedBefore,
                state.airbagDeployed == null ? null : state.airbagInIncident,
                state.rolledOver == null ? null : state.rolloverInIncident);
    }
}
