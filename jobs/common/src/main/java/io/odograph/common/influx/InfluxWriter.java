// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;

/**
 * Writes the lines of one subtask.
 *
 * <p>Flink's own writer for such sinks holds the task's thread from the first failure to the end of
 * an outage, waits at every checkpoint for all requests, and lets requests with the same point
 * overtake each other. Here the job goes on until no more lines can wait, a checkpoint waits for a
 * second at most and holds what is not known to be written, and a point is in one request at a
 * time.
 *
 * @param <T> type of the stream
 */
final class InfluxWriter<T> implements StatefulSinkWriter<T, BufferedRequestState<LineEntry>> {

    /** So long a checkpoint waits for lines, so that as few as possible are part of it, ms. */
    private static final long CHECKPOINT_PATIENCE = 1_000;

    private final LineFormat<T> format;
    private final LineTransport transport;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService timers;
    private final LineSender sender;
    private final LineWriter line = new LineWriter();

    InfluxWriter(
            LineFormat<T> format,
            InfluxConfig.Limits limits,
            LineTransport transport,
            WriterInitContext context,
            Collection<BufferedRequestState<LineEntry>> restored) {
        this.format = format;
        this.transport = transport;
        this.mailbox = context.getMailboxExecutor();
        this.timers = context.getProcessingTimeService();
        this.sender =
                new LineSender(
                        limits,
                        transport,
                        mailbox,
                        timers,
                        new InfluxMetrics(context.metricGroup(), timers::getCurrentProcessingTime),
                        new Backoff(
                                limits.retryMinWait(),
                                limits.retryMaxWait(),
                                () -> ThreadLocalRandom.current().nextDouble()));
        for (BufferedRequestState<LineEntry> state : restored) {
            for (RequestEntryWrapper<LineEntry> entry : state.getBufferedRequestEntries()) {
                sender.add(entry.getRequestEntry());
            }
        }
    }

    @Override
    public void write(T element, Context context) throws InterruptedException {
        while (sender.isFull()) {
            sender.flush();
            mailbox.yield();
        }
        format.write(element, line);
        sender.add(line.entry());
    }

    @Override
    public void flush(boolean endOfInput) throws InterruptedException {
        if (endOfInput) {
            while (!sender.isEmpty()) {
                sender.flush();
                mailbox.yield();
            }
        } else if (!sender.isEmpty()) {
            settle();
        }
    }

    /** Writes what waits as long as that goes well and quickly. */
    private void settle() throws InterruptedException {
        long until = timers.getCurrentProcessingTime() + CHECKPOINT_PATIENCE;
        ScheduledFuture<?> alarm = timers.registerTimer(until, time -> {});
        while (!sender.isEmpty()
                && !sender.isFailing()
                && timers.getCurrentProcessingTime() < until) {
            sender.flush();
            mailbox.yield();
        }
        alarm.cancel(false);
    }

    @Override
    public List<BufferedRequestState<LineEntry>> snapshotState(long checkpointId) {
        return List.of(
                new BufferedRequestState<>(
                        sender.unwritten().stream()
                                .map(entry -> new RequestEntryWrapper<>(entry, entry.line().length))
                                .toList()));
    }

    @Override
    public void close() {
        transport.close();
    }
}
