// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;
import java.util.Arrays;
import java.util.List;

/**
 * A vehicle's true motion along a route from the beginning to the end, on a grid of {@link #STEP}
 * with linear interpolation. Before its time 0 it stands at the beginning, afterwards at the end.
 */
public final class RoadDrive {

    /** Grid of the integration, s. */
    public static final double STEP = 0.1;

    private final RoadRoute route;
    private final double[] distances;
    private final double[] speeds;

    /**
     * Creates a drive.
     *
     * @param route the way
     * @param distances driven by every step, m; rising
     * @param speeds at every step, m/s
     * @param steps how many of them are used
     */
    RoadDrive(RoadRoute route, double[] distances, double[] speeds, int steps) {
        this.route = route;
        this.distances = Arrays.copyOf(distances, steps);
        this.speeds = Arrays.copyOf(speeds, steps);
    }

    /**
     * Drives as drivers do: accelerates and brakes comfortably, slows down for curves and turns and
     * before a lower limit, stops at some junctions, and is too fast where told to.
     *
     * @param route the way
     * @param style how somebody drives
     * @param excesses where the driver is too fast
     * @param limits what may be driven
     * @param departure when the drive begins, ms since the epoch: limits depend on the time
     * @param rng decides everything else
     */
    public static RoadDrive of(
            RoadRoute route,
            DrivingStyle style,
            List<Excess> excesses,
            TrueLimits limits,
            long departure,
            Rng rng) {
        return of(route, Bends.of(route), style, excesses, limits, departure, rng);
    }

    /** The same of a route whose bends are known. */
    static RoadDrive of(
            RoadRoute route,
            Bends bends,
            DrivingStyle style,
            List<Excess> excesses,
            TrueLimits limits,
            long departure,
            Rng rng) {
        long[] passing = new long[route.size()];
        Arrays.fill(passing, departure);
        RoadDrive drive = once(route, bends, style, excesses, limits, passing, rng);
        boolean timed = Arrays.stream(route.keys()).anyMatch(limits::isTimed);
        if (timed) {
            drive.passing(departure, passing);
            drive = once(route, bends, style, excesses, limits, passing, rng);
        }
        return drive;
    }

    private static RoadDrive once(
            RoadRoute route,
            Bends bends,
            DrivingStyle style,
            List<Excess> excesses,
            TrueLimits limits,
            long[] passing,
            Rng rng) {
        SpeedEnvelope envelope =
                SpeedEnvelope.of(route, bends, style, excesses, limits, passing, rng);
        return new RoadDriver(route, envelope, style, excesses, rng).drive();
    }

    /** When the keys are reached, ms since the epoch. */
    private void passing(long departure, long[] times) {
        int step = 0;
        for (int i = 0; i < times.length; i++) {
            while (step < distances.length - 1 && distances[step] < route.start(i)) {
                step++;
            }
            times[i] = departure + Math.round(step * STEP * 1000);
        }
    }

    /**
     * Drives without acceleration, curves and stops: every key at the lower one of its limit and
     * the mean speed of its class, at least 8 km/h, times a factor.
     *
     * @param route the way
     * @param factor of the driver, such as 0.9 to 1.15
     */
    public static RoadDrive steady(RoadRoute route, double factor) {
        double[] entered = new double[route.size() + 1];
        double[] speed = new double[route.size()];
        for (int i = 0; i < speed.length; i++) {
            speed[i] = ClassSpeeds.steady(route.network(), route.key(i)) / 3.6 * factor;
            entered[i + 1] = entered[i] + (route.start(i + 1) - route.start(i)) / speed[i];
        }
        int steps = (int) Math.ceil(entered[speed.length] / STEP) + 1;
        double[] distances = new double[steps];
        double[] speeds = new double[steps];
        int i = 0;
        for (int step = 0; step < steps; step++) {
            double time = step * STEP;
            while (i < speed.length - 1 && time >= entered[i + 1]) {
                i++;
            }
            double driven = route.start(i) + (time - entered[i]) * speed[i];
            distances[step] = Math.min(driven, route.length());
            speeds[step] = speed[i];
        }
        return new RoadDrive(route, distances, speeds, steps);
    }

    /** The way. */
    public RoadRoute route() {
        return route;
    }

    /** How long it takes, s. */
    public double duration() {
        return (speeds.length - 1) * STEP;
    }

    /** Where the vehicle is at a time, s from the departure. */
    public RoadPoint at(double time) {
        double distance = distance(time);
        int index = route.indexAt(distance);
        return new RoadPoint(
                route.key(index),
                distance - route.start(index),
                route.latitude(distance),
                route.longitude(distance),
                route.course(distance),
                speed(time));
    }

    /** Way driven at a time, m. */
    public double distance(double time) {
        return between(distances, time);
    }

    /** Speed at a time, m/s. */
    public double speed(double time) {
        return time < 0 || time > duration() ? 0 : between(speeds, time);
    }

    /** Acceleration at a time, m/s2. */
    public double acceleration(double time) {
        return (speed(time + STEP / 2) - speed(time - STEP / 2)) / STEP;
    }

    private static double between(double[] values, double time) {
        double step = Math.min(Math.max(time / STEP, 0), values.length - 1);
        int i = Math.min((int) step, values.length - 2);
        return i < 0 ? values[0] : values[i] + (step - i) * (values[i + 1] - values[i]);
    }
}
