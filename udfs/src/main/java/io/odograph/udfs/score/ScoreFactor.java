// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What scorecards and models may ask of a stretch of driving, under the name in lower case: a
 * closed list, to which is only ever added.
 *
 * <p>Per distance, since counts alone are no measure of how somebody drives; severe and extreme
 * events count in the lower grades as well. Harsh braking, night driving and high speed were found
 * to go with more claims by Chan, Tseung and Badescu (arXiv 2304.10591); of their own, the Waterloo
 * study of 28 crashes found speeding alone to be significant. So what is asked for, and with which
 * weight, is a policy.
 */
public enum ScoreFactor {
    /** Harsh braking of any grade, events per 100 km. */
    HARSH_BRAKING_PER_100KM(Exposure.BRAKING),
    /** Severe or extreme braking, events per 100 km. */
    SEVERE_BRAKING_PER_100KM(Exposure.BRAKING + 1),
    /** Extreme braking, events per 100 km. */
    EXTREME_BRAKING_PER_100KM(Exposure.BRAKING + 2),
    /** Harsh acceleration of any grade, events per 100 km. */
    HARSH_ACCELERATION_PER_100KM(Exposure.ACCELERATION),
    /** Severe or extreme acceleration, events per 100 km. */
    SEVERE_ACCELERATION_PER_100KM(Exposure.ACCELERATION + 1),
    /** Extreme acceleration, events per 100 km. */
    EXTREME_ACCELERATION_PER_100KM(Exposure.ACCELERATION + 2),
    /** Harsh cornering of any grade, events per 100 km. */
    HARSH_CORNERING_PER_100KM(Exposure.CORNERING),
    /** Severe or extreme cornering, events per 100 km. */
    SEVERE_CORNERING_PER_100KM(Exposure.CORNERING + 1),
    /** Extreme cornering, events per 100 km. */
    EXTREME_CORNERING_PER_100KM(Exposure.CORNERING + 2),
    /** Part of the distance above the limit, 0..1: never known yet, as limits are not joined in. */
    SPEEDING_SHARE(1, exposure -> 0, exposure -> 0),
    /** Part of the distance at night by the local clock, 0..1. */
    NIGHT_SHARE(1, Exposure::nightKilometres, Exposure::kilometres),
    /** Part of the distance in the rush hours by the local clock, 0..1. */
    RUSH_SHARE(1, Exposure::rushKilometres, Exposure::kilometres),
    /** Part of the time in motion, of which it is known, with the phone in a hand, 0..1. */
    PHONE_SHARE(1, Exposure::phoneKilometres, Exposure::phoneKnownKilometres),
    /** Part of the time in motion, of which it is known, with the driver's belt open, 0..1. */
    UNBELTED_SHARE(1, Exposure::unbeltedKilometres, Exposure::beltKnownKilometres),
    /** Highest speed, km/h: it rises with exposure, so that subjects of one length compare. */
    MAX_SPEED_KMH(500, ScoreFactor::speedTimesDistance, ScoreFactor::distanceOfSpeed),
    /** Distance, km: an exposure, for models alone. */
    DISTANCE_KM(Exposure::kilometres),
    /** Time in motion, h: an exposure, for models alone. */
    MOVING_HOURS(Exposure::hours);

    private static final List<ScoreFactor> ALL = List.of(values());

    private final double most;
    private final boolean isExposure;

    @SuppressWarnings("ImmutableEnumChecker") // functions without state
    private final ToDoubleFunction<Exposure> amount;

    @SuppressWarnings("ImmutableEnumChecker")
    private final ToDoubleFunction<Exposure> known;

    ScoreFactor(int slot) {
        this(Double.POSITIVE_INFINITY, of -> 100.0 * of.harsh(slot), Exposure::kilometres);
    }

    ScoreFactor(ToDoubleFunction<Exposure> exposure) {
        most = Double.POSITIVE_INFINITY;
        isExposure = true;
        amount = exposure;
        known = exposure;
    }

    ScoreFactor(double most, ToDoubleFunction<Exposure> amount, ToDoubleFunction<Exposure> known) {
        this.most = most;
        isExposure = false;
        this.amount = amount;
        this.known = known;
    }

    private static double speedTimesDistance(Exposure of) {
        return Float.isNaN(of.maxSpeed()) ? 0 : of.maxSpeed() * of.kilometres();
    }

    private static double distanceOfSpeed(Exposure of) {
        return Float.isNaN(of.maxSpeed()) ? 0 : of.kilometres();
    }

    /** The factor of a name, or null. */
    public static @Nullable ScoreFactor of(String name) {
        return ALL.stream().filter(factor -> factor.label().equals(name)).findFirst().orElse(null);
    }

    /** The names of those that a scorecard may weigh. */
    public static List<String> rates() {
        return ALL.stream().filter(factor -> !factor.isExposure).map(ScoreFactor::label).toList();
    }

    /** The names of all. */
    public static List<String> labels() {
        return Arrays.stream(values()).map(ScoreFactor::label).toList();
    }

    /** Its name in scorecards, models and records. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it says how much was driven, not how. */
    public boolean isExposure() {
        return isExposure;
    }

    /** The highest value that it can have; the lowest is 0. */
    public double most() {
        return most;
    }

    /** Distance over which it is known, km; 0 where nothing of it is. */
    public double knownKilometres(Exposure exposure) {
        return isExposure ? exposure.kilometres() : known.applyAsDouble(exposure);
    }

    /** Its value, or NaN where it is not known. */
    public double value(Exposure exposure) {
        if (isExposure) {
            return amount.applyAsDouble(exposure);
        }
        double over = known.applyAsDouble(exposure);
        return over > 0 ? amount.applyAsDouble(exposure) / over : Double.NaN;
    }

    /**
     * Its value as far as it can be relied on: as if the vehicle had driven some distance more as
     * the mean of its fleet does (empirical Bayes). Where nothing is known, that mean.
     *
     * @param exposure what was driven
     * @param mean mean of the fleet
     * @param kilometres distance that the mean stands for, km, above 0
     */
    public double shrunk(Exposure exposure, double mean, double kilometres) {
        double over = known.applyAsDouble(exposure);
        double sum = amount.applyAsDouble(exposure);
        // As it stands, not to the last digit but one.
        return over == 0 && sum == 0 ? mean : (sum + kilometres * mean) / (over + kilometres);
    }
}
