// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import io.odograph.common.influx.InfluxConfig.Limits;
import io.odograph.common.influx.LineTransport.Outcome;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits, by the task's thread alone: outcomes and timers come to it as mails.
 *
 * <p>After a failure it sends one batch at a time, each after a longer wait, until one succeeds.
 */
final class LineSender {

    private static final Logger LOG = LoggerFactory.getLogger(LineSender.class);

    private final Limits limits;
    private final LineTransport transport;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService timers;
    private final InfluxMetrics metrics;
    private final Backoff backoff;
    private final PointBuffer buffer = new PointBuffer();
    private int underWay;
    private boolean resting;
    private boolean flushTimer;
    private boolean flushing;

    LineSender(
            Limits limits,
            LineTransport transport,
            MailboxExecutor mailbox,
            ProcessingTimeService timers,
            InfluxMetrics metrics,
            Backoff backoff) {
        this.limits = limits;
        this.transport = transport;
        this.mailbox = mailbox;
        this.timers = timers;
        this.metrics = metrics;
        this.backoff = backoff;
    }

    /** Takes a line in, and sends a batch if there is a full one. */
    void add(LineEntry entry) {
        buffer.add(entry);
        metrics.waiting(buffer.size());
        if (!flushTimer) {
            flushTimer = true;
            after(
                    limits.flushInterval(),
                    () -> {
                        flushTimer = false;
                        flush();
                    });
        }
        send();
    }

    /** Sends what waits now, batches that are not full too. */
    void flush() {
        flushing = true;
        send();
    }

    /** Whether no more can be taken in. */
    boolean isFull() {
        return buffer.size() >= limits.bufferSize();
    }

    /** Whether everything is written. */
    boolean isEmpty() {
        return buffer.size() == 0;
    }

    /** Whether the newest attempt failed. */
    boolean isFailing() {
        return backoff.isFailing();
    }

    /** Lines that a restart has to write. */
    List<LineEntry> unwritten() {
        return buffer.unwritten();
    }

    private void send() {
        while (!resting && underWay < allowed() && isDue()) {
            List<LineEntry> batch = buffer.take(limits.batchSize(), limits.batchBytes());
            underWay++;
            transport.write(batch, outcome -> post(batch, outcome));
        }
        if (buffer.readyLines() == 0) {
            flushing = false;
        }
    }

    private int allowed() {
        return backoff.isFailing() ? 1 : limits.maxInFlight();
    }

    private boolean isDue() {
        int lines = buffer.readyLines();
        return lines >= limits.batchSize()
                || buffer.readyBytes() >= limits.batchBytes()
                || (lines > 0 && (flushing || backoff.isFailing()));
    }

    private void post(List<LineEntry> batch, Outcome outcome) {
        try {
            mailbox.execute(() -> ended(outcome), "Outcome of %d lines to InfluxDB", batch.size());
        } catch (RejectedExecutionException e) {
            LOG.debug("The task ended before its request", e);
        }
    }

    private void ended(Outcome outcome) throws Exception {
        underWay--;
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        buffer.settled(outcome.settled());
        buffer.returned(outcome.again());
        if (!outcome.settled().isEmpty()) {
            metrics.written(outcome.settled(), outcome.rejected());
        }
        metrics.waiting(buffer.size());
        if (outcome.again().isEmpty()) {
            if (backoff.isFailing()) {
                LOG.info("InfluxDB takes lines again");
            }
            backoff.succeeded();
        } else {
            rest(outcome);
        }
        send();
    }

    private void rest(Outcome outcome) {
        metrics.retried();
        boolean first = !backoff.isFailing();
        long pause = backoff.failed(outcome.retryAfter());
        if (first) {
            LOG.warn(
                    "InfluxDB does not take lines ({}); they wait, first for {} ms",
                    outcome.trouble(),
                    pause);
        }
        resting = true;
        after(
                pause,
                () -> {
                    resting = false;
                    send();
                });
    }

    private void after(long pause, Runnable then) {
        ScheduledFuture<?> unused =
                timers.registerTimer(timers.getCurrentProcessingTime() + pause, time -> then.run());
    }
}
