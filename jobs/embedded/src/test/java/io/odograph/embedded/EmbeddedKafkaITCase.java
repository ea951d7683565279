// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedKafkaITCase {

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    @Test
    void readersOfCommittedRecordsSeeCommittedTransactionsOnly() throws Exception {
        kafka.createTopic("transactions", 1, Map.of());
        try (KafkaProducer<String, String> producer = producer("a-transaction")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "k", "aborted")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("transactions", "k", "committed")).get();
            producer.commitTransaction();
        }

        assertThat(readAll("transactions")).containsExactly("committed");
    }

    @Test
    void recordsKeepTheirOwnTimestampsHoweverFarFromNow() throws Exception {
        kafka.createTopic("old-and-ahead", 1, Map.of());
        try (KafkaProducer<String, String> producer = producer("timestamps")) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("old-and-ahead", 0, 1_000L, "k", "old")).get();
            producer.send(new ProducerRecord<>("old-and-ahead", 0, 9_000_000_000_000L, "k", "far"))
                    .get();
            producer.commitTransaction();
        }

        assertThat(readAll("old-and-ahead")).containsExactly("old", "far");
    }

    @Test
    void aTopicThatExistsIsNotCreatedAgain() {
        kafka.createTopic("once", 1, Map.of());

        assertThatThrownBy(() -> kafka.createTopic("once", 1, Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("once");
    }

    @Test
    void closingDeletesWhatItStoredAndFreesThePort() throws IOException {
        EmbeddedKafka another = EmbeddedKafka.start();
        assertThat(another.folder()).isNotEmptyDirectory();

        another.close();

        assertThat(another.folder()).doesNotExist();
        int port = Integer.parseInt(another.bootstrapServers().replaceFirst(".*:", ""));
        assertThat(listenOn(port)).isEqualTo(port);
    }

    @Test
    void twoBrokersRunSideBySide() {
        try (EmbeddedKafka another = EmbeddedKafka.start()) {
            kafka.createTopic("here", 1, Map.of());
            another.createTopic("here", 1, Map.of());

            assertThat(another.bootstrapServers()).isNotEqualTo(kafka.bootstrapServers());
        }
    }

    private static int listenOn(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static KafkaProducer<String, String> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        kafka.bootstrapServers(),
                        "transactional.id",
                        transactionalId),
                new StringSerializer(),
                new StringSerializer());
    }

    private static List<String> readAll(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<byte[], String> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", kafka.bootstrapServers(),
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new StringDeserializer())) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
