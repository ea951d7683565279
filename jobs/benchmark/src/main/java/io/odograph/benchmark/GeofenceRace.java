// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Intake;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceStreams;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.geofence.GeofenceConfig;
import io.odograph.geofence.GeofencePipeline;
import io.odograph.geofence.GeofenceRevision;
import io.odograph.udfs.fence.Fence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Runs of the geofence pipeline on a cluster in this process, without Kafka.
 *
 * @param flink the cluster
 * @param parallelism subtasks
 * @param byCell whether fences are shared out by cells
 */
record GeofenceRace(EmbeddedFlink flink, int parallelism, boolean byCell) {

    private static final TypeInformation<ReferenceUpdate<Fence>> UPDATES =
            TypeInformation.of(new TypeHint<>() {});

    /**
     * A run.
     *
     * @param seconds how long it took
     * @param alerts what it told
     * @param heap largest heap after a collection, bytes
     */
    record Run(double seconds, long alerts, long heap) {}

    /** Runs so many records through the pipeline. */
    Run run(GeofenceLoad load, long records) throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        StreamExecutionEnvironment env = flink.environment(settings);
        ConfigReader reader = new ConfigReader(new Configuration());
        GeofenceConfig config = GeofenceConfig.read(reader);
        reader.finish();
        DataStream<GeofenceRevision> alerts =
                GeofencePipeline.build(inputs(env, load, records), config).alerts();
        alerts.map(new Count())
                .returns(Types.LONG)
                .uid("count-alerts")
                .sinkTo(new DiscardingSink<>())
                .uid("forget-alerts");
        try (HeapWatch heap = HeapWatch.start()) {
            long begin = System.nanoTime();
            JobExecutionResult result = env.execute("geofence benchmark");
            double seconds = (System.nanoTime() - begin) / 1e9;
            Long told = result.getAccumulatorResult(Count.NAME);
            return new Run(seconds, told == null ? 0 : told, heap.largest());
        }
    }

    /** Counts what is told. */
    private static final class Count extends RichMapFunction<GeofenceRevision, Long> {

        private static final String NAME = "alerts";

        private final LongCounter told = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator(NAME, told);
        }

        @Override
        public Long map(GeofenceRevision revision) {
            told.add(1);
            return told.getLocalValuePrimitive();
        }
    }

    private GeofencePipeline.Inputs inputs(
            StreamExecutionEnvironment env, GeofenceLoad load, long records) {
        DataStream<Intake> intake =
                env.fromSource(
                                new NumberSequenceSource(0, records - 1),
                                WatermarkStrategy.noWatermarks(),
                                "numbers of records")
                        .uid("numbers-of-records")
                        .setParallelism(1)
                        .map(load.record())
                        .returns(TypeInformation.of(Intake.class))
                        .uid("make-records")
                        .setParallelism(1)
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<Intake>forMonotonousTimestamps()
                                        .withTimestampAssigner(
                                                (record, before) ->
                                                        record.telemetry().receivedAt()))
                        .uid("stamp-records")
                        .setParallelism(1);
        if (!byCell) {
            return new GeofencePipeline.Inputs(intake, references(whole(load)));
        }
        DataStream<ReferenceUpdate<Fence>> fences =
                env.fromSource(
                                new NumberSequenceSource(0, load.fences() - 1),
                                WatermarkStrategy.noWatermarks(),
                                "numbers of fences")
                        .uid("numbers-of-fences")
                        .setParallelism(1)
                        .map(load.fence())
                        .returns(UPDATES)
                        .uid("make-fences")
                        .setParallelism(1);
        return new GeofencePipeline.Inputs(intake, references(List.of()), fences);
    }

    private static List<Fence> whole(GeofenceLoad load) {
        List<Fence> fences = new ArrayList<>();
        try {
            var maker = load.fence();
            for (long i = 0; i < load.fences(); i++) {
                fences.add(maker.map(i).value());
            }
        } catch (Exception e) {
            throw new IllegalStateException("fences cannot be made", e);
        }
        return fences;
    }

    private static ReferenceStreams references(List<Fence> fences) {
        return new ReferenceStreams(
                "geofence",
                BroadcastReference.none(),
                BroadcastReference.none(),
                BroadcastReference.of(new ReferenceSnapshot<>("benchmark", fences, Map.of())),
                null,
                null);
    }
}
