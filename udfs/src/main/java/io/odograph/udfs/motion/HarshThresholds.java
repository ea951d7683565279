// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import io.odograph.udfs.reference.VehicleClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Thresholds of harsh driving that rules may override. No standard has any: each vendor chooses. A
 * state type: components are only ever added.
 *
 * @param acceleration acceleration forward that counts, in units of standard gravity, 0.05..1.5.
 *     Default 0.25: Teltonika, Scope; Sentiance 0.23, Damoov 0.31
 * @param braking deceleration that counts, in units of standard gravity, 0.05..1.5. Default 0.33:
 *     Damoov; 7 mph/s of Progressive, NMFTA and Verizon is 0.32
 * @param cornering acceleration to a side that counts, in units of standard gravity, 0.05..1.5.
 *     Default 0.40: between Sentiance and Teltonika (0.35) and Scope (0.45)
 * @param release share of a threshold below which an event ends, 0.5..1. Default 0.83: the 17 % of
 *     Digital Matter
 * @param minDuration how long an accelerometer must show it, s, 0.1..5; of speeds one step of a
 *     second is enough. Default 0.5; Damoov 0.6
 * @param mergeGap what returns within so long is the same event, s, 0..30. Default 3: Damoov
 * @param severe times the threshold from which it is SEVERE, 1..5. Default 1.4: of braking 0.46 g,
 *     which GPS Insight quotes as harsh by the DOT; of cornering 0.56 g, Digital Matter
 * @param extreme times the threshold from which it is EXTREME, 1..5. Default 1.8: of braking 0.6 g,
 *     which drivers reach in emergencies alone
 * @param minSpeedBraking speed before from which braking counts, km/h, 0..100. Default 25: Damoov
 * @param minSpeedCornering speed from which cornering counts, km/h, 0..100. Default 15: MediRoutes
 *     has 11 mph
 */
