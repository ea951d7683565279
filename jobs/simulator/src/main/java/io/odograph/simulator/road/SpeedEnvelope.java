// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.road.RoadFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The highest speed at which a vehicle may be at every point of its route so that it can slow down
 * comfortably for what follows. Every two metres; in between the square of the speed is linear, as
 * it is under a constant acceleration.
 */
final class SpeedEnvelope {

    /** Grid, m. */
    static final double GRID = 2;

    /** Nobody keeps a speed exactly: every 80 m another error of up to 1.5 %. */
    private static final double WANDER_EVERY = 80;

    private static final double WANDER = 0.015;

    private static final double TRAFFIC_EVERY = 250;

    private final double[] squares;

    private SpeedEnvelope(double[] speeds) {
        squares = new double[speeds.length];
        double next = Double.POSITIVE_INFINITY;
        for (int i = speeds.length - 1; i >= 0; i--) {
            double ahead = speeds[Math.min(i + 1, speeds.length - 1)];
            double own = Math.min(speeds[i], ahead);
            squares[i] = Math.min(own * own, next + 2 * DrivingStyle.BRAKING * GRID);
            next = squares[i];
        }
    }

    /**
     * Computes it.
     *
     * @param passing when the keys are reached, ms since the epoch
     */
    static SpeedEnvelope of(
            RoadRoute route,
            Bends bends,
            DrivingStyle style,
            List<Excess> excesses,
            TrueLimits limits,
            long[] passing,
            Rng rng) {
        double[] speeds = new double[bends.size()];
        double[] wander = errors(rng.fork("wander"), route.length());
        double[] traffic = hindrances(rng.fork("traffic"), route.length(), style);
        double[] legal = new double[route.size()];
        for (int i = 0; i < legal.length; i++) {
            legal[i] = limits.kmh(route.key(i), passing[i]);
        }
        for (int i = 0; i < speeds.length; i++) {
            double at = Math.min(i * GRID, route.length());
            int index = route.indexAt(at);
            double limit = legal[index];
            Excess excess = at(excesses, at);
            double wanted;
            if (excess == null || Double.isNaN(limit) || limit == Double.POSITIVE_INFINITY) {
                double error = between(wander, at / WANDER_EVERY);
                double held = traffic[(int) (at / TRAFFIC_EVERY)];
                wanted = Math.min(usual(route, index, limit), style.topSpeed());
                wanted = Math.min(wanted * style.factor() * (1 + error), style.topSpeed()) * held;
            } else {
                wanted = excess.speed(limit);
            }
            speeds[i] = Math.min(wanted / 3.6, bends.speed(i, style.lateral()));
        }
        return new SpeedEnvelope(speeds);
    }

    private static @Nullable Excess at(List<Excess> excesses, double distance) {
        for (Excess excess : excesses) {
            if (excess.covers(distance)) {
                return excess;
            }
        }
        return null;
    }

    /** What most drive, km/h; where no limit is known, as the road looks. */
    private static double usual(RoadRoute route, int index, double limit) {
        if (!Double.isNaN(limit)) {
            return limit;
        }
        int edge = route.key(index) >> 1;
        boolean ramp = (route.network().flags(edge) & RoadFlags.RAMP) != 0;
        return ClassSpeeds.mean(route.network().roadClass(edge), ramp);
    }

    private static double[] errors(Rng rng, double length) {
        double[] errors = new double[(int) (length / WANDER_EVERY) + 3];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = rng.uniform(-WANDER, WANDER);
        }
        return errors;
    }

    /** What others leave of the wanted speed, by stretch. */
    private static double[] hindrances(Rng rng, double length, DrivingStyle style) {
        double[] shares = new double[(int) (length / TRAFFIC_EVERY) + 2];
        for (int i = 0; i < shares.length; i++) {
            double held = rng.uniform(0.55, 0.9);
            shares[i] = rng.chance(style.trafficShare()) ? held : 1;
        }
        return shares;
    }

    private static double between(double[] values, double at) {
        int i = Math.min((int) at, values.length - 2);
        return values[i] + (at - i) * (values[i + 1] - values[i]);
    }

    /** The speed at a distance, m/s. */
    double at(double distance) {
        return Math.sqrt(between(squares, distance / GRID));
    }
}
