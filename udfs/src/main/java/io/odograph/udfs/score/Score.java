// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import java.util.List;

/**
 * How somebody drove, by a scorecard: 100 less what the factors cost, to the hundredth exactly, as
 * each of them is rounded before it is taken away.
 *
 * @param scorecardId name of the scorecard
 * @param scorecardVersion its version
 * @param hundredths the score, hundredths of a point, 0..10000
 * @param credibility how much the vehicle's own driving counted beside the means of the fleet, 0..1
 * @param kilometres distance driven, km: the mileage that is paid for
 * @param ratedKilometres the same with kilometres at night and in rush hours weighed, km
 * @param factors what each factor has cost, in the order of the scorecard
 */
public record Score(
        String scorecardId,
        long scorecardVersion,
        int hundredths,
        double credibility,
        double kilometres,
        double ratedKilometres,
        List<ScoredFactor> factors) {

    /** Copies the list. */
    public Score {
        factors = List.copyOf(factors);
    }

    /** The score, 0..100, with two decimals. */
    public double value() {
        return hundredths / 100.0;
    }
}
