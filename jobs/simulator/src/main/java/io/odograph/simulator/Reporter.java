// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static io.odograph.simulator.math.Units.round;
import static io.odograph.simulator.math.Units.toKmh;

import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.LowVoltageSystemState;
import io.odograph.schemas.Motion;
import io.odograph.schemas.PhoneState;
import io.odograph.schemas.Rollover;
import io.odograph.schemas.SeatBelt;
import io.odograph.schemas.SpeedSource;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.schemas.VehicleState;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.Answer;
import io.odograph.simulator.scenario.PlannedCrash;
import io.odograph.simulator.scenario.VehiclePlan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the groups of one vehicle's regular reports from what its device measures. */
final class Reporter {

    private static final double VEHICLE_STATE_EVERY = 30;

    private final VehiclePlan plan;
    private final Trajectory trajectory;
    private final GnssReports gnss;
    private final Rng rng;
    private double nextVehicleState;
    private boolean answered;

    Reporter(VehiclePlan plan, Trajectory trajectory, Rng rng) {
        this.plan = plan;
        this.trajectory = trajectory;
        this.gnss = new GnssReports(plan, trajectory, rng);
        this.rng = rng.fork("signals");
    }

    /** Adds what the device measures at a time, s; times must rise. */
    void fill(TelemetryRecord record, double time) {
        gnss.look(time);
        record.setPosition(gnss.position(time));
        record.setMotion(motion(time));
        record.setVehicle(plan.sensors().readsVehicle() ? vehicleState(time) : null);
        record.setPhone(plan.deviceKind() == DeviceKind.PHONE ? phoneState(time) : null);
        record.setCrashReported(crashReported(time));
        Answer answer = plan.answer();
        if (answer != null && !answered && time >= answer.at()) {
            answered = true;
            record.setDriverResponse(answer.response());
        }
    }

    /** A device that has a detection of its own says so all the time. */
    private @Nullable Boolean crashReported(double time) {
        PlannedCrash crash = plan.crash();
        if (crash == null || !crash.signs().crashReported()) {
            return null;
        }
        return time >= crash.pulse().end();
    }

    private @Nullable Motion motion(double time) {
        boolean wheel = plan.sensors().readsVehicle();
        if (!wheel && !gnss.isKnown()) {
            return null;
        }
        double speed = wheel ? wheelSpeed(time) : gnss.speed();
        Motion motion = new Motion();
        motion.setSpeed((float) round(toKmh(speed), 2));
        motion.setSpeedSource(wheel ? SpeedSource.WHEEL : SpeedSource.GNSS);
        if (plan.sensors().measuresMotion()) {
            double forward = trajectory.meanForward(time) + 0.08 * rng.gaussian();
            double left = trajectory.meanLeft(time) + 0.08 * rng.gaussian();
            double yaw = StrictMath.toDegrees(trajectory.yawRate(time)) + 0.1 * rng.gaussian();
            motion.setAccelerationLongitudinal((float) round(forward, 2));
            motion.setAccelerationLateral((float) round(left, 2));
            motion.setAngularVelocityYaw((float) round(yaw, 2));
        }
        if (wheel) {
            motion.setTraveledDistance(round(trajectory.odometer(time), 1));
        }
        return motion;
    }

    private double wheelSpeed(double time) {
        return plan.readsWheels(time) ? trajectory.speed(time) : 0;
    }

    private @Nullable VehicleState vehicleState(double time) {
        PlannedCrash crash = plan.crash();
        boolean crashed = crash != null && time >= crash.pulse().end();
        boolean flagged = crash != null && crashed && crash.signs().showOnVehicle();
        if (time < nextVehicleState && !flagged) {
            return null;
        }
        nextVehicleState = time + VEHICLE_STATE_EVERY;
        boolean lost = crash != null && crashed && crash.signs().ignitionLost();
        boolean rolls = trajectory.speed(time) > 0 && time >= plan.drive().departs();
        boolean on = (plan.drive().isUnderway(time) || rolls) && !lost;
        VehicleState state = new VehicleState();
        state.setLowVoltageSystemState(on ? LowVoltageSystemState.ON : LowVoltageSystemState.OFF);
        state.setTirePressures(List.of());
        state.setDtcList(List.of());
        state.setSeatBelts(on ? List.of(new SeatBelt(1, 1, true, true)) : List.of());
        addEngine(state, time, on && !crashed);
        addSafety(state, crashed ? crash : null);
        return state;
    }

    private void addEngine(VehicleState state, double time, boolean running) {
        double rpm = running ? 800 + 70 * trajectory.speed(time) + 15 * rng.gaussian() : 0;
        double warm = Math.min(Math.max((time - plan.drive().departs()) / 300, 0), 1);
        double volts = (running ? 14.1 : 12.6) + 0.05 * rng.gaussian();
        state.setEngineSpeed((float) round(rpm, 0));
        state.setEngineCoolantTemperature((float) round(20 + 70 * warm, 0));
        state.setLowVoltageBatteryVoltage((float) round(volts, 2));
    }

    private void addSafety(VehicleState state, @Nullable PlannedCrash crash) {
        boolean reads = plan.deviceKind() == DeviceKind.EMBEDDED;
        boolean airbag = crash != null && crash.signs().airbag();
        boolean cutOff = crash != null && crash.signs().fuelCutOff();
        boolean rolled = crash != null && crash.signs().rollover();
        state.setAirbagDeployed(reads ? (Boolean) airbag : null);
        state.setFuelCutOff(reads ? (Boolean) cutOff : null);
        state.setRollover(!reads ? Rollover.UNKNOWN : rolled ? Rollover.DETECTED : Rollover.NONE);
        state.setDoorsOpen(reads ? Boolean.FALSE : null);
    }

    private PhoneState phoneState(double time) {
        boolean handled = Math.abs(time - plan.mounting().movedAt()) < 5;
        return new PhoneState(handled, handled, false);
    }
}
