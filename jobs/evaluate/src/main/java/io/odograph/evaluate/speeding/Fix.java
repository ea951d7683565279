// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.RoadDrive;
import io.odograph.simulator.road.RoadPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a receiver reports, with the truth.
 *
 * @param time s from the departure
 * @param latitude degrees
 * @param longitude degrees
 * @param speed km/h
 * @param heading degrees clockwise from north, or NaN
 * @param truth where the vehicle really was
 */
public record Fix(
        double time,
        double latitude,
        double longitude,
        float speed,
        float heading,
        RoadPoint truth) {

    /** What is left of an error of position after a second: errors last, by about ten seconds. */
    private static final double CORRELATION = 0.9;

    /** Standard deviation of a direction over ground, degrees. */
    private static final double HEADING_NOISE = 6;

    /** Standard deviation of a Doppler speed, km/h. */
    private static final double SPEED_NOISE = 0.5;

    /** Slower than this no receiver knows its direction, km/h. */
    private static final double AIMLESS = 3;

    private static final double METRES_PER_DEGREE = 111_195;

    /**
     * Reports of a drive.
     *
     * @param drive the true motion
     * @param condition what the receiver is like
     * @param phase when the first fix is, s
     * @param rng its noise
     */
    static List<Fix> of(RoadDrive drive, Condition condition, int phase, Rng rng) {
        return of(drive::at, drive.duration(), condition, phase, rng);
    }

    /**
     * Reports of any motion.
     *
     * @param motion where the vehicle truly is so many seconds from the departure
     * @param duration how long that is reported, s
     * @param condition what the receiver is like
     * @param phase when the first fix is, s
     * @param rng its noise
     */
    public static List<Fix> of(
            DoubleFunction<RoadPoint> motion,
            double duration,
            Condition condition,
            int phase,
            Rng rng) {
        List<Fix> fixes = new ArrayList<>();
        double east = rng.gaussian() * condition.sigma();
        double north = rng.gaussian() * condition.sigma();
        double fresh = condition.sigma() * Math.sqrt(1 - CORRELATION * CORRELATION);
        for (int second = 0; second <= duration; second++) {
            double turned = rng.gaussian() * HEADING_NOISE;
            double faster = rng.gaussian() * SPEED_NOISE;
            if (second >= phase && (second - phase) % condition.interval() == 0) {
                RoadPoint truth = motion.apply(second);
                double kmh = truth.speed() * 3.6;
                boolean isHeaded = condition.heading() && kmh > AIMLESS;
                fixes.add(
                        new Fix(
                                second,
                                truth.latitude() + north / METRES_PER_DEGREE,
                                truth.longitude() + east / metresPerLongitude(truth.latitude()),
                                (float) Math.max(0, kmh == 0 ? 0 : kmh + faster),
                                isHeaded
                                        ? (float) ((truth.course() + turned + 360) % 360)
                                        : Float.NaN,
                                truth));
            }
            east = CORRELATION * east + fresh * rng.gaussian();
            north = CORRELATION * north + fresh * rng.gaussian();
        }
        return fixes;
    }

    private static double metresPerLongitude(double latitude) {
        return METRES_PER_DEGREE * StrictMath.cos(StrictMath.toRadians(latitude));
    }
}
