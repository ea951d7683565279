// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.sensor;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.motion.Trajectory;

/**
 * A satellite receiver at work: a position error that wanders (first-order Gauss-Markov, time
 * constant 40 s), a speed that lags, and the last fix to hold when the sky is gone.
 */
public final class GnssReceiver {

    private static final double TIME_CONSTANT = 40;
    private static final double HEADING_FROM_SPEED = 0.8;

    private final GnssSensor sensor;
    private final Trajectory trajectory;
    private final Rng rng;
    private double driftEast;
    private double driftNorth;
    private double east;
    private double north;
    private double speed;
    private double reportedSpeed;
    private double heading = Double.NaN;
    private double accuracy;
    private double fixedAt = Double.NEGATIVE_INFINITY;

    /** Creates a receiver that has had a clear sky for a while. */
    public GnssReceiver(GnssSensor sensor, Trajectory trajectory, Rng rng) {
        this.sensor = sensor;
        this.trajectory = trajectory;
        this.rng = rng;
        driftEast = sensor.drift() * rng.gaussian();
        driftNorth = sensor.drift() * rng.gaussian();
    }

    /** Takes a fix; times must rise. */
    public void fix(double time) {
        double elapsed = Math.min(Math.max(time - fixedAt, 0), 10 * TIME_CONSTANT);
        double kept = StrictMath.exp(-elapsed / TIME_CONSTANT);
        double fresh = sensor.drift() * Math.sqrt(1 - kept * kept);
        driftEast = kept * driftEast + fresh * rng.gaussian();
        driftNorth = kept * driftNorth + fresh * rng.gaussian();
        east = trajectory.east(time) + driftEast + sensor.noise() * rng.gaussian();
        north = trajectory.north(time) + driftNorth + sensor.noise() * rng.gaussian();
        double follow = elapsed > 2 ? 1 : sensor.speedLag();
        speed += follow * (trajectory.speed(time) - speed);
        reportedSpeed = speed < 0.2 ? 0 : Math.max(0, speed + sensor.speedNoise() * rng.gaussian());
        heading = heading(time);
        accuracy = sensor.drift() * rng.uniform(1.2, 2);
        fixedAt = time;
    }

    private double heading(double time) {
        if (trajectory.speed(time) < HEADING_FROM_SPEED) {
            return Double.NaN;
        }
        double noise = sensor.speedNoise() / trajectory.speed(time) * rng.gaussian();
        return trajectory.course(time) + noise;
    }

    /** Metres east of the start at the last fix. */
    public double east() {
        return east;
    }

    /** Metres north of the start at the last fix. */
    public double north() {
        return north;
    }

    /** Direction of travel at the last fix, rad counter-clockwise from east; NaN at standstill. */
    public double heading() {
        return heading;
    }

    /** Doppler speed at the last fix, m/s, 0 and up; 0 at standstill, as receivers hold it. */
    public double speed() {
        return reportedSpeed;
    }

    /** Radius of the error as the receiver states it, m. */
    public double accuracy() {
        return accuracy;
    }

    /** When the last fix was taken, s; minus infinity before the first. */
    public double fixedAt() {
        return fixedAt;
    }
}
