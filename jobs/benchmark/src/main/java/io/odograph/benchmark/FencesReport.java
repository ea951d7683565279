// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.Floor;
import io.odograph.evaluate.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A benchmark of fences as text for people, and what it must reach. */
final class FencesReport {

    private static final int SOME = 100_000;
    private static final int MANY = 1_000_000;

    private static final double RATE_OF_SOME = 1_500_000;
    private static final double RATE_OF_MANY = 250_000;
    private static final double BUILD_OF_MANY = 2;
    private static final double BYTES = 400;

    /** Of fewer fences what the machine does otherwise hides what they take. */
    private static final int WEIGHABLE = 10_000;

    private FencesReport() {}

    /** What is compared on what. */
    static String head(int positions, Race race) {
        return format(
                "Fences    of %d corners, half convex, half stars, around 60 cities;"
                        + " %,d positions, 80 %% in the cities%n"
                        + "Measured  processor time of one thread, median of %d rounds in turns after"
                        + " %d to warm up%n"
                        + "Machine   Java %s, %s, %d processors%n",
                FencePlaces.CORNERS,
                positions,
                race.rounds(),
                race.warmUps(),
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    /** The contenders with one number of fences. */
    static String table(FencesResult result) {
        TextTable table =
                new TextTable(
                        format("%,d fences", result.fences()),
                        "build s",
                        "bytes/fence",
                        "lookups/s",
                        "least",
                        "most",
                        "hits/point",
                        "differs from JTS",
                        "updates/s");
        for (FencesResult.Row row : result.rows()) {
            Timing timing = row.timing();
            boolean isOdograph = row.equals(result.rows().get(0));
            table.add(
                    row.name(),
                    format("%.2f", row.build()),
                    result.fences() < WEIGHABLE ? "-" : format("%,.0f", row.bytes()),
                    format("%,.0f", timing.median()),
                    format("%,.0f", timing.least()),
                    format("%,.0f", timing.most()),
                    format("%.2f", row.hits()),
                    format("%,d", row.differing()),
                    isOdograph ? format("%,.0f", result.updates()) : "-");
        }
        return table.toString();
    }

    /** What Odograph must reach. */
    static List<Floor> floors(List<FencesResult> results) {
        List<Floor> floors = new ArrayList<>();
        for (FencesResult result : results) {
            FencesResult.Row row = result.rows().get(0);
            String fences = format("%,d fences: ", result.fences());
            floors.add(
                    floor(
                            fences + "positions that differ from JTS",
                            "0",
                            format("%,d", row.differing()),
                            row.differing() == 0));
            if (result.fences() >= WEIGHABLE) {
                floors.add(most(fences + "bytes per fence", BYTES, row.bytes()));
            }
            if (result.fences() == SOME) {
                floors.add(least(fences + "lookups/s", RATE_OF_SOME, row.timing().median()));
            }
            if (result.fences() == MANY) {
                floors.add(least(fences + "lookups/s", RATE_OF_MANY, row.timing().median()));
                floors.add(most(fences + "build, s", BUILD_OF_MANY, row.build()));
            }
        }
        return floors;
    }

    private static Floor least(String name, double required, double measured) {
        return floor(
                name,
                format(">= %,.0f", required),
                format("%,.0f", measured),
                measured >= required);
    }

    private static Floor most(String name, double required, double measured) {
        return floor(
                name,
                format("<= %,.0f", required),
                format("%,.2f", measured),
                measured <= required);
    }

    private static Floor floor(String name, String required, String measured, boolean met) {
        return new Floor(name, required, measured, met, List.of());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values).replace(System.lineSeparator(), "\n");
    }
}
