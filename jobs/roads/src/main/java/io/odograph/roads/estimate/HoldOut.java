// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

import io.odograph.roads.tags.Speed;
import io.odograph.udfs.road.LimitSource;
import java.util.ArrayList;
import java.util.List;

/** Measures an estimator on the roads whose limit is known, while it may not see them. */
public final class HoldOut {

    private final Estimator estimator;
    private final Calibration calibration = new Calibration();
    private final List<Case> cases = new ArrayList<>();
    private int exact;
    private int tooLow;
    private int tooHigh;

    private record Case(Estimate estimate, Speed truth, boolean half) {}

    /** Measures an estimator. */
    public HoldOut(Estimator estimator) {
        this.estimator = estimator;
    }

    /** Hides the cells that a road's is hidden with, estimates its limit, and compares. */
    public void test(Place place, Speed truth) {
        int fold = Voter.fold(place.latitude(), place.longitude());
        Estimate law = Estimator.byLaw(place);
        Estimate estimate = estimator.estimate(place, fold);
        if (estimate != null) {
            count(estimate, truth);
            boolean half = (Voter.cell(place.latitude(), place.longitude()) & 1) == 0;
            cases.add(new Case(estimate, truth, half));
            if (estimate.source() != LimitSource.LEGAL_DEFAULT) {
                calibration.add(estimate, truth);
            }
        }
        // Rarely the best there is where anything is tagged: measured wherever there is a truth.
        if (law != null) {
            calibration.add(law, truth);
        }
    }

    private void count(Estimate estimate, Speed truth) {
        if (Calibration.isExact(estimate.speed(), truth)) {
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

    /** How many of the best estimates were exact, too low and too high. */
    public int[] outcomes() {
        return new int[] {exact, tooLow, tooHigh};
    }

    /** Calibrates by every other column of cells, and looks whether that holds in the others. */
    public Reliability reliability() {
        Calibration[] halves = {new Calibration(), new Calibration()};
        for (Case that : cases) {
            halves[that.half() ? 1 : 0].add(that.estimate(), that.truth());
        }
        double claimed = 0;
        int bounded = 0;
        int held = 0;
        for (Case that : cases) {
            Calibration other = halves[that.half() ? 0 : 1];
            claimed += other.confidence(that.estimate());
            double bound = other.upperBound(that.estimate());
            if (Double.isFinite(bound)) {
                bounded++;
                held += that.truth().kmh() < bound + Calibration.SAME ? 1 : 0;
            }
        }
        double all = Math.max(1, cases.size());
        return new Reliability(
                cases.size(),
                claimed / all,
                exact / all,
                bounded / all,
                held / Math.max(1.0, bounded));
    }
}
