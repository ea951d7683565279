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
    private @Nullable Collision struck;
    private double course = Double.NaN;
    private double cosCourse;
    private double sinCourse;

    private VehicleModel(DrivePlan plan, Rng rng, double duration) {
        this.plan = plan;
        this.driver = new Driver(plan, rng);
        this.heading = rng.uniform(-StrictMath.PI, StrictMath.PI);
        this.odometer = rng.uniform(5e5, 9e6);
        this.trajectory = new Trajectory(duration, plan.collisions());
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
        Collision collision = plan.collisionBefore(time + Trajectory.STEP);
        if (collision != null) {
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
        if (struck == null) {
            slideEast = speed * StrictMath.cos(heading);
            slideNorth = speed * StrictMath.sin(heading);
        }
        if (!collision.equals(struck)) {
            struck = collision;
            contactHeading = heading;
        }
        double spin = spin(time, collision);
        double sliding = speed > 0 ? StrictMath.atan2(slideNorth, slideEast) : heading;
        boolean free = time >= collision.pulse().end();
        double friction = free ? Math.min(collision.friction(), speed / Trajectory.STEP) : 0;
        double slip = sliding - heading;
        record(
                i,
                sliding,
                -friction * StrictMath.cos(slip),
                -friction * StrictMath.sin(slip),
                spin);
        push(time, collision.pulse());
        slow(friction);
        move(speed, StrictMath.atan2(slideNorth, slideEast));
        heading += spin * Trajectory.STEP;
    }

    /** Spin fades within 1.5 s and stops with the vehicle. */
    private double spin(double time, Collision collision) {
        if (speed == 0) {
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

    /** Sine and cosine are half of the cost of a drive, and most of it goes straight on. */
    private void move(double mean, double towards) {
        double distance = mean * Trajectory.STEP;
        if (distance > 0) {
            if (towards != course) {
                course = towards;
                cosCourse = StrictMath.cos(towards);
                sinCourse = StrictMath.sin(towards);
            }
            east += distance * cosCourse;
            north += distance * sinCourse;
            odometer += distance;
        }
    }

    private void record(int i, double towards, double forward, double left, double yawRate) {
        trajectory.set(i, east, north, towards, speed, odometer, forward, left, yawRate);
    }
}