public record HarshThresholds(
        double acceleration,
        double braking,
        double cornering,
        double release,
        double minDuration,
        double mergeGap,
        double severe,
        double extreme,
        double minSpeedBraking,
        double minSpeedCornering)
        implements Serializable {

    /** Name of {@link #acceleration}. */
    public static final String ACCELERATION = "driving.harsh.acceleration";

    /** Name of {@link #braking}. */
    public static final String BRAKING = "driving.harsh.braking";

    /** Name of {@link #cornering}. */
    public static final String CORNERING = "driving.harsh.cornering";

    /** Name of {@link #release}. */
    public static final String RELEASE = "driving.harsh.release";

    /** Name of {@link #minDuration}. */
    public static final String MIN_DURATION = "driving.harsh.min-duration";

    /** Name of {@link #mergeGap}. */
    public static final String MERGE_GAP = "driving.harsh.merge-gap";

    /** Name of {@link #severe}. */
    public static final String SEVERE = "driving.harsh.severe";

    /** Name of {@link #extreme}. */
    public static final String EXTREME = "driving.harsh.extreme";

    /** Name of {@link #minSpeedBraking}. */
    public static final String MIN_SPEED_BRAKING = "driving.harsh.min-speed.braking";

    /** Name of {@link #minSpeedCornering}. */
    public static final String MIN_SPEED_CORNERING = "driving.harsh.min-speed.cornering";

    /** The documented defaults: those of passenger cars. */
    public static final HarshThresholds DEFAULTS =
            new HarshThresholds(0.25, 0.33, 0.40, 0.83, 0.5, 3, 1.4, 1.8, 25, 15);

    private static final double G = 9.80665;

    /**
     * These, which are of a passenger car, for a vehicle of a class. Light trucks by the share that
     * GPS Insight has between its weight classes 2 and 1; heavy trucks and buses as much lower as
     * the lowest values published (PosiTrace: 0.20, 0.25, 0.30 g) are below the defaults, since
     * they are built to brake with less (UN R13 asks for 5.0 m/s2 of them, R13-H for 6.43 of cars)
     * and tip over early.
     */
    public HarshThresholds of(VehicleClass vehicleClass) {
        return switch (vehicleClass) {
            case LIGHT_TRUCK -> times(0.35 / 0.37, 0.36 / 0.38, 0.35 / 0.38);
            case HEAVY_TRUCK, BUS -> times(0.20 / 0.25, 0.25 / 0.33, 0.30 / 0.40);
            case UNKNOWN, PASSENGER_CAR, MOTORCYCLE -> this;
        };
    }

    private HarshThresholds times(double accelerating, double brakes, double corners) {
        return new HarshThresholds(
                acceleration * accelerating,
                braking * brakes,
                cornering * corners,
                release,
                minDuration,
                mergeGap,
                severe,
                extreme,
                minSpeedBraking,
                minSpeedCornering);
    }

    /** These by name, in the order of the names. */
    public Map<String, Double> byName() {
        Map<String, Double> all = new TreeMap<>();
        all.put(ACCELERATION, acceleration);
        all.put(BRAKING, braking);
        all.put(CORNERING, cornering);
        all.put(RELEASE, release);
        all.put(MIN_DURATION, minDuration);
        all.put(MERGE_GAP, mergeGap);
        all.put(SEVERE, severe);
        all.put(EXTREME, extreme);
        all.put(MIN_SPEED_BRAKING, minSpeedBraking);
        all.put(MIN_SPEED_CORNERING, minSpeedCornering);
        return all;
    }

    /** These with some overridden by name; unknown names are the caller's to refuse. */
    public HarshThresholds with(Map<String, Double> overrides) {
        Map<String, Double> all = byName();
        all.putAll(overrides);
        return new HarshThresholds(
                all.get(ACCELERATION),
                all.get(BRAKING),
                all.get(CORNERING),
                all.get(RELEASE),
                all.get(MIN_DURATION),
                all.get(MERGE_GAP),
                all.get(SEVERE),
                all.get(EXTREME),
                all.get(MIN_SPEED_BRAKING),
                all.get(MIN_SPEED_CORNERING));
    }

    /** What is wrong with these, one sentence each; nothing where they can be used. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        check(problems, ACCELERATION, acceleration, 0.05, 1.5);
        check(problems, BRAKING, braking, 0.05, 1.5);
        check(problems, CORNERING, cornering, 0.05, 1.5);
        check(problems, RELEASE, release, 0.5, 1);
        check(problems, MIN_DURATION, minDuration, 0.1, 5);
        check(problems, MERGE_GAP, mergeGap, 0, 30);
        check(problems, SEVERE, severe, 1, 5);
        check(problems, EXTREME, extreme, 1, 5);
        check(problems, MIN_SPEED_BRAKING, minSpeedBraking, 0, 100);
        check(problems, MIN_SPEED_CORNERING, minSpeedCornering, 0, 100);
        if (severe > extreme) {
            problems.add(SEVERE + " must not be above " + EXTREME);
        }
        return problems;
    }

    private static void check(
            List<String> problems, String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            problems.add(
                    String.format(
                            Locale.ROOT, "%s must be %s to %s, is %s", name, least, most, value));
        }
    }

    /** Threshold of a kind, m/s2. */
    float of(HarshKind kind) {
        double g =
                switch (kind) {
                    case ACCELERATION -> acceleration;
                    case BRAKING -> braking;
                    case CORNERING_LEFT, CORNERING_RIGHT -> cornering;
                };
        return (float) (g * G);
    }

    /** Least speed of a kind, km/h. */
    double minSpeed(HarshKind kind) {
        return switch (kind) {
            case ACCELERATION -> 0;
            case BRAKING -> minSpeedBraking;
            case CORNERING_LEFT, CORNERING_RIGHT -> minSpeedCornering;
        };
    }

    long minDurationMillis() {
        return Math.round(minDuration * 1000);
    }

    long mergeGapMillis() {
        return Math.round(mergeGap * 1000);
    }
}
