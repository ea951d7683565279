// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many times as fast as GraphHopper's map matching Odograph's has to be. */
final class MatchingFloors {

    private static final int OFTEN = 1;
    private static final int SELDOM = 30;

    private static final double FASTER_OFTEN = 12;
    private static final double FASTER_SELDOM = 4;

    /** On fewer edges GraphHopper's searches end at the edge of the map, and cost it nothing. */
    private static final int A_TOWN = 5_000;

    private MatchingFloors() {}

    /**
     * Judges what was measured.
     *
     * @param results at several intervals
     * @param edges of the network
     */
    static List<Floor> of(List<MatchingResult> results, int edges) {
        List<Floor> floors = new ArrayList<>();
        for (MatchingResult result : results) {
            if (result.interval() == OFTEN) {
                floors.add(floor(result, edges < A_TOWN ? FASTER_SELDOM : FASTER_OFTEN));
            } else if (result.interval() == SELDOM) {
                floors.add(floor(result, FASTER_SELDOM));
            }
        }
        return floors;
    }

    private static Floor floor(MatchingResult result, double times) {
        MatchingResult.Row odograph = result.rows().get(0);
        MatchingResult.Row reference = result.reference();
        double measured = odograph.timing().over(reference.timing());
        return new Floor(
                format(
                        "every %d s: %s, times as fast as %s",
                        result.interval(), odograph.name(), reference.name()),
                format(">= %.0f", times),
                format("%.1f", measured),
                measured >= times,
                List.of());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
