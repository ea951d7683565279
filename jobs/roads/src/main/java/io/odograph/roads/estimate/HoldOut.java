// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import org.jspecify.annotations.Nullable;

/** Measures an estimator on the roads whose limit is known, while it may not see them. */
public final class HoldOut {

    private final Estimator estimator;
    private final Calibration calibration = new Calibration();
    private int exact;
    private int tooLow;
    private int tooHigh;
    private int none;

    /** Measures an estimator. */
    public HoldOut(Estimator estimator) {
        this.estimator = estimator;
    }

    /** Hides the fold that a road is in, estimates its limit, and compares. */
    public void test(Place place, Speed truth) {
        Estimate law = Estimator.byLaw(place);
        Estimate estimate =
                estimator.estimate(place, Voter.fold(place.latitude(), place.longitude()));
        count(estimate, truth);
        if (estimate != null && estimate.source() != LimitSource.LEGAL_DEFAULT) {
            calibration.add(estimate, truth);
        }
        // Rarely the best there is where anything is tagged: measured wherever there is a truth.
        if (law != null) {
            calibration.add(law, truth);
        }
    }

    private void count(@Nullable Estimate estimate, Speed truth) {
        if (estimate == null) {
            none++;
        } else if (Calibration.isExact(estimate.speed(), truth)) {
            exact++;
        } else if (estimate.speed().kmh() < truth.kmh()) {
            tooLow++;
        } else {
            tooHigh++;
        }
    }

    /** What was measured. */
    public Calibration calibration() {
        return calibration;
    }

    /**
     * How many of the best estimates were exact, too low, too high, and how many roads had none.
     */
    public int[] outcomes() {
        return new int[] {exact, tooLow, tooHigh, none};
    }
}
