// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How driving is scored: a policy that an actuary sets. A score is 100 less what the factors cost.
 *
 * @param id name of the scorecard, 1 to 64 letters, digits, dots, dashes and underscores
 * @param version version, 1 and up
 * @param effectiveFrom event time from which it is in force, ms, or {@link Dated#BY_RULE}
 * @param credibilityKm distance that the means of the fleet stand for, km: the more a vehicle has
 *     driven beside it, the more its own driving counts
 * @param nightFactor what a kilometre at night counts for in the rated mileage, 0..10
 * @param rushFactor what a kilometre in the rush hours counts for there, 0..10
 * @param factors what is weighed; the weights add up to 100
 */
public record Scorecard(
        String id,
        long version,
        long effectiveFrom,
        double credibilityKm,
        double nightFactor,
        double rushFactor,
        List<ScorecardFactor> factors)
        implements Dated, Serializable {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int FULL_HUNDREDTHS = 10_000;
    private static final double MOST_FACTOR = 10;
    private static final double MOST_CREDIBILITY = 100_000;

    /** Copies the list. */
    public Scorecard {
        factors = List.copyOf(factors);
    }

    /** Why it cannot be used, all at once, each with its place; empty if it can. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!ID.matcher(id).matches()) {
            problems.add("id: must be 1 to 64 letters, digits, dots, dashes and underscores");
        }
        if (version < 1 || version > MOST_VERSION) {
            problems.add("version: must be a whole number of 1 to " + MOST_VERSION);
        }
        check("credibility_km", credibilityKm, 1, MOST_CREDIBILITY, problems);
        check("mileage.night_factor", nightFactor, 0, MOST_FACTOR, problems);
        check("mileage.rush_factor", rushFactor, 0, MOST_FACTOR, problems);
        if (factors.isEmpty()) {
            problems.add("factors: must have one at least");
        }
        Set<ScoreFactor> seen = EnumSet.noneOf(ScoreFactor.class);
        int sum = 0;
        for (int i = 0; i < factors.size(); i++) {
            ScorecardFactor factor = factors.get(i);
            String place = "factors[" + i + "]";
            problems.addAll(factor.problems(place));
            if (factor.factor() != null && !seen.add(factor.factor())) {
                problems.add(place + ".factor: " + factor.factor().label() + " is there twice");
            }
            sum += factor.hundredths();
        }
        if (sum != FULL_HUNDREDTHS && !factors.isEmpty()) {
            problems.add("factors: their weights must add up to 100, and come to " + sum / 100.0);
        }
        return problems;
    }

    private static void check(
            String name, double value, double least, double most, List<String> problems) {
        if (!(value >= least && value <= most)) {
            problems.add(name + ": must be " + least + " to " + most + ", is " + value);
        }
    }

    /** Scores what was driven. */
    public Score score(Exposure exposure) {
        List<ScoredFactor> scored = new ArrayList<>(factors.size());
        int hundredths = FULL_HUNDREDTHS;
        for (ScorecardFactor factor : factors) {
            ScoredFactor one = ScoredFactor.of(factor, exposure, credibilityKm);
            scored.add(one);
            hundredths -= one.penaltyHundredths();
        }
        double kilometres = exposure.kilometres();
        return new Score(
                id,
                version,
                hundredths,
                kilometres / (kilometres + credibilityKm),
                kilometres,
                kilometres
                        + (nightFactor - 1) * exposure.nightKilometres()
                        + (rushFactor - 1) * exposure.rushKilometres(),
                scored);
    }
}
