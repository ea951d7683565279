// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobSettings;
import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.intake.ContractData;
import io.odograph.common.intake.IntakeConfig;
import io.odograph.common.intake.SplitIntake;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.RejectionReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources, sinks and the check of the brokers, on a real broker. */
class TopicsITCase {

    private static EmbeddedKafka kafka;
    private static EmbeddedFlink flink;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        kafka.createTopic("there", 1, Map.of());
        flink = EmbeddedFlink.start(1, new Configuration());
    }

    @AfterAll
    static void stop() {
        flink.close();
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exactly-once", "at-least-once"})
    void whatCannotBeReadArrivesAsADeadLetterWithItsBytes(String guarantee) throws Exception {
        kafka.createTopic(guarantee + ".in", 1, Map.of());
        kafka.createTopic(guarantee + ".dead", 1, Map.of());
        KafkaConfig config =
                config(
                        "--telemetry.topic", guarantee + ".in",
                        "--dead-letters.topic", guarantee + ".dead",
                        "--dead-letters.delivery-guarantee", guarantee);
        send(guarantee + ".in", "car", new byte[] {1, 2, 3});
        send(guarantee + ".in", null, null);

        JobClient job = submit(config);
        List<ConsumerRecord<byte[], byte[]>> letters = read(guarantee + ".dead", 2);
        job.cancel().get(60, TimeUnit.SECONDS);

        DeadLetter first = decode(letters.get(0));
        assertThat(first.getReason()).isEqualTo(RejectionReason.NOT_SINGLE_OBJECT);
        assertThat(first.getKey().array()).isEqualTo("car".getBytes(UTF_8));
        assertThat(first.getValue().array()).containsExactly(1, 2, 3);
        assertThat(first.getSource()).isEqualTo(guarantee + ".in");
        assertThat(first.getSourcePartition()).isZero();
        assertThat(first.getSourceOffset()).isZero();
        assertThat(first.getJob()).isEqualTo("test");
        assertThat(first.getStage()).isEqualTo(SplitIntake.UID);
        DeadLetter second = decode(letters.get(1));
        assertThat(second.getReason()).isEqualTo(RejectionReason.NULL_VALUE);
        assertThat(second.getKey()).isNull();
        assertThat(second.getValue()).isNull();
        assertThat(new String(letters.get(1).headers().lastHeader("ce_id").value(), UTF_8))
                .isEqualTo(guarantee + ".in-0-1");
    }

    @Test
    void brokersThatAllowEverythingPassTheCheck() {
        kafka.createTopic("there.dead", 1, Map.of("max.message.bytes", "2097152"));

        assertThatCode(() -> BrokerCheck.run(there("there.dead"), Set.of("there"), true))
                .doesNotThrowAnyException();
    }

    @Test
    void deadLettersThatCouldNotHoldEveryInputAreRefused() {
        kafka.createTopic("small.dead", 1, Map.of());

        assertThatThrownBy(() -> BrokerCheck.run(there("small.dead"), Set.of(), true))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("topic small.dead: max.message.bytes must be at least");
    }

    private static KafkaConfig there(String deadLetters) {
        return config("--telemetry.topic", "there", "--dead-letters.topic", deadLetters);
    }

    @Test
    void aRecordAsLargeAsTheInputAllowsDoesNotStopTheJob() throws Exception {
        kafka.createTopic("big.in", 1, Map.of());
        kafka.createTopic("big.dead", 1, Map.of("max.message.bytes", "2097152"));
        byte[] big = new byte[1_048_400];
        send("big.in", "car", big);

        JobClient job =
                submit(config("--telemetry.topic", "big.in", "--dead-letters.topic", "big.dead"));
        DeadLetter letter = decode(read("big.dead", 1).get(0));
        job.cancel().get(60, TimeUnit.SECONDS);

        assertThat(letter.getReason()).isEqualTo(RejectionReason.OVERSIZED);
        assertThat(letter.getValue().array()).isEqualTo(big);
    }

    @Test
    void everythingThatTheBrokersWouldRefuseIsToldAtOnce() {
        KafkaConfig config = config("--sink.transaction-timeout", "20 min");

        assertThatThrownBy(() -> BrokerCheck.run(config, Set.of("a", "b"), true))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("3 problems")
                .hasMessageContaining("topic a does not exist")
                .hasMessageContaining("topic b does not exist")
                .hasMessageContaining(
                        "sink.transaction-timeout: must be at most transaction.max.timeout.ms ="
                                + " 900000 ms of broker 1, is 1200000 ms");
        assertThatThrownBy(() -> BrokerCheck.run(config, Set.of("a"), false))
                .hasMessageContaining("1 problem:");
    }

    private static JobClient submit(KafkaConfig config) throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(300));
        StreamExecutionEnvironment env = flink.environment(settings);
        IntakeConfig intake = IntakeConfig.read(new ConfigReader(new Configuration()));
        var telemetry = SplitIntake.of(TelemetrySource.attach(env, config, intake.decoder()));
        TopicSink.attach(
                telemetry.getSideOutput(SplitIntake.REJECTIONS),
                "dead-letters",
                config.deadLettersTopic(),
                config.deadLettersGuarantee(),
                config,
                new DeadLetterFormat("test"));
        return env.executeAsync("topics test");
    }

    private static KafkaConfig config(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--kafka.bootstrap.servers", kafka.bootstrapServers()));
        return KafkaConfigTest.read("test", all.toArray(String[]::new));
    }

    private static void send(String topic, String key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
            producer.send(new ProducerRecord<>(topic, keyBytes, value)).get();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", kafka.bootstrapServers(),
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            for (int i = 0; i < 300 && records.size() < count; i++) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private static DeadLetter decode(ConsumerRecord<byte[], byte[]> record) throws Exception {
        return new BinaryMessageDecoder<DeadLetter>(
                        ContractData.model(), DeadLetter.getClassSchema())
                .decode(record.value());
    }
}
