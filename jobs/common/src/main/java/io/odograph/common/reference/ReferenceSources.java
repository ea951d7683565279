// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.reference.Versioned;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverrideBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The reference topics as streams, read from their beginning and ever on. */
public final class ReferenceSources {

    /** Not options: reference data holds no recordings. */
    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT;

    private static final String RULES = "rules";
    private static final String RULES_OF = "-rules";
    private static final String VEHICLES = "vehicles";
    private static final String SPEED_LIMITS = "speed-limits";
    private static final String GEOFENCES = "geofences";

    private static final TypeHint<ReferenceUpdate<Fence>> FENCES = new TypeHint<>() {};

    private ReferenceSources() {}

    /**
     * Attaches what is configured, and reads the rules, speed limits and fences that hold now.
     *
     * @param env environment of the job
     * @param kafka Kafka settings of the job
     * @param config which topics to read
     * @param check what the thresholds of the job's detector may be; the detector has the job's
     *     name
     * @throws io.odograph.common.config.InvalidConfigException if they cannot be read
     */
    public static ReferenceStreams attach(
            StreamExecutionEnvironment env,
            KafkaConfig kafka,
            ReferenceConfig config,
            RuleCheck check) {
        BroadcastReference<Rule> rules = BroadcastReference.none();
        BroadcastReference<LimitOverride> limits = BroadcastReference.none();
        BroadcastReference<Fence> fences = BroadcastReference.none();
        SingleOutputStreamOperator<ReferenceUpdate<VehicleProfile>> profiles = null;
        List<SingleOutputStreamOperator<?>> decoded = new ArrayList<>();
        if (config.hasRules()) {
            rules =
                    broadcast(
                            env,
                            kafka,
                            new SnapshotReader.Topic<>(
                                    config.rulesTopic(),
                                    ReferenceOptions.RULES_TOPIC,
                                    RULES,
                                    new RuleDecoder(LIMITS, kafka.job(), check),
                                    RuleBook::new),
                            new TypeHint<ReferenceUpdate<Rule>>() {},
                            decoded);
        }
        if (config.hasVehicles()) {
            profiles =
                    decode(
                            source(env, kafka, config.vehiclesTopic(), VEHICLES),
                            new ProfileDecoder(LIMITS),
                            VEHICLES,
                            Map.of(),
                            new TypeHint<ReferenceUpdate<VehicleProfile>>() {});
            decoded.add(profiles);
        }
        if (config.hasLimits()) {
            limits =
                    broadcast(
                            env,
                            kafka,
                            new SnapshotReader.Topic<>(
                                    config.limitsTopic(),
                                    SpeedLimitOptions.SPEED_LIMITS_TOPIC,
                                    SPEED_LIMITS,
                                    new LimitOverrideDecoder(LIMITS),
                                    LimitOverrideBook::new),
                            new TypeHint<ReferenceUpdate<LimitOverride>>() {},
                            decoded);
        }
        if (config.hasGeofences()) {
            fences = broadcast(env, kafka, geofences(config), FENCES, decoded);
        }
        return new ReferenceStreams(
                kafka.job(), rules, limits, fences, profiles, rejections(decoded));
    }

    /**
     * The rules of a further detector of a job.
     *
     * @param rules the rules
     * @param rejections rules of that detector that could not be used, or null where none are read
     */
    public record Rules(
            BroadcastReference<Rule> rules, @Nullable DataStream<Rejection> rejections) {}

    /**
     * Attaches the rules of a detector beside the one that has the job's name, and reads those that
     * hold now. What cannot be read at all is left to the decoder of the job's own.
     *
     * @param env environment of the job
     * @param kafka Kafka settings of the job
     * @param config which topics to read
     * @param detector name of the detector in rules, a word
     * @param check what its thresholds may be
     * @throws io.odograph.common.config.InvalidConfigException if they cannot be read
     */
    public static Rules attachRules(
            StreamExecutionEnvironment env,
            KafkaConfig kafka,
            ReferenceConfig config,
            String detector,
            RuleCheck check) {
        if (!config.hasRules()) {
            return new Rules(BroadcastReference.none(), null);
        }
        List<SingleOutputStreamOperator<?>> decoded = new ArrayList<>();
        BroadcastReference<Rule> rules =
                broadcast(
                        env,
                        kafka,
                        new SnapshotReader.Topic<>(
                                config.rulesTopic(),
                                ReferenceOptions.RULES_TOPIC,
                                detector + RULES_OF,
                                new FurtherRuleDecoder(new RuleDecoder(LIMITS, detector, check)),
                                RuleBook::new),
                        new TypeHint<ReferenceUpdate<Rule>>() {},
                        decoded);
        return new Rules(rules, rejections(decoded));
    }

