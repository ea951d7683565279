// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes lines to one file of this machine, which is where the embedded cluster runs; with one
 * subtask and no recovery.
 *
 * @param file the file, as text since paths do not serialize
 */
record LineSink(String file) implements Sink<String> {

    /**
     * Attaches a sink to a stream.
     *
     * @param records the stream
     * @param line how a record looks as a line
     * @param file where to
     * @param what name of a record, with dashes
     * @param <T> type of the records
     */
    static <T> void attach(
            DataStream<T> records, MapFunction<T, String> line, Path file, String what) {
        String words = what.replace('-', ' ');
        records.map(line)
                .returns(Types.STRING)
                .uid(what + "-lines")
                .name(words + " lines")
                .sinkTo(new LineSink(file.toString()))
                .setParallelism(1)
                .uid(what + "-file")
                .name(words + " file");
    }

    @Override
    public SinkWriter<String> createWriter(WriterInitContext context) throws IOException {
        return new Writer(Files.newBufferedWriter(Path.of(file)));
    }

    private record Writer(BufferedWriter out) implements SinkWriter<String> {

        @Override
        public void write(String line, Context context) throws IOException {
            out.write(line);
            out.write('\n');
        }

        @Override
        public void flush(boolean endOfInput) throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
