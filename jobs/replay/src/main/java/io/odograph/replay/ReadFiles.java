// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.DamagedFileException;
import io.odograph.common.intake.Intake;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.intake.IntakeDeserializer;
import io.odograph.common.intake.ReceiveTime;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.TelemetryDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/**
 * Reads whole files, each named by its number.
 *
 * <p>One subtask reads them one after another, so that the records of a vehicle keep their order; a
 * recording needs no recovery, hence no splits and no state.
 */
final class ReadFiles implements FlatMapFunction<Long, Intake> {

    private final List<String> files;
    private final TelemetryDecoder json;
    private final TelemetryDecoder avro;

    private ReadFiles(List<String> files, IntakeConfig config) {
        this.files = files;
        this.json = config.jsonDecoder();
        this.avro = config.decoder();
    }

    /**
     * The records of the files, in their order, with receive times and no watermark but the last.
     */
    static DataStream<Intake> of(
            StreamExecutionEnvironment env, List<Path> files, IntakeConfig config) {
        List<String> names = files.stream().map(Path::toString).toList();
        return env.fromSequence(0, names.size() - 1L)
                .setParallelism(1)
                .uid("file-numbers")
                .name("file numbers")
                .flatMap(new ReadFiles(names, config))
                .returns(TypeInformation.of(Intake.class))
                .setParallelism(1)
                .uid("read-files")
                .name("read files")
                .assignTimestampsAndWatermarks(ReceiveTime.withoutWatermarks())
                .setParallelism(1)
                .uid("receive-times")
                .name("receive times");
    }

    @Override
    public void flatMap(Long number, Collector<Intake> out) throws IOException {
        Path path = Path.of(files.get(number.intValue()));
        InputKind kind = InputKind.of(path);
        TelemetryDecoder decoder = kind.isJson() ? json : avro;
        try (RecordFile file = kind.open(path)) {
            try {
                for (Captured next = file.next(); next != null; next = file.next()) {
                    out.collect(
                            IntakeDeserializer.take(
                                    decoder, next.key(), next.value(), next.origin()));
                }
            } catch (DamagedFileException e) {
                out.collect(Intake.rejected(rejection(e, file.remainder())));
            }
        }
    }

    private static Rejection rejection(DamagedFileException damage, Captured remainder) {
        return new Rejection(
                damage.reason(),
                damage.getMessage(),
                remainder.key(),
                remainder.value(),
                remainder.origin());
    }
}
