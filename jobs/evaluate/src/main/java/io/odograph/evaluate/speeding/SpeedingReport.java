// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.evaluate.FloorReport;
import io.odograph.evaluate.TextTable;
import java.util.Locale;

/** An evaluation as text for people. */
final class SpeedingReport {

    private SpeedingReport() {}

    /** All of it. */
    static String of(SpeedingEvaluation evaluation) {
        return head(evaluation)
                + "\nMAP MATCHING, % of fixes (sure: confidence from 0.9)\n"
                + matching(evaluation)
                + "\nEPISODES OF SPEEDING\n"
                + episodes(evaluation)
                + "\nFLOORS\n"
                + FloorReport.text(evaluation.floors());
    }

    private static String head(SpeedingEvaluation evaluation) {
        SpeedingTrial trial = evaluation.trial();
        return String.format(
                        Locale.ROOT,
                        "Roads   %s, version %s, %,d edges%nDrives  %d, %.0f km, %.2f changes of limit per"
                                + " km, lag %d%n",
                        trial.network().origin().source(),
                        trial.network().version(),
                        trial.network().edgeCount(),
                        trial.drives().size(),
                        trial.kilometres(),
                        trial.limitChanges() / trial.kilometres(),
                        evaluation.lag())
                .replace(System.lineSeparator(), "\n");
    }

    private static String matching(SpeedingEvaluation evaluation) {
        TextTable table =
                new TextTable(
                        "noise, interval",
                        "fixes",
                        "right edge",
                        "right limit",
                        "too low",
                        "too high",
                        "none",
                        "sure",
                        "sure, wrong",
                        "sure, too low");
        for (SpeedingEvaluation.Row row : evaluation.rows()) {
            MatchScore match = row.match();
            table.add(
                    row.condition().toString(),
                    Long.toString(match.fixes()),
                    hundredths(match.percent(match.rightEdge())),
                    hundredths(match.percent(match.rightLimit())),
                    thousandths(match.percent(match.tooLow())),
                    thousandths(match.percent(match.tooHigh())),
                    thousandths(match.percent(match.unmatched())),
                    hundredths(match.percent(match.sure())),
                    thousandths(match.percent(match.sureWrong())),
                    thousandths(match.percent(match.sureTooLow())));
        }
        return table.toString();
    }

    private static String episodes(SpeedingEvaluation evaluation) {
        TextTable table =
                new TextTable(
                        "noise, interval",
                        "episodes",
                        "found",
                        "recall %",
                        "told",
                        "wrong",
                        "parts",
                        "precision %",
                        "right band %",
                        "peak off by km/h");
        for (SpeedingEvaluation.Row row : evaluation.rows()) {
            EpisodeScore score = row.episodes();
            table.add(
                    row.condition().toString(),
                    Integer.toString(score.expected()),
                    Integer.toString(score.found()),
                    tenths(100 * score.recall()),
                    Integer.toString(score.told()),
                    Integer.toString(score.wrong()),
                    Integer.toString(score.parts()),
                    tenths(100 * score.precision()),
                    tenths(100.0 * score.rightBand() / score.found()),
                    tenths(score.peakError() / score.found()));
        }
        return table.toString();
    }

    private static String tenths(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String hundredths(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String thousandths(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
