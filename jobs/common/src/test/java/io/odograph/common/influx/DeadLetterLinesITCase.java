// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobArguments;
import io.odograph.common.intake.ContractData;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.RejectionReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLetterLinesITCase {

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start();
        kafka.createTopic("dead-letters.driving", 1, Map.of());
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void aRejectedLineIsSafeAsADeadLetterWhenTheCallReturns() throws Exception {
        DeadLetterLines lines = new DeadLetterLines(config(), "write-features");
        RejectedLine rejected =
                new RejectedLine(PointBufferTest.revision("features,id=a", 7), "because");
        try (PoisonLines.Handler handler =
                InstantiationUtil.clone(lines, getClass().getClassLoader()).open()) {
            handler.reject(List.of(rejected, rejected));
        }

        List<ConsumerRecord<byte[], byte[]>> records = read();
        assertThat(records).hasSize(2);
        assertThat(records.get(0).key()).isNull();
        DeadLetter letter =
                new BinaryMessageDecoder<DeadLetter>(
                                ContractData.model(), DeadLetter.getClassSchema())
                        .decode(records.get(0).value());
        assertThat(letter.getReason()).isEqualTo(RejectionReason.INFLUX_REJECTED);
        assertThat(letter.getMessage()).isEqualTo("because");
        assertThat(letter.getValue().array()).isEqualTo("features,id=a v=7i 1\n".getBytes(UTF_8));
        assertThat(letter.getKey()).isNull();
        assertThat(letter.getSource()).isEqualTo("influxdb/features");
        assertThat(letter.getSourcePartition()).isEqualTo(-1);
        assertThat(letter.getSourceOffset()).isEqualTo(1);
        assertThat(letter.getSourceTimestamp()).isNull();
        assertThat(letter.getJob()).isEqualTo("driving");
        assertThat(letter.getStage()).isEqualTo("write-features");
        // The same line after a restart has the same id; fixed, or consumers would see two.
        assertThat(List.of(id(records.get(0)), id(records.get(1))))
                .containsOnly("9fc82251-157d-5c19-8881-1ca4b3b7fc23");
    }

    @Test
    void aTopicThatTakesNothingFailsTheJob() {
        KafkaConfig config = config("--dead-letters.topic", "missing");
        try (PoisonLines.Handler handler = new DeadLetterLines(config, "stage").open()) {
            assertThatThrownBy(
                            () ->
                                    handler.reject(
                                            List.of(
                                                    new RejectedLine(
                                                            PointBufferTest.revision("a", 1),
                                                            "because"))))
                    .hasMessageContaining("missing");
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("ce_id").value(), UTF_8);
    }

    private static KafkaConfig config(String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--kafka.bootstrap.servers",
                                kafka.bootstrapServers(),
                                "--kafka.client.max.block.ms",
                                "2000"));
        args.addAll(List.of(more));
        ConfigReader reader = new ConfigReader(JobArguments.parse(args.toArray(String[]::new)));
        KafkaConfig config = KafkaConfig.read(reader, "driving");
        reader.finish();
        return config;
    }

    private static List<ConsumerRecord<byte[], byte[]>> read() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", kafka.bootstrapServers(),
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition("dead-letters.driving", 0)));
            for (int i = 0; i < 50 && records.size() < 2; i++) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
