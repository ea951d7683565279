// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.motion;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The true motion of a vehicle on a grid of {@link #STEP}, read at any time by linear
 * interpolation. Plane coordinates from where it started, SI units, angles counter-clockwise from
 * east.
 */
public final class Trajectory {

    /** Grid of the integration, s. */
    public static final double STEP = 0.1;

    private final List<Collision> collisions;
    private final double[] east;
    private final double[] north;
    private final double[] course;
    private final double[] speed;
    private final double[] odometer;
    private final double[] forward;
    private final double[] left;
    private final double[] yawRate;

    Trajectory(double duration, List<Collision> collisions) {
        int steps = (int) Math.ceil(duration / STEP) + 2;
        this.collisions = List.copyOf(collisions);
        east = new double[steps];
        north = new double[steps];
        course = new double[steps];
        speed = new double[steps];
        odometer = new double[steps];
        forward = new double[steps];
        left = new double[steps];
        yawRate = new double[steps];
    }

    /**
     * Where a vehicle is and how it moves.
     *
     * @param east m east of the start
     * @param north m north of the start
     * @param course rad counter-clockwise from east
     * @param speed m/s, 0 and up
     * @param odometer distance travelled in the vehicle's life, m
     * @param forward acceleration, m/s2
     * @param yawRate rad/s, counter-clockwise positive
     */
    public record Motion(
            double east,
            double north,
            double course,
            double speed,
            double odometer,
            double forward,
            double yawRate) {}

    /**
     * A motion that is known from elsewhere, without collisions.
     *
     * @param duration s, above 0
     * @param motion the motion at a time, s
     */
    public static Trajectory of(double duration, DoubleFunction<Motion> motion) {
        Trajectory trajectory = new Trajectory(duration, List.of());
        for (int i = 0; i < trajectory.steps(); i++) {
            Motion now = motion.apply(i * STEP);
            trajectory.set(
                    i,
                    now.east,
                    now.north,
                    now.course,
                    now.speed,
                    now.odometer,
                    now.forward,
                    now.speed * now.yawRate,
                    now.yawRate);
        }
        return trajectory;
    }

    int steps() {
        return east.length;
    }

    void set(
            int i,
            double atEast,
            double atNorth,
            double atCourse,
            double atSpeed,
            double atOdometer,
            double atForward,
            double atLeft,
            double atYawRate) {
        east[i] = atEast;
        north[i] = atNorth;
        course[i] = atCourse;
        speed[i] = atSpeed;
        odometer[i] = atOdometer;
        forward[i] = atForward;
        left[i] = atLeft;
        yawRate[i] = atYawRate;
    }

    /** Metres east of the start. */
    public double east(double time) {
        return at(east, time);
    }

    /** Metres north of the start. */
    public double north(double time) {
        return at(north, time);
    }

    /** Direction of travel, rad counter-clockwise from east, in any number of turns. */
    public double course(double time) {
        return course[index(time)];
    }

    /** Speed over ground, m/s, 0 and up. */
    public double speed(double time) {
        return at(speed, time);
    }

    /** Distance travelled in the vehicle's life, m. */
    public double odometer(double time) {
        return at(odometer, time);
    }

    /** Forward acceleration from driving and sliding, without any collision pulse, m/s2. */
    public double forward(double time) {
        return at(forward, time);
    }

    /** Acceleration to the left from driving and sliding, without any collision pulse, m/s2. */
    public double left(double time) {
        return at(left, time);
    }

    /** Yaw rate, rad/s, counter-clockwise positive. */
    public double yawRate(double time) {
        return at(yawRate, time);
    }

    /** Speed when the vehicle meets something, before that pushes it, m/s. */
    public double speedAtContact(double time) {
        return speed[index(time)];
    }

    /** By how much the body has rolled over, rad, left side up positive. */
    public double roll(double time) {
        double angle = 0;
        for (Collision collision : collisions) {
            angle += collision.rolled(time);
        }
        return angle;
    }

    /** The collisions, by time; the first of them ended the drive. */
    public List<Collision> collisions() {
        return collisions;
    }

    /** Mean forward acceleration over the second before a time, collisions included, m/s2. */
    public double meanForward(double time) {
        double mean = meanOfLastSecond(forward, time);
        for (Collision collision : collisions) {
            mean += collision.pulse().x() * shareOfLastSecond(collision.pulse(), time);
        }
        return mean;
    }

    /** Mean acceleration to the left over the second before a time, collisions included, m/s2. */
    public double meanLeft(double time) {
        double mean = meanOfLastSecond(left, time);
        for (Collision collision : collisions) {
            mean += collision.pulse().y() * shareOfLastSecond(collision.pulse(), time);
        }
        return mean;
    }

    private static double shareOfLastSecond(Pulse pulse, double time) {
        return pulse.progress(time) - pulse.progress(time - 1);
    }

    private double meanOfLastSecond(double[] values, double time) {
        int last = index(time);
        int first = Math.max(0, last - 9);
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += values[i];
        }
        return sum / (last - first + 1);
    }

    private double at(double[] values, double time) {
        int i = index(time);
        double part = Math.min(Math.max(time / STEP - i, 0), 1);
        return values[i] + part * (values[i + 1] - values[i]);
    }

    private int index(double time) {
        return Math.min(Math.max((int) (time / STEP), 0), east.length - 2);
    }
}
