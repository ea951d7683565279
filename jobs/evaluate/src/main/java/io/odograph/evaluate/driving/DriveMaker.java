// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.udfs.motion.HarshThresholds;

/**
 * Makes drives in towns and on open roads: cruising, stopping, turning, changing lanes as drivers
 * do, and every half minute or so something strong, whose strength is drawn around the threshold:
 * nearly half of it just below. Accelerations rise and fall over 0.3 to 1.2 s.
 */
final class DriveMaker {

    private static final double STEP = 1.0 / TrueDrive.RATE;

    /** What drivers keep to, roughly, km/h: mostly in towns. */
    private static final double[] USUAL = {30, 50, 50, 50, 70, 100};

    private final Rng rng;
    private final double[] along;
    private final double[] across;
    private final double[] speed;
    private final double[] heading;
    private int at;
    private double v;
    private double direction;
    private double wander;
    private double sway;
    private double usual = Units.kmh(50);

    private DriveMaker(Rng rng, int seconds) {
        this.rng = rng;
        int length = seconds * TrueDrive.RATE;
        along = new double[length];
        across = new double[length];
        speed = new double[length];
        heading = new double[length];
        direction = rng.uniform(-Math.PI, Math.PI);
    }

    /** A drive of some seconds. */
    static TrueDrive make(Rng rng, int seconds) {
        DriveMaker maker = new DriveMaker(rng, seconds);
        while (maker.at < maker.along.length) {
            maker.next();
        }
        RoadSurface road = RoadSurface.make(rng.fork("road"), maker.speed);
        return new TrueDrive(
                maker.along,
                maker.across,
                maker.speed,
                maker.heading,
                road.slope(),
                road.roll(),
                road.along(),
                road.across(),
                road.up());
    }

    private void next() {
        if (v < 1.5) {
            stand(rng.uniform(2, 25));
            change(rng.uniform(0.8, 2.0), rng.uniform(3, 7), rng.uniform(0.4, 1.2));
            return;
        }
        if (rng.chance(0.05)) {
            usual = Units.kmh(USUAL[rng.below(USUAL.length)]);
        }
        double choice = rng.uniform();
        double missing = (usual - v) / usual;
        if (choice < 0.35) {
            strong();
        } else if (choice < 0.5) {
            turn(side() * rng.uniform(0.8, 2.6), rng.uniform(1, 4), rng.uniform(0.5, 1.2));
        } else if (choice < 0.55) {
            changeLane(side() * rng.uniform(0.5, 1.8), rng.uniform(3, 5));
        } else if (choice < 0.62) {
            change(-rng.uniform(0.9, 2.2), 30, rng.uniform(0.4, 1.2));
        } else if (missing < -0.1) {
            change(-rng.uniform(0.7, 2.2), rng.uniform(1, 4), rng.uniform(0.4, 1.2));
        } else if (missing > 0.2) {
            change(rng.uniform(0.5, 1.8), rng.uniform(2, 6), rng.uniform(0.4, 1.2));
        }
        cruise(rng.chance(0.5) ? rng.uniform(1, 6) : rng.uniform(4, 20));
    }

    private void strong() {
        HarshThresholds thresholds = HarshThresholds.DEFAULTS;
        double factor = strength();
        double hold = rng.uniform(0.7, 2.5);
        double ramp = rng.uniform(0.3, 0.8);
        double kind = rng.uniform();
        if (kind < 0.3 && v >= Units.kmh(32)) {
            change(-factor * thresholds.braking() * Units.G, hold, ramp);
        } else if (kind < 0.6 && v <= 22) {
            change(factor * thresholds.acceleration() * Units.G, hold, ramp);
        } else if (kind < 0.9 && v >= Units.kmh(20) && v <= 25) {
            turn(side() * factor * thresholds.cornering() * Units.G, hold, ramp);
        } else if (kind >= 0.9 && v >= Units.kmh(30)) {
            changeLane(side() * factor * thresholds.cornering() * Units.G, rng.uniform(2.6, 4));
        }
    }

    /** Over the threshold: near to it, harsh, severe, extreme. */
    private double strength() {
        double choice = rng.uniform();
        if (choice < 0.45) {
            return rng.uniform(0.6, 0.95);
        } else if (choice < 0.75) {
            return rng.uniform(1.0, 1.4);
        }
        return choice < 0.9 ? rng.uniform(1.4, 1.8) : rng.uniform(1.8, 2.1);
    }

    private int side() {
        return rng.chance(0.5) ? 1 : -1;
    }

    private void stand(double seconds) {
        for (double t = 0; t < seconds; t += STEP) {
            v = 0;
            add(0, 0);
        }
    }

    private void cruise(double seconds) {
        double wanted = v;
        for (double t = 0; t < seconds; t += STEP) {
            wander += -0.3 * wander * STEP + 0.25 * Math.sqrt(STEP) * rng.gaussian();
            sway += -0.5 * sway * STEP + 0.2 * Math.sqrt(STEP) * rng.gaussian();
            add(wander + 0.15 * (wanted - v), v > 3 ? sway : 0);
        }
    }

    private void change(double strength, double hold, double ramp) {
        double last = ramp + hold + ramp;
        for (double t = 0; t < last && (strength > 0 || v > 0.05); t += STEP) {
            add(strength * trapeze(t, ramp, hold), 0);
        }
    }

    private void turn(double strength, double hold, double ramp) {
        for (double t = 0; t < ramp + hold + ramp; t += STEP) {
            add(0, strength * trapeze(t, ramp, hold));
        }
    }

    private void changeLane(double strength, double period) {
        for (double t = 0; t < period; t += STEP) {
            add(0, strength * StrictMath.sin(2 * Math.PI * t / period));
        }
    }

    /** Rises and falls as half a cosine. */
    private static double trapeze(double t, double ramp, double hold) {
        double edge = Math.min(t, ramp + hold + ramp - t) / ramp;
        return edge >= 1 ? 1 : (1 - StrictMath.cos(Math.PI * edge)) / 2;
    }

    private void add(double forward, double left) {
        if (at == along.length) {
            return;
        }
        double after = Math.max(0, v + forward * STEP);
        along[at] = (after - v) / STEP;
        across[at] = v > 1 ? left : 0;
        speed[at] = v;
        heading[at] = direction;
        direction += v > 1 ? left / v * STEP : 0;
        v = after;
        at++;
    }
}
