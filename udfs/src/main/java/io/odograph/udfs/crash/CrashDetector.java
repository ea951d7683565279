// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.Detector;
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
            CrashState state, Telemetry record, long releasedAt, Consumer<CrashEdge> edges) {
        if (record.eventTime() < state.lastTime) {
            forgetTimes(state);
        }
        state.lastTime = record.eventTime();
        if (record.position() != null) {
            state.position = record.position();
        }
        takeEvidence(state, record, releasedAt, edges);
        rememberSpeed(state, record);
        if (state.watching) {
            watch(state, record, releasedAt, edges);
        }
    }

    /** An impact begins an incident or adds to the one that it belongs to. */
    private void takeEvidence(
            CrashState state, Telemetry record, long releasedAt, Consumer<CrashEdge> edges) {
        float speedBefore = speedBefore(state, record);
        boolean flagged = takeFlags(state, record.vehicle());
        ImpactPulse pulse =
                record.imuBurst() == null ? null : ImpactPulse.measure(record.imuBurst());
        boolean hit =
                pulse != null
                        && pulse.deltaV() >= thresholds.impactDeltaV()
                        && speedBefore >= thresholds.speedBefore();
        if (!hit && !flagged) {
            return;
        }
        long time = hit ? pulse.time() : record.eventTime();
        boolean isNew = !isSameIncident(state, time);
        if (isNew) {
            state.impactTime = time;
            state.speedBefore = speedBefore;
            state.deltaV = Double.NaN;
            state.peakAcceleration = Double.NaN;
            state.saturated = false;
            state.restSince = CrashState.NEVER;
            state.watching = true;
        }
        if (pulse != null) {
            state.deltaV = larger(state.deltaV, pulse.deltaV());
            state.peakAcceleration = larger(state.peakAcceleration, pulse.peakAcceleration());
            state.saturated |= pulse.saturated();
        }
        if (isNew) {
            edges.accept(edge(Kind.IMPACT, state, record, releasedAt, time));
        }
    }

    private static double larger(double known, double other) {
        return Double.isNaN(known) ? other : Math.max(known, other);
    }

    /** Remembers airbag and rollover flags; true when one of them is new. */
    private static boolean takeFlags(CrashState state, @Nullable VehicleState vehicle) {
        if (vehicle == null) {
            return false;
        }
        boolean deployed = Boolean.TRUE.equals(vehicle.airbagDeployed());
        boolean rolled = vehicle.rollover() == Rollover.DETECTED;
        boolean isNew =
                (deployed && !Boolean.TRUE.equals(state.airbagDeployed))
                        || (rolled && !Boolean.TRUE.equals(state.rolledOver));
        if (vehicle.airbagDeployed() != null) {
            state.airbagDeployed = deployed;
        }
        if (vehicle.rollover() != Rollover.UNKNOWN) {
            state.rolledOver = rolled;
        }
        return isNew;
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
            state.watching = false;
        } else if (!rests && sinceImpact > thresholds.confirmWithin()) {
            state.watching = false;
        }
    }

    /** After the device set its clock back, times of before say nothing any more. */
    private static void forgetTimes(CrashState state) {
        state.impactTime = CrashState.NEVER;
        state.watching = false;
        state.restSince = CrashState.NEVER;
        Arrays.fill(state.speeds, Float.NaN);
    }

    private static void rememberSpeed(CrashState state, Telemetry record) {
        float speed = record.speed();
        if (Float.isNaN(speed)) {
            return;
        }
        long second = Math.floorDiv(record.eventTime(), 1000L);
        if (state.speeds.length == 0) {
            state.speeds = new float[SPEED_SECONDS];
            Arrays.fill(state.speeds, Float.NaN);
            state.speedsUntil = second;
        }
        long from = Math.max(state.speedsUntil + 1, second - SPEED_SECONDS + 1);
        for (long s = from; s <= second; s++) {
            state.speeds[slot(s)] = Float.NaN;
        }
        state.speedsUntil = second;
        float known = state.speeds[slot(second)];
        state.speeds[slot(second)] = Float.isNaN(known) ? speed : Math.max(known, speed);
    }

    /** Highest speed of the last seconds, this record's included, or NaN where none is known. */
    private static float speedBefore(CrashState state, Telemetry record) {
        float highest = record.speed();
        long second = Math.floorDiv(record.eventTime(), 1000L);
        long until = Math.min(second, state.speedsUntil);
        for (long s = second - SPEED_SECONDS + 1; state.speeds.length > 0 && s <= until; s++) {
            float speed = s > state.speedsUntil - SPEED_SECONDS ? state.speeds[slot(s)] : Float.NaN;
            highest = speed > highest || Float.isNaN(highest) ? speed : highest;
        }
        return highest;
    }

    private static int slot(long second) {
        return (int) Math.floorMod(second, (long) SPEED_SECONDS);
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
                time,
                record.receivedAt(),
                releasedAt,
                state.position,
                state.deltaV,
                state.peakAcceleration,
                state.saturated,
                state.speedBefore,
                state.airbagDeployed,
                state.rolledOver);
    }
}