    /**
     * The fences alone, as one stream: those that are on the topic now, then a watermark, the last
     * one of all, and what comes later. For sets of which no client can hold all.
     *
     * @param updates versions and withdrawals of fences, by one subtask
     * @param rejections records that could not be used
     */
    public record Geofences(
            DataStream<ReferenceUpdate<Fence>> updates, DataStream<Rejection> rejections) {}

    /**
     * Attaches the fences as one stream.
     *
     * @throws io.odograph.common.config.InvalidConfigException if the topic cannot be read
     */
    public static Geofences attachGeofences(
            StreamExecutionEnvironment env, KafkaConfig kafka, ReferenceConfig config) {
        SnapshotReader.Topic<Fence> topic = geofences(config);
        Map<TopicPartition, Long> ends = SnapshotReader.ends(kafka, topic);
        OffsetsInitializer end = OffsetsInitializer.offsets(ends);
        // Two sources: only one that ends can say that it has read what there was.
        var first =
                env.fromSource(
                                source(kafka, topic.name(), "geofences-first-source")
                                        .setStartingOffsets(OffsetsInitializer.earliest())
                                        .setBounded(end)
                                        .build(),
                                WatermarkStrategy.noWatermarks(),
                                "geofences first source")
                        .uid("geofences-first-source")
                        .setParallelism(1);
        var later =
                env.fromSource(
                                source(kafka, topic.name(), "geofences-source")
                                        .setStartingOffsets(end)
                                        .build(),
                                WatermarkStrategy.forGenerator(context -> new IdleFromTheStart()),
                                "geofences source")
                        .uid("geofences-source")
                        .setParallelism(1);
        var decodedFirst = decode(first, topic.decoder(), "geofences-first", Map.of(), FENCES);
        var decodedLater = decode(later, topic.decoder(), "geofences", Map.of(), FENCES);
        TypeInformation<ReferenceUpdate<Fence>> type = TypeInformation.of(FENCES);
        var updates =
                decodedFirst
                        .connect(decodedLater)
                        .transform("later behind first", type, new LaterBehindFirst<>(type))
                        .setParallelism(1)
                        .uid("later-behind-first");
        return new Geofences(
                updates,
                decodedFirst
                        .getSideOutput(DecodeReferences.REJECTIONS)
                        .union(decodedLater.getSideOutput(DecodeReferences.REJECTIONS)));
    }

    private static SnapshotReader.Topic<Fence> geofences(ReferenceConfig config) {
        return new SnapshotReader.Topic<>(
                config.geofencesTopic(),
                GeofenceOptions.GEOFENCES_TOPIC,
                GEOFENCES,
                new GeofenceDecoder(LIMITS),
                FenceBook::new);
    }

    /** What is on the topic now, and what comes later. */
    private static <T extends Versioned> BroadcastReference<T> broadcast(
            StreamExecutionEnvironment env,
            KafkaConfig kafka,
            SnapshotReader.Topic<T> topic,
            TypeHint<ReferenceUpdate<T>> type,
            List<SingleOutputStreamOperator<?>> decoded) {
        ReferenceSnapshot<T> initial = SnapshotReader.read(kafka, topic);
        // One subtask is plenty for some thousand records.
        var source = source(env, kafka, topic.name(), topic.what()).setParallelism(1);
        var updates = decode(source, topic.decoder(), topic.what(), initial.ends(), type);
        decoded.add(updates);
        return new BroadcastReference<>(initial, updates);
    }

    private static SingleOutputStreamOperator<Captured> source(
            StreamExecutionEnvironment env, KafkaConfig kafka, String topic, String what) {
        String uid = what + "-source";
        KafkaSource<Captured> source =
                source(kafka, topic, uid).setStartingOffsets(OffsetsInitializer.earliest()).build();
        return env.fromSource(
                        source,
                        WatermarkStrategy.noWatermarks(),
                        what.replace('-', ' ') + " source")
                .uid(uid);
    }

    private static KafkaSourceBuilder<Captured> source(
            KafkaConfig kafka, String topic, String uid) {
        return KafkaSource.<Captured>builder()
                .setBootstrapServers(kafka.bootstrapServers())
                .setGroupId(kafka.groupId())
                .setClientIdPrefix(kafka.groupId() + "-" + uid)
                .setTopics(topic)
                .setDeserializer(new CapturedDeserializer())
                .setProperties(kafka.clientSettings())
                .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
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
                .name("decode " + what.replace('-', ' '));
    }

    private static @Nullable DataStream<Rejection> rejections(
            List<SingleOutputStreamOperator<?>> decoded) {
        return decoded.stream()
                .map(
                        stream ->
                                (DataStream<Rejection>)
                                        stream.getSideOutput(DecodeReferences.REJECTIONS))
                .reduce((one, other) -> one.union(other))
                .orElse(null);
    }
}
