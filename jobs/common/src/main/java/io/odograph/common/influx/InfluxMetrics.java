// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;

/** What the sink tells of itself, under {@code influxdb} of its operator. */
final class InfluxMetrics {

    private static final String GROUP = "influxdb";

    private final SinkWriterMetricGroup sink;
    private final LongSupplier clock;
    private final Counter written;
    private final Counter rejected;
    private final Counter retries;
    private volatile int waiting;
    private volatile long hopeful;

    /**
     * Registers the metrics.
     *
     * @param sink group of the sink
     * @param clock the time, ms
     */
    InfluxMetrics(SinkWriterMetricGroup sink, LongSupplier clock) {
        this.sink = sink;
        this.clock = clock;
        var group = sink.addGroup(GROUP);
        this.written = group.counter("numLinesWritten");
        this.rejected = group.counter("numLinesRejected");
        this.retries = group.counter("numRetries");
        group.gauge("numLinesWaiting", () -> waiting);
        group.gauge("secondsSinceLastSuccess", this::secondsSinceLastSuccess);
    }

    /** Lines are in the database. */
    void written(Iterable<LineEntry> lines, int rejectedLines) {
        long count = -rejectedLines;
        long bytes = 0;
        for (LineEntry line : lines) {
            count++;
            bytes += line.line().length;
        }
        written.inc(count);
        rejected.inc(rejectedLines);
        sink.getNumRecordsSendCounter().inc(count);
        sink.getNumBytesSendCounter().inc(bytes);
        sink.getNumRecordsSendErrorsCounter().inc(rejectedLines);
        hopeful = clock.getAsLong();
    }

    /** Lines have to be sent again. */
    void retried() {
        retries.inc();
    }

    /** So many lines are not known to be written. */
    void waiting(int lines) {
        if (waiting == 0) {
            hopeful = clock.getAsLong();
        }
        waiting = lines;
    }

    /** For how long lines have waited without any having been written; 0 where none waits. */
    private long secondsSinceLastSuccess() {
        return waiting == 0 ? 0 : (clock.getAsLong() - hopeful) / 1_000;
    }
}
