// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import static io.odograph.simulator.math.Units.kmh;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.DrivePlan.Braking;
import io.odograph.simulator.motion.DrivePlan.Cruise;
import org.jspecify.annotations.Nullable;

/**
 * Drives as drivers do: keeps a speed for a while, then another one, a turn or a stop. Comfortable
 * limits: 1.8 m/s2 forward, 2.5 m/s2 braking, 3.2 m/s2 in turns, unless the plan says otherwise.
 */
final class Driver {

    private static final double MAX_FORWARD = 1.8;
    private static final double MAX_BRAKING = 2.5;
    private static final double JERK = 3;
    private static final double EMERGENCY_JERK = 30;
    private static final double TURNING_SPEED = 6.5;
    private static final double STANDSTILL = 0.4;
    private static final double PAUSE_AFTER_EMERGENCY_STOP = 25;

    private enum Doing {
        CRUISING,
        APPROACHING_TURN,
        TURNING,
        STOPPING,
        WAITING
    }

    private final DrivePlan plan;
    private final Rng rng;
    private final double roadSpeed;
    private Doing doing = Doing.WAITING;
    private double until;
    private double target;
    private double angleLeft;
    private double bend;
    private @Nullable Braking emergency;
    private double acceleration;
    private double yawRate;
    private double inattention;
    private double inattentiveUntil;

    Driver(DrivePlan plan, Rng rng) {
        this.plan = plan;
        this.rng = rng;
        this.roadSpeed = kmh(rng.uniform(45, 85));
    }

    /** Longitudinal acceleration decided last, m/s2. */
    double acceleration() {
        return acceleration;
    }

    /** Yaw rate decided last, rad/s, counter-clockwise positive. */
    double yawRate() {
        return yawRate;
    }

    /** Decides what to do in the step that begins at a time with a speed. */
    void decide(double time, double step, double speed) {
        if (time < plan.departs()) {
            rest();
            return;
        }
        Braking braking = plan.brakingAt(time, step);
        if (braking != null) {
            emergency = braking;
        }
        if (emergency != null && speed > emergency.toSpeed()) {
            brakeHard(emergency, time, step, speed);
            return;
        }
        release();
        followPlan(time);
        proceed(time, step, speed);
        wander(time);
        accelerateTowardsTarget(step, speed);
    }

    private void rest() {
        acceleration = 0;
        yawRate = 0;
    }

    private void release() {
        if (emergency != null) {
            acceleration = Math.max(acceleration, -MAX_BRAKING);
            emergency = null;
        }
    }

    private void brakeHard(Braking braking, double time, double step, double speed) {
        double wanted = Math.max(-braking.deceleration(), (braking.toSpeed() - speed) / step);
        acceleration = approach(acceleration, wanted, EMERGENCY_JERK * step);
        yawRate = 0;
        target = braking.toSpeed();
        doing = target == 0 ? Doing.WAITING : Doing.CRUISING;
        until = time + (target == 0 ? PAUSE_AFTER_EMERGENCY_STOP : 0);
    }

    private void followPlan(double time) {
        Cruise cruise = plan.cruiseAt(time);
        if (time >= plan.arrives()) {
            doing = Doing.STOPPING;
            until = Double.POSITIVE_INFINITY;
        } else if (cruise != null) {
            doing = Doing.CRUISING;
            target = cruise.speed();
            until = cruise.to();
            bend = 0;
        }
    }

    private void proceed(double time, double step, double speed) {
        yawRate = 0;
        switch (doing) {
            case CRUISING -> {
                yawRate = speed > TURNING_SPEED ? bend / speed : 0;
                if (time >= until) {
                    chooseNext(time);
                }
            }
            case APPROACHING_TURN -> {
                if (speed <= TURNING_SPEED + 0.5) {
                    doing = Doing.TURNING;
                }
            }
            case TURNING -> turn(time, step, speed);
            case STOPPING -> {
                target = 0;
                if (speed == 0) {
                    doing = Doing.WAITING;
                    until = time + rng.uniform(5, 30);
                }
            }
            case WAITING -> {
                target = 0;
                if (time >= until && time < plan.arrives()) {
                    cruiseFrom(time);
                }
            }
        }
    }

    private void chooseNext(double time) {
        double choice = rng.uniform();
        if (choice < 0.4) {
            cruiseFrom(time);
        } else if (choice < 0.8) {
            doing = Doing.APPROACHING_TURN;
            target = TURNING_SPEED;
            angleLeft = (rng.chance(0.5) ? 1 : -1) * rng.uniform(1.3, 1.8);
        } else {
            doing = Doing.STOPPING;
        }
    }

    private void cruiseFrom(double time) {
        doing = Doing.CRUISING;
        target = roadSpeed * rng.uniform(0.7, 1.25);
        until = time + rng.uniform(20, 80);
        bend = rng.uniform(-0.8, 0.8);
    }

    private void turn(double time, double step, double speed) {
        double size = Math.min(3.2, 0.4 * speed) / Math.max(speed, 1);
        yawRate = Math.copySign(size, angleLeft);
        double left = angleLeft - yawRate * step;
        if (left * angleLeft <= 0) {
            cruiseFrom(time);
        }
        angleLeft = left;
    }

    /** Nobody keeps a speed exactly: every four seconds another error, up to 0.6 m/s. */
    private void wander(double time) {
        if (time >= inattentiveUntil) {
            inattention = rng.uniform(-0.6, 0.6);
            inattentiveUntil = time + 4;
        }
    }

    private void accelerateTowardsTarget(double step, double speed) {
        double error = target > TURNING_SPEED ? inattention : 0;
        double wanted = 0.6 * (target + error - speed);
        wanted = Math.min(Math.max(wanted, -MAX_BRAKING), MAX_FORWARD);
        if (target == 0 && speed > 0) {
            wanted = Math.min(wanted, -0.8);
        }
        acceleration = approach(acceleration, wanted, JERK * step);
        if (target == 0 && speed < STANDSTILL) {
            acceleration = -speed / step;
        }
    }

    private static double approach(double from, double to, double most) {
        return from + Math.min(Math.max(to - from, -most), most);
    }
}
