// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.util.Locale;

/**
 * How far the play-back is, as text that fits a narrow terminal.
 *
 * @param start time of the first record, ms since the epoch
 * @param end time of the last record, ms since the epoch
 * @param records number of records
 */
record ProgressBar(long start, long end, int records) {

    private static final int WIDTH = 30;

    /**
     * The bar at a point.
     *
     * @param time time of the record played last, ms since the epoch
     * @param played records played
     * @param alerts alerts seen
     */
    String render(long time, int played, int alerts) {
        double part = fraction(time);
        int filled = (int) Math.floor(part * WIDTH);
        return String.format(
                Locale.ROOT,
                "[%s%s] %3.0f%%  %s  %,d of %,d  %d %s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                Math.floor(part * 100),
                AlertLine.time(time),
                played,
                records,
                alerts,
                alerts == 1 ? "alert" : "alerts");
    }

    private double fraction(long time) {
        if (end <= start) {
            return 1;
        }
        return Math.min(1, Math.max(0, (double) (time - start) / (end - start)));
    }
}
