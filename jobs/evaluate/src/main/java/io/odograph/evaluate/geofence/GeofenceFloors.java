// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Floor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The floors of detection of breaches. */
final class GeofenceFloors {

    private static final double STAYS = 0.995;
    private static final double CROSSINGS = 0.99;
    private static final double MOST_NOISE = 10;
    private static final int CROSSINGS_AT = 15;

    private GeofenceFloors() {}

    /** Judges what was measured. */
    static List<Floor> of(GeofenceEvaluation evaluation) {
        PassageScore crossings = PassageScore.NONE;
        List<VisitScore> stays = new ArrayList<>();
        for (GeofenceEvaluation.Row row : evaluation.rows()) {
            if (row.condition().sigma() <= MOST_NOISE) {
                stays.add(row.score().stays());
                boolean counts = row.condition().interval() == CROSSINGS_AT;
                crossings = crossings.plus(counts ? row.score().passages() : PassageScore.NONE);
            }
        }
        NightScore nights = evaluation.nights();
        TowScore tows = evaluation.tows();
        List<Floor> floors = new ArrayList<>();
        floors.add(recall(worst(stays, VisitScore::recall)));
        floors.add(precision(worst(stays, VisitScore::precision)));
        floors.add(
                share(
                        "crossings at 15 s, 5 and 10 m together",
                        CROSSINGS,
                        crossings.found(),
                        crossings.expected(),
                        crossings.examples()));
        floors.add(
                none(
                        "edges of parked vehicles, settled",
                        nights.flaps(),
                        nights.nights(),
                        "nights",
                        nights.examples()));
        floors.add(share("tows marked", STAYS, tows.marked(), tows.tows(), List.of()));
        floors.add(
                none(
                        "drives marked as tows",
                        tows.drivesMarked(),
                        tows.drives(),
                        "drives",
                        List.of()));
        return floors;
    }

    /** Each receiver must reach it, not all of them together. */
    private static VisitScore worst(List<VisitScore> stays, ToDoubleFunction<VisitScore> share) {
        return Collections.min(stays, Comparator.comparingDouble(share));
    }

    private static Floor recall(VisitScore worst) {
        return share(
                "stays, recall, worst at 5 and 10 m",
                STAYS,
                worst.found(),
                worst.expected(),
                worst.examples());
    }

    private static Floor precision(VisitScore worst) {
        int judged = worst.told() - worst.atLine();
        return share(
                "stays, precision, worst at 5 and 10 m",
                STAYS,
                judged - worst.wrong(),
                judged,
                worst.examples());
    }

    private static Floor share(String name, double least, int hits, int of, List<String> examples) {
        double share = of == 0 ? 0 : (double) hits / of;
        return new Floor(
                name,
                String.format(Locale.ROOT, ">= %.1f %%", 100 * least),
                String.format(Locale.ROOT, "%.2f %% (%d of %d)", 100 * share, hits, of),
                share >= least,
                examples);
    }

    private static Floor none(String name, int count, int of, String what, List<String> examples) {
        return new Floor(name, "0", count + " in " + of + " " + what, count == 0, examples);
    }
}
