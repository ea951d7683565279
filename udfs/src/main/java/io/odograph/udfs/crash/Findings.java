// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.telemetry.VehicleState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one record tells of a crash. */
final class Findings {

    /** Seconds before an impact of which the highest speed counts as the speed before it. */
    static final long SPEED_BEFORE = 10_000;

    /** Losses of speed below this are never worth asking for the rule in force, km/h. */
    private static final float NOTABLE = 5;

    private final List<Evidence> evidence = new ArrayList<>();
    private @Nullable ImpactPulse pulse;
    private @Nullable ImpactPulse doubtful;

    private Findings() {}

    /**
     * Looks at a record; the state's memories of flags, speed and doubtful pulses move on.
     *
     * @return what it tells, or null where it tells nothing, as nearly always
     */
    static @Nullable Findings of(CrashState state, Telemetry record, CrashThresholds thresholds) {
        Findings found = new Findings();
        boolean moved =
                state.timeline.highestSpeed(record.eventTime() - SPEED_BEFORE, record.eventTime())
                        >= thresholds.restSpeed();
        found.takeFlags(state, record, moved);
        found.takeSpeed(state, record, thresholds);
        found.takePulse(state, record, thresholds);
        return found.evidence.isEmpty() && found.pulse == null && found.doubtful == null
                ? null
                : found;
    }

    private void takeFlags(CrashState state, Telemetry record, boolean moved) {
        long time = record.eventTime();
        boolean credible = moved || state.incident != null;
        VehicleState vehicle = record.vehicle();
        if (vehicle != null) {
            if (state.airbagDeployed.rises(vehicle.airbagDeployed(), time, credible)) {
                evidence.add(Evidence.of(EvidenceKind.AIRBAG, time));
            }
            if (state.rolledOver.rises(rollover(vehicle.rollover()), time, credible)) {
                evidence.add(Evidence.of(EvidenceKind.ROLLOVER, time));
            }
            if (state.fuelCutOff.rises(vehicle.fuelCutOff(), time, credible)) {
                evidence.add(Evidence.of(EvidenceKind.FUEL_CUT_OFF, time));
            }
            takeIgnition(state, vehicle.lowVoltageSystemState(), time);
        }
        if (state.crashReported.happens(record.crashReported(), time, moved)) {
            evidence.add(Evidence.of(EvidenceKind.CRASH_REPORTED, time));
        }
        Boolean help =
                record.driverResponse() == DriverResponse.UNKNOWN
                        ? null
                        : record.driverResponse() == DriverResponse.NEEDS_HELP;
        if (state.needsHelp.happens(help, time, moved)) {
            evidence.add(Evidence.of(EvidenceKind.NEEDS_HELP, time));
        }
        if (record.driverResponse() == DriverResponse.NO_CRASH && state.incident != null) {
            evidence.add(Evidence.of(EvidenceKind.NO_CRASH, time));
        }
    }

    /** Nearly every record tells no more than where the vehicle is and that it drives. */
    static boolean mayBeIn(Telemetry record, CrashState state) {
        return record.imuBurst() != null
                || record.driverResponse() != DriverResponse.UNKNOWN
                || state.crashReported.isNews(record.crashReported())
                || state.speed.droppedAt != CrashState.NEVER
                || state.speed.speed - record.speed() > NOTABLE
                || (record.vehicle() != null && mayBeIn(record.vehicle(), state));
    }

    private static boolean mayBeIn(VehicleState vehicle, CrashState state) {
        Boolean on = isOn(vehicle.lowVoltageSystemState());
        return state.airbagDeployed.isNews(vehicle.airbagDeployed())
                || state.rolledOver.isNews(rollover(vehicle.rollover()))
                || state.fuelCutOff.isNews(vehicle.fuelCutOff())
                || (on != null && !on.equals(state.ignitionOn));
    }

    private static @Nullable Boolean isOn(LowVoltageSystemState state) {
        return switch (state) {
            case ON, START -> true;
            case OFF, LOCK -> false;
            case UNDEFINED, ACC -> null;
        };
    }

    private static @Nullable Boolean rollover(Rollover rollover) {
        return rollover == Rollover.UNKNOWN ? null : rollover == Rollover.DETECTED;
    }

    private void takeIgnition(CrashState state, LowVoltageSystemState now, long time) {
        Boolean on = isOn(now);
        if (on == null) {
            return;
        }
        OpenIncident open = state.incident;
        boolean lost = Boolean.TRUE.equals(state.ignitionOn) && !on;
        if (lost && open != null && time - open.lastImpactTime <= SPEED_BEFORE) {
            evidence.add(Evidence.of(EvidenceKind.IGNITION_LOST, time));
        }
        state.ignitionOn = on;
    }

    private void takeSpeed(CrashState state, Telemetry record, CrashThresholds thresholds) {
        Evidence drop = SpeedDrops.accept(state.speed, record, thresholds);
        if (drop != null && !isOver(state, drop.time())) {
            evidence.add(drop);
        }
    }

    /** The same impact by another device, or told late, must not open its incident again. */
    private static boolean isOver(CrashState state, long time) {
        return state.incident == null && time <= state.endedAt;
    }

    private void takePulse(CrashState state, Telemetry record, CrashThresholds thresholds) {
        if (record.imuBurst() == null) {
            return;
        }
        ImpactPulse measured = ImpactPulse.measure(record.imuBurst());
        double before =
                state.timeline.highestSpeed(measured.time() - SPEED_BEFORE, measured.time());
        if (state.incident != null) {
            double earlier = state.incident.speedBefore;
            before = Double.isNaN(before) || earlier > before ? earlier : before;
        }
        if (isOver(state, measured.time())) {
            return;
        }
        boolean handled = record.phone() != null && Boolean.TRUE.equals(record.phone().handled());
        switch (PulseVerdict.of(measured, record.deviceKind(), handled, before, thresholds)) {
            case IMPACT -> pulse = measured;
            case DOUBTFUL -> {
                doubtful = measured;
                state.doubtful = measured;
                state.doubtfulHandled = handled;
            }
            case NONE -> {}
        }
    }

    /** The impact, or null. */
    @Nullable ImpactPulse pulse() {
        return pulse;
    }

    /** The pulse that may be that of a handled device, or null. */
    @Nullable ImpactPulse doubtful() {
        return doubtful;
    }

    /** Evidence besides a pulse. */
    List<Evidence> evidence() {
        return evidence;
    }

    /** Whether this is enough to open an incident. */
    boolean opens() {
        if (pulse != null) {
            return true;
        }
        for (Evidence item : evidence) {
            if (item.kind() != EvidenceKind.IGNITION_LOST && item.kind() != EvidenceKind.NO_CRASH) {
                return true;
            }
        }
        return false;
    }

    /** Whether the driver says that there was no crash. */
    boolean cancels() {
        return evidence.stream().anyMatch(item -> item.kind() == EvidenceKind.NO_CRASH);
    }

    /** Whether the driver's call for help is all there is. */
    boolean isOnlyACall() {
        return pulse == null
                && evidence.stream().allMatch(item -> item.kind() == EvidenceKind.NEEDS_HELP);
    }

    /** Event time of the earliest thing found, ms. */
    long time() {
        long earliest = pulse == null ? Long.MAX_VALUE : pulse.time();
        for (Evidence item : evidence) {
            earliest = Math.min(earliest, item.time());
        }
        return earliest;
    }
}
