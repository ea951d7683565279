// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Floor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The floors of detection of breaches. */
final class GeofenceFloors {

    private static final double STAYS = 0.995;
    private static final double CROSSINGS = 0.99;
    private static final double MOST_NOISE = 10;
    private static final int CROSSINGS_AT = 15;

    private GeofenceFloors() {}

    /** Judges what was measured. */
    static List<Floor> of(GeofenceEvaluation evaluation) {
        VisitScore stays = VisitScore.NONE;
        PassageScore crossings = PassageScore.NONE;
        for (GeofenceEvaluation.Row row : evaluation.rows()) {
            if (row.condition().sigma() <= MOST_NOISE) {
                stays = stays.plus(row.score().stays());
                boolean counts = row.condition().interval() == CROSSINGS_AT;
                crossings = crossings.plus(counts ? row.score().passages() : PassageScore.NONE);
            }
        }
        NightScore nights = evaluation.nights();
        TowScore tows = evaluation.tows();
        List<Floor> floors = new ArrayList<>();
        floors.add(
                share("stays, recall, 5 and 10 m", STAYS, stays.found(), stays.expected(), stays));
        int judged = stays.told() - stays.atLine();
        int right = judged - stays.wrong();
        floors.add(share("stays, precision, 5 and 10 m", STAYS, right, judged, stays));
        floors.add(
                share(
                        "crossings found at 15 s, 5 and 10 m",
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

    private static Floor share(String name, double least, int hits, int of, VisitScore score) {
        return share(name, least, hits, of, score.examples());
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
