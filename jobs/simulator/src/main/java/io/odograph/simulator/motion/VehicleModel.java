// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import io.odograph.simulator.math.Rng;
import org.jspecify.annotations.Nullable;

/**
 * Longitudinal and lateral dynamics of one vehicle: a point with a heading that is driven along a
 * road and, after a collision, slides and spins freely until friction stops it.
 */
public final class VehicleModel {

    private final DrivePlan plan;
    private final Driver driver;
    private final Trajectory trajectory;
    private double east;
    private double north;
    private double heading;
    private double speed;
    private double odometer;
    private double slideEast;
    private double slideNorth;
    private double contactHeading;
    private boolean sliding;

    private VehicleModel(DrivePlan plan, Rng rng, double duration) {
        this.plan = plan;
        this.driver = new Driver(plan, rng);
        this.heading = rng.uniform(-StrictMath.PI, StrictMath.PI);
        this.odometer = rng.uniform(5e5, 9e6);
        this.trajectory = new Trajectory(duration, plan.collision());
    }

    /**
     * Drives a plan.
     *
     * @param plan what the driver is told
     * @param rng decides everything that the plan leaves open
     * @param duration s, above 0
     * @return where the vehicle was and how it moved, from 0 to duration
     */
    public static Trajectory drive(DrivePlan plan, Rng rng, double duration) {
        VehicleModel model = new VehicleModel(plan, rng, duration);
        for (int i = 0; i < model.trajectory.steps(); i++) {
            model.step(i);
        }
        return model.trajectory;
    }

    private void step(int i) {
        double time = i * Trajectory.STEP;
        Collision collision = plan.collision();
        if (collision != null && time + Trajectory.STEP > collision.pulse().start()) {
            slide(i, time, collision);
        } else {
            followRoad(i, time);
        }
    }

    private void followRoad(int i, double time) {
        driver.decide(time, Trajectory.STEP, speed);
        double acceleration = driver.acceleration();
        if (speed + acceleration * Trajectory.STEP < 0) {
            acceleration = -speed / Trajectory.STEP;
        }
        double yawRate = speed > 0 ? driver.yawRate() : 0;
        record(i, heading, acceleration, speed * yawRate, yawRate);
        double next = speed + acceleration * Trajectory.STEP;
        move((speed + next) / 2, heading);
        speed = next < 1e-9 ? 0 : next;
        heading += yawRate * Trajectory.STEP;
    }

    private void slide(int i, double time, Collision collision) {
        if (!sliding) {
            sliding = true;
            contactHeading = heading;
            slideEast = speed * StrictMath.cos(heading);
            slideNorth = speed * StrictMath.sin(heading);
        }
        double spin = spin(time, collision);
        double course = speed > 0 ? StrictMath.atan2(slideNorth, slideEast) : heading;
        boolean free = time >= collision.pulse().end();
        double friction = free ? Math.min(collision.friction(), speed / Trajectory.STEP) : 0;
        double slip = course - heading;
        record(i, course, -friction * StrictMath.cos(slip), -friction * StrictMath.sin(slip), spin);
        push(time, collision.pulse());
        slow(friction);
        move(speed, StrictMath.atan2(slideNorth, slideEast));
        heading += spin * Trajectory.STEP;
    }

    /** Spin fades within 1.5 s and stops with the vehicle. */
    private double spin(double time, @Nullable Collision collision) {
        if (collision == null || speed == 0) {
            return 0;
        }
        double since = time - collision.pulse().start();
        return since < 0 ? 0 : collision.yawRate() * Math.max(0, 1 - since / 1.5);
    }

    private void push(double time, Pulse pulse) {
        double share = pulse.progress(time + Trajectory.STEP) - pulse.progress(time);
        double cos = StrictMath.cos(contactHeading);
        double sin = StrictMath.sin(contactHeading);
        slideEast += share * (pulse.x() * cos - pulse.y() * sin);
        slideNorth += share * (pulse.x() * sin + pulse.y() * cos);
        speed = Math.sqrt(slideEast * slideEast + slideNorth * slideNorth);
    }

    private void slow(double friction) {
        double next = Math.max(0, speed - friction * Trajectory.STEP);
        if (speed > 0) {
            slideEast *= next / speed;
            slideNorth *= next / speed;
        }
        speed = next;
    }

    private void move(double mean, double course) {
        double distance = mean * Trajectory.STEP;
        if (distance > 0) {
            east += distance * StrictMath.cos(course);
            north += distance * StrictMath.sin(course);
            odometer += distance;
        }
    }

    private void record(int i, double course, double forward, double left, double yawRate) {
        trajectory.set(i, east, north, course, speed, odometer, forward, left, yawRate);
    }
}
