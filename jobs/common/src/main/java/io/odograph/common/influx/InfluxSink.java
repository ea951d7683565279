// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes a stream to InfluxDB, effectively once: every element at least once, and a line that is
 * written again changes nothing.
 *
 * <p>Of several lines of one point, the newest that reached the subtask is what stays, so a stream
 * must be keyed by what its series belong to, such as the vehicle. Two limits: a server that
 * carries out a request after it has given up its connection may bring back an older line; and
 * after a restore at another parallelism, lines that waited in the savepoint may be written by
 * another subtask than their newer ones. The metric numLinesWaiting tells whether any wait.
 *
 * @param <T> type of the stream
 */
public final class InfluxSink<T> extends AsyncSinkBase<T, LineEntry> {

    private final LineFormat<T> format;
    private final InfluxConfig config;
    private final PoisonLines poison;

    /**
     * Creates a sink.
     *
     * @param format how an element becomes a line
     * @param config settings
     * @param poison where lines go that InfluxDB does not take
     */
    public InfluxSink(LineFormat<T> format, InfluxConfig config, PoisonLines poison) {
        super(
                converter(format),
                config.limits().batchSize(),
                config.limits().maxInFlight(),
                config.limits().bufferSize(),
                config.limits().batchBytes(),
                config.limits().flushInterval(),
                config.limits().batchBytes(),
                config.limits().timeout(),
                false);
        this.format = format;
        this.config = config;
        this.poison = poison;
    }

    /**
     * Attaches a sink to a stream.
     *
     * @param stream the stream; keyed, or in the order of its keys as it left a keyed operator of
     *     the same parallelism
     * @param uid uid of the sink
     * @param format how an element becomes a line
     * @param config settings
     * @param poison where lines go that InfluxDB does not take
     */
    public static <T> void attach(
            DataStream<T> stream,
            String uid,
            LineFormat<T> format,
            InfluxConfig config,
            PoisonLines poison) {
        stream.sinkTo(new InfluxSink<>(format, config, poison))
                .uid(uid)
                .name(uid.replace('-', ' '));
    }

    private static <T> ElementConverter<T, LineEntry> converter(LineFormat<T> format) {
        return (element, context) -> {
            LineWriter line = new LineWriter();
            format.write(element, line);
            return line.entry();
        };
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<LineEntry>> createWriter(
            WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<T, BufferedRequestState<LineEntry>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<LineEntry>> lines)
            throws IOException {
        return new InfluxWriter<>(
                format,
                config.limits(),
                new InfluxTransport(
                        config,
                        poison,
                        context.getProcessingTimeService()::getCurrentProcessingTime),
                context,
                lines);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<LineEntry>> getWriterStateSerializer() {
        return new LineEntrySerializer();
    }
}
