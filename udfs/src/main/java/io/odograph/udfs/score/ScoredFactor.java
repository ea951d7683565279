// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

/**
 * What a factor has cost.
 *
 * @param factor the factor
 * @param value its value, or NaN where it is not known
 * @param knownKilometres distance over which it is known, km; 0: the mean of the fleet counted
 * @param shrunk the value that counted, between its own and the mean of the fleet
 * @param points what that is worth by the curve, 0..100
 * @param weight how many points it could have cost
 * @param penaltyHundredths what it has cost, hundredths of a point, rounded
 */
public record ScoredFactor(
        ScoreFactor factor,
        double value,
        double knownKilometres,
        double shrunk,
        double points,
        double weight,
        int penaltyHundredths) {

    static ScoredFactor of(ScorecardFactor of, Exposure exposure, double credibilityKm) {
        ScoreFactor factor = of.known();
        double shrunk = factor.shrunk(exposure, of.fleetMean(), credibilityKm);
        double points = of.curve().at(shrunk);
        // At most the weight, which is whole hundredths itself: so the sum stays within 100.
        long penalty = Math.round(of.hundredths() * (ScoreCurve.FULL - points) / ScoreCurve.FULL);
        return new ScoredFactor(
                factor,
                factor.value(exposure),
                factor.knownKilometres(exposure),
                shrunk,
                points,
                of.weight(),
                (int) penalty);
    }

    /** Whether anything of it is known of the vehicle itself. */
    public boolean isKnown() {
        return knownKilometres > 0;
    }

    /** What it has cost, points, with two decimals. */
    public double penalty() {
        return penaltyHundredths / 100.0;
    }
}
