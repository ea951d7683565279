// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.intake.Rejection;
import io.odograph.common.intake.SplitIntake;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.TelemetrySource;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.common.vehicle.DetectEdges;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.Rule;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.telemetry.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules and profiles from real topics to a detector. */
class ReferencesITCase {

    private static final Instant START = Instant.parse("2026-03-02T07:00:00Z");
    private static final RuleCheck ANY = rule -> List.of();

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;
    private static KafkaProducer<byte[], byte[]> producer;

    private CloseableIterator<String> edges;
    private long sequence;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        flink = EmbeddedFlink.start(1, new Configuration());
        producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    @AfterAll
    static void stop() {
        producer.close();
        flink.close();
        kafka.close();
    }

    @Test
    void theRightRuleIsInForceWhateverArrivesWhenever() throws Exception {
        kafka.createTopic("telemetry", 1, Map.of());
        kafka.createTopic("rules", 2, Map.of("cleanup.policy", "compact"));
        kafka.createTopic("vehicles", 1, Map.of("cleanup.policy", "compact"));
        Rule invalid = References.rule("r", 9);
        invalid.setThresholds(Map.of());
        Rule others = References.rule("r", 8);
        others.setDetector("other");
        sendRule(ruleFrom(2, 100));
        send("rules", "r", new byte[] {1, 2, 3});
        sendRule(ruleFrom(1, 0));
        sendRule(invalid);
        sendRule(others);
        sendRule(ruleFrom(2, 100));

        StreamExecutionEnvironment env = flink.environment(JobSettings.flink());
        KafkaConfig config = kafkaConfig("test");
        ReferenceStreams references =
                ReferenceSources.attach(
                        env, config, new ReferenceConfig("rules", "vehicles", "", ""), ANY);
        try (CloseableIterator<Rejection> rejections = references.rejections().collectAsync();
                CloseableIterator<String> labels = labels(env, config, references)) {
            edges = labels;
            JobClient job = env.executeAsync("references test");
            assertThat(labelAt(50)).as("the very first record").isEqualTo("r@1");
            assertThat(labelAt(150)).isEqualTo("r@2");

            sendRule(ruleFrom(4, 200));
            awaitAt(201, "r@4");
            sendRule(ruleFrom(3, 150));
            send("rules", "no id", null);
            sendRule(References.rule("s", 1));
            assertThat(labelAt(260)).isEqualTo("r@4");

            Rule forBuses = References.rule("buses", 1);
            forBuses.setVehicleClass("BUS");
            sendRule(forBuses);
            send("vehicles", "car", References.bytes(References.profile("car", 1)));
            send("vehicles", "car", new byte[0]);
            awaitAt(261, "buses@1");
            send("vehicles", "car", null);
            awaitAt(320, "r@4");
            send("rules", "r", null);
            awaitAt(380, "s@1");

            List<String> reasons = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                Rejection rejection = rejections.next();
                reasons.add(rejection.stage() + " " + rejection.reason());
                if (rejection.reason() == RejectionReason.NOT_SINGLE_OBJECT) {
                    assertThat(rejection.value()).containsExactly(1, 2, 3);
                }
            }
            assertThat(reasons)
                    .containsExactlyInAnyOrder(
                            "decode-rules NOT_SINGLE_OBJECT",
                            "decode-rules INVALID_RULE",
                            "decode-rules INVALID_RULE",
                            "decode-vehicles EMPTY_VALUE");
            job.cancel().get(60, TimeUnit.SECONDS);
        }
    }

    @Test
    void moreRulesThanTheBookHoldsAreToldBeforeTheStart() throws Exception {
        kafka.createTopic("many", 1, Map.of());
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i <= 10_000; i++) {
            Rule rule = References.rule("r" + i, 1);
            sent.add(producer.send(record("many", rule.getRuleId(), References.bytes(rule))));
        }
        for (Future<?> each : sent) {
            each.get(60, TimeUnit.SECONDS);
        }

        assertThatThrownBy(() -> snapshot("many"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("reference.rules.topic: topic many")
                .hasMessageContaining("more than 10000 rules");
    }

    @Test
    void theSnapshotHasWhatIsNotWithdrawnInAllItsVersions() throws Exception {
        kafka.createTopic("some", 3, Map.of());
        for (String id : List.of("b", "gone", "a")) {
            send("some", id, References.bytes(References.rule(id, 1)));
            send("some", id, References.bytes(References.rule(id, 2)));
        }
        send("some", "gone", null);

        assertThat(snapshot("some").values())
                .extracting(io.odograph.udfs.reference.Rule::label)
                .containsExactly("a@2", "a@1", "b@2", "b@1");
        assertThat(snapshot("some")).isEqualTo(snapshot("some"));
        kafka.createTopic("none", 1, Map.of());
        assertThat(snapshot("none").values()).isEmpty();
    }

    private static ReferenceSnapshot<io.odograph.udfs.reference.Rule> snapshot(String topic) {
        return SnapshotReader.read(
                kafkaConfig("test"),
                new SnapshotReader.Topic<>(
                        topic,
                        ReferenceOptions.RULES_TOPIC,
                        "rules",
                        new RuleDecoder(DecodeLimits.DEFAULT, "crash", ANY),
                        RuleBook::new));
    }

    private static CloseableIterator<String> labels(
            StreamExecutionEnvironment env, KafkaConfig config, ReferenceStreams references) {
        ConfigReader defaults = new ConfigReader(new Configuration());
        IntakeConfig intake = IntakeConfig.read(defaults);
        return new DetectEdges<>(
                        new TellRule(),
                        TypeInformation.of(Nothing.class),
                        Types.STRING,
                        ClockConfig.read(defaults))
                .attach(
                        "tell-rules",
                        SplitIntake.of(TelemetrySource.attach(env, config, intake.decoder())),
                        references)
                .collectAsync();
    }

    private static KafkaConfig kafkaConfig(String group) {
        return KafkaConfig.read(
                new ConfigReader(
                        JobArguments.parse(
                                "--kafka.bootstrap.servers",
                                kafka.bootstrapServers(),
                                "--kafka.group.id",
                                group,
                                "--telemetry.topic",
                                "telemetry")),
                "crash");
    }

    /** The rule told to the next record of the car, so many seconds after the start. */
    private String labelAt(int second) throws Exception {
        TelemetryRecord record = new TelemetryRecord();
        record.setVehicleId("car");
        record.setDeviceId("device");
        record.setDeviceKind(DeviceKind.EMBEDDED);
        record.setDriverResponse(DriverResponse.UNKNOWN);
        record.setEventTime(START.plusSeconds(second));
        record.setReceivedAt(START.plusSeconds(second));
        record.setSequence(sequence++);
        byte[] bytes = TelemetryRecord.getEncoder().encode(record).array();
        send("telemetry", "car", bytes);
        return edges.next();
    }

    /** Sends records, a second apart, until a rule is told. */
    private void awaitAt(int second, String label) throws Exception {
        String told = labelAt(second);
        for (int i = 1; i < 58 && !told.equals(label); i++) {
            TimeUnit.MILLISECONDS.sleep(250);
            told = labelAt(second + i);
        }
        assertThat(told).isEqualTo(label);
    }

    private static Rule ruleFrom(long version, int second) {
        Rule rule = References.rule("r", version);
        rule.setEffectiveFrom(START.plusSeconds(second));
        return rule;
    }

    private static void sendRule(Rule rule) throws Exception {
        send("rules", rule.getRuleId(), References.bytes(rule));
    }

    private static void send(String topic, @Nullable String key, byte @Nullable [] value)
            throws Exception {
        producer.send(record(topic, key, value)).get(60, TimeUnit.SECONDS);
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, @Nullable String key, byte @Nullable [] value) {
        return new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value);
    }

    /** State of {@link TellRule}. */
    public static final class Nothing {
        public int unused;
    }

    private static final class TellRule implements Detector<Nothing, String> {

        @Override
        public Nothing newState() {
            return new Nothing();
        }

        @Override
        public void accept(
                Nothing state,
                Telemetry record,
                long releasedAt,
                VehicleContext context,
                Consumer<String> edges) {
            var rule = context.rule("crash", record, record.eventTime());
            edges.accept(rule == null ? "none" : rule.label());
        }
    }
}
