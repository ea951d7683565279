// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;

/** The reference topics as streams, read from their beginning and ever on. */
public final class ReferenceSources {

    /** Not options: rules and profiles hold no recordings. */
    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT;

    private static final String RULES = "rules";
    private static final String VEHICLES = "vehicles";

    private ReferenceSources() {}

    /**
     * Attaches what is configured, and reads the rules that hold now.
     *
     * @param env environment of the job
     * @param kafka Kafka settings of the job
     * @param config which topics to read
     * @param check what the thresholds of the job's detector may be; the detector has the job's
     *     name
     * @throws io.odograph.common.config.InvalidConfigException if the rules cannot be read
     */
    public static ReferenceStreams attach(
            StreamExecutionEnvironment env,
            KafkaConfig kafka,
            ReferenceConfig config,
            RuleCheck check) {
        RuleSnapshot initialRules = RuleSnapshot.EMPTY;
        SingleOutputStreamOperator<ReferenceUpdate<Rule>> rules = null;
        SingleOutputStreamOperator<ReferenceUpdate<VehicleProfile>> profiles = null;
        if (config.hasRules()) {
            RuleDecoder decoder = new RuleDecoder(LIMITS, kafka.job(), check);
            initialRules = RuleSnapshotReader.read(kafka, config.rulesTopic(), decoder);
            // One subtask is plenty for some thousand rules.
            var source = source(env, kafka, config.rulesTopic(), RULES).setParallelism(1);
            rules =
                    decode(
                            source,
                            decoder,
                            RULES,
                            initialRules.ends(),
                            new TypeHint<ReferenceUpdate<Rule>>() {});
        }
        if (config.hasVehicles()) {
            profiles =
                    decode(
                            source(env, kafka, config.vehiclesTopic(), VEHICLES),
                            new ProfileDecoder(LIMITS),
                            VEHICLES,
                            Map.of(),
                            new TypeHint<ReferenceUpdate<VehicleProfile>>() {});
        }
        return new ReferenceStreams(
                kafka.job(), initialRules, rules, profiles, rejections(rules, profiles));
    }

    private static SingleOutputStreamOperator<Captured> source(
            StreamExecutionEnvironment env, KafkaConfig kafka, String topic, String what) {
        String uid = what + "-source";
        KafkaSource<Captured> source =
                KafkaSource.<Captured>builder()
                        .setBootstrapServers(kafka.bootstrapServers())
                        .setGroupId(kafka.groupId())
                        .setClientIdPrefix(kafka.groupId() + "-" + uid)
                        .setTopics(topic)
                        .setStartingOffsets(OffsetsInitializer.earliest())
                        .setDeserializer(new CapturedDeserializer())
                        .setProperties(kafka.clientSettings())
                        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
                        .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), what + " source").uid(uid);
    }

    /** With the parallelism of the source: any other would lose the order of the versions. */
    private static <T> SingleOutputStreamOperator<ReferenceUpdate<T>> decode(
            SingleOutputStreamOperator<Captured> source,
            ReferenceDecoder<T> decoder,
            String what,
            Map<Integer, Long> known,
            TypeHint<ReferenceUpdate<T>> type) {
        String uid = "decode-" + what;
        return source.process(new DecodeReferences<>(decoder, uid, known), TypeInformation.of(type))
                .setParallelism(source.getParallelism())
                .uid(uid)
                .name("decode " + what);
    }

    private static @Nullable DataStream<Rejection> rejections(
            @Nullable SingleOutputStreamOperator<?> rules,
            @Nullable SingleOutputStreamOperator<?> profiles) {
        if (rules == null || profiles == null) {
            SingleOutputStreamOperator<?> only = rules == null ? profiles : rules;
            return only == null ? null : only.getSideOutput(DecodeReferences.REJECTIONS);
        }
        return rules.getSideOutput(DecodeReferences.REJECTIONS)
                .union(profiles.getSideOutput(DecodeReferences.REJECTIONS));
    }
}
