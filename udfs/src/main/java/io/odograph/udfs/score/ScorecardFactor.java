// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A factor as a scorecard weighs it.
 *
 * @param factor the factor, or null where there is none of that name
 * @param weight how many of the 100 points it can cost, above 0, with at most two decimals
 * @param fleetMean its mean in the fleet, which counts where the vehicle's own is not known
 * @param curve what its values are worth
 */
public record ScorecardFactor(
        @Nullable ScoreFactor factor, double weight, double fleetMean, ScoreCurve curve)
        implements Serializable {

    /** Hundredths of a point that it can cost. */
    int hundredths() {
        return (int) Math.round(weight * 100);
    }

    /** The factor of one without problems. */
    ScoreFactor known() {
        if (factor == null) {
            throw new IllegalStateException("a scorecard with problems is in use");
        }
        return factor;
    }

    List<String> problems(String place) {
        List<String> problems = new ArrayList<>();
        double most = factor == null ? Double.POSITIVE_INFINITY : factor.most();
        if (factor == null || factor.isExposure()) {
            problems.add(place + ".factor: must be one of " + ScoreFactor.rates());
        }
        if (!(weight > 0 && weight <= ScoreCurve.FULL)) {
            problems.add(place + ".weight: must be above 0 and at most 100, is " + weight);
        } else if (Math.abs(weight * 100 - hundredths()) > 1e-9) {
            problems.add(place + ".weight: must have at most two decimals, is " + weight);
        }
        if (!(fleetMean >= 0 && fleetMean <= most && Double.isFinite(fleetMean))) {
            problems.add(place + ".fleet_mean: must be 0 to " + most + ", is " + fleetMean);
        }
        problems.addAll(curve.problems(place + ".curve", most));
        return problems;
    }
}
