// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line on its way. Two are equal if they are revisions of one point: same measurement, tags and
 * time, whatever their fields.
 */
public final class LineEntry implements Serializable {

    private final byte[] line;
    private final int seriesLength;
    private final long time;
    private final @Nullable String problem;
    private final int hash;

    /**
     * Creates an entry.
     *
     * @param line the line, with its line break
     * @param seriesLength length of measurement and tags, with which it begins
     * @param time time of the point, ms since the epoch
     * @param problem why InfluxDB cannot carry it, or null
     */
    LineEntry(byte[] line, int seriesLength, long time, @Nullable String problem) {
        this.line = line;
        this.seriesLength = seriesLength;
        this.time = time;
        this.problem = problem;
        int series = 1;
        for (int i = 0; i < seriesLength; i++) {
            series = 31 * series + line[i];
        }
        this.hash = 31 * series + Long.hashCode(time);
    }

    /** The line with its line break; not to be changed. */
    public byte[] line() {
        return line;
    }

    /** Length of measurement and tags, with which the line begins. */
    public int seriesLength() {
        return seriesLength;
    }

    /** Time of the point, ms since the epoch. */
    public long time() {
        return time;
    }

    /** Why InfluxDB cannot carry the line, so that it is never sent; null where it can. */
    public @Nullable String problem() {
        return problem;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LineEntry entry
                && hash == entry.hash
                && time == entry.time
                && Arrays.equals(line, 0, seriesLength, entry.line, 0, entry.seriesLength);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Says how long it is, not what it holds: ids stay out of logs. */
    @Override
    public String toString() {
        return "line of " + line.length + " bytes";
    }
}
