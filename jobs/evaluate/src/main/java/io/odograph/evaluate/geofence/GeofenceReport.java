// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Distribution;
import io.odograph.evaluate.FloorReport;
import io.odograph.evaluate.TextTable;
import io.odograph.evaluate.speeding.Condition;
import java.util.List;
import java.util.Locale;

/** An evaluation as text for people. */
final class GeofenceReport {

    private static final String STAYS =
            """

            STAYS (least time 60 s; a stay counts from 90 s, where it is for 60 s and an interval deeper
            than twice the noise, outside of a fence to be kept in three times and the hysteresis;
            brief: only for a shorter time; at line: told, and nearer to it than that; right: for 30 s)
            """;

    private static final String CROSSINGS =
            """

            CROSSINGS (driven: within 90 s through fences from 50 m wide, three times the noise deep;
            shown: the straight ways between the true places at the reports are that deep, too;
            far off: told where the vehicle never came as near as three times the noise)
            """;

    private static final String PARKED =
            """

            PARKED (10 h, a report every 30 to 300 s, drift of 2 to 15 m, reflections of 20 to 150 m;
            settled: a minute after the first report that shows that the vehicle stands)
            """;

    private GeofenceReport() {}

    /** All of it. */
    static String of(GeofenceEvaluation evaluation) {
        return head(evaluation.trial())
                + STAYS
                + stays(evaluation.rows())
                + CROSSINGS
                + crossings(evaluation.rows())
                + PARKED
                + parked(evaluation.nights())
                + "\nTOWS (out of a fence after an hour; ferries among them)\n"
                + tows(evaluation.tows())
                + "\nFLOORS\n"
                + FloorReport.text(evaluation.floors());
    }

    private static String head(GeofenceTrial trial) {
        int fences = trial.fences().stream().mapToInt(List::size).sum();
        return format(
                "Roads   %s, version %s\nTours   %d, %.0f km, %.1f h, %d fences\n",
                trial.network().origin().source(),
                trial.network().version(),
                trial.tours().size(),
                trial.kilometres(),
                trial.hours(),
                fences);
    }

    private static String stays(List<GeofenceEvaluation.Row> rows) {
        TextTable table =
                new TextTable(
                        "noise, interval",
                        "stays",
                        "found",
                        "recall %",
                        "brief found",
                        "told",
                        "wrong",
                        "at line",
                        "precision %",
                        "entry off by s",
                        "exit off by s",
                        "farthest off by m");
        for (GeofenceEvaluation.Row row : rows) {
            VisitScore score = row.score().stays();
            table.add(
                    name(row.condition()),
                    Integer.toString(score.expected()),
                    Integer.toString(score.found()),
                    percent(score.recall()),
                    score.briefFound() + " of " + score.brief(),
                    Integer.toString(score.told()),
                    Integer.toString(score.wrong()),
                    Integer.toString(score.atLine()),
                    percent(score.precision()),
                    distribution(score.entries()),
                    distribution(score.exits()),
                    distribution(score.depths()));
        }
        return table.toString();
    }

    private static String crossings(List<GeofenceEvaluation.Row> rows) {
        TextTable table =
                new TextTable(
                        "noise, interval",
                        "driven",
                        "found",
                        "shown",
                        "found",
                        "recall %",
                        "passages told",
                        "never inside",
                        "far off");
        for (GeofenceEvaluation.Row row : rows) {
            PassageScore score = row.score().passages();
            table.add(
                    name(row.condition()),
                    Integer.toString(score.driven()),
                    Integer.toString(score.drivenFound()),
                    Integer.toString(score.expected()),
                    Integer.toString(score.found()),
                    percent(score.recall()),
                    Integer.toString(score.told()),
                    Integer.toString(score.wrong()),
                    Integer.toString(score.farOff()));
        }
        return table.toString();
    }

    private static String parked(NightScore score) {
        TextTable table =
                new TextTable(
                        "nights", "reports", "edges told", "after settling", "nights with any");
        table.add(
                Integer.toString(score.nights()),
                Long.toString(score.reports()),
                Integer.toString(score.told()),
                Integer.toString(score.flaps()),
                Integer.toString(score.flapping()));
        return table.toString();
    }

    private static String tows(TowScore score) {
        TextTable table = new TextTable("ignition", "left", "told", "marked");
        table.add(
                "off",
                Integer.toString(score.tows()),
                Integer.toString(score.told()),
                Integer.toString(score.marked()));
        table.add(
                "on",
                Integer.toString(score.drives()),
                Integer.toString(score.drivesTold()),
                Integer.toString(score.drivesMarked()));
        return table.toString();
    }

    static String name(Condition condition) {
        return format("%2.0f m, %2d s", condition.sigma(), condition.interval());
    }

    private static String distribution(List<Double> values) {
        Distribution distribution = Distribution.of(values, Double::doubleValue);
        return distribution.count() == 0
                ? "-"
                : format("%.1f / %.1f", distribution.median(), distribution.p95());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : format("%.2f", 100 * share);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
