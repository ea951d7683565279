// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.TextTable;
import java.util.List;
import java.util.Locale;

/** A benchmark as text for people. */
final class MatchingReport {

    private MatchingReport() {}

    /** What is compared on what. */
    static String head(MatchingTrial trial, Race race) {
        return format(
                "Roads     %s, %,d edges; GraphHopper 11.0, map matching 10.2%n"
                        + "Drives    %d of 2 to 40 km, on roads that both have (%d drawn);"
                        + " positions +-%.0f m, with heading%n"
                        + "Measured  processor time of one thread, median of %d rounds in turns after"
                        + " %d to warm up%n"
                        + "Machine   Java %s, %s, %d processors%n",
                trial.network().origin().source(),
                trial.network().edgeCount(),
                trial.drives(),
                trial.drawn(),
                MatchingTrial.SIGMA,
                race.rounds(),
                race.warmUps(),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /** The contenders at one interval. */
    static String table(MatchingResult result) {
        TextTable table =
                new TextTable(
                        "every " + result.interval() + " s",
                        "fixes",
                        "fixes/s",
                        "least",
                        "most",
                        "x batch",
                        "bytes/fix",
                        "% of a CPU",
                        "right way %",
                        "direction, too %",
                        "right limit %");
        MatchingResult.Row reference = result.reference();
        for (MatchingResult.Row row : result.rows()) {
            Timing timing = row.timing();
            Quality quality = row.quality();
            table.add(
                    row.name() + (row.equals(reference) ? " *" : ""),
                    format("%,d", quality.fixes()),
                    format("%,.0f", timing.median()),
                    format("%,.0f", timing.least()),
                    format("%,.0f", timing.most()),
                    format("%.1f", timing.over(reference.timing())),
                    format("%,.0f", timing.allocated()),
                    format("%.0f", 100 * timing.share()),
                    format("%.2f", quality.percent(quality.rightWay())),
                    format("%.2f", quality.percent(quality.rightSide())),
                    format("%.2f", quality.percent(quality.rightLimit())));
        }
        return table.toString();
    }

    /** What a vehicle costs. */
    static String state(List<MatchingResult> results) {
        TextTable table = new TextTable("state of a vehicle, bytes", "mean", "largest");
        for (MatchingResult result : results) {
            table.add(
                    "every " + result.interval() + " s",
                    format("%.0f", result.stateBytes()[0]),
                    format("%.0f", result.stateBytes()[1]));
        }
        return table.toString();
    }

    /** How soon roads can be used. */
    static String openings(Opening... openings) {
        TextTable table = new TextTable("opening the roads", "ms", "first, ms", "files, kB");
        for (Opening opening : openings) {
            table.add(
                    opening.name(),
                    format("%.2f", Timing.median(opening.millis())),
                    format("%.2f", opening.millis()[0]),
                    format("%,d", opening.bytes() / 1000));
        }
        return table.toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
    }
}
