// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a topic from its beginning as a consumer would that must see each alert once. */
public final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<ConsumerRecord<byte[], byte[]>> pending = new ArrayList<>();

    private TopicReader(KafkaConsumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /** A reader of partition 0 of a topic that only sees committed records. */
    public static TopicReader committed(String bootstrapServers, String topic) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        return new TopicReader(consumer);
    }

    /**
     * The next records of the topic.
     *
     * @param count how many
     * @throws AssertionError if they do not come within a minute
     */
    public List<ConsumerRecord<byte[], byte[]>> read(int count) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (pending.size() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        "Only " + pending.size() + " of " + count + " records within " + PATIENCE);
            }
            consumer.poll(Duration.ofMillis(200)).forEach(pending::add);
        }
        List<ConsumerRecord<byte[], byte[]>> read = List.copyOf(pending.subList(0, count));
        pending.subList(0, count).clear();
        return read;
    }

    /** What else comes until nothing has come for two seconds. */
    public List<ConsumerRecord<byte[], byte[]>> readUntilQuiet() {
        List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>(pending);
        pending.clear();
        for (var more = consumer.poll(QUIET); !more.isEmpty(); more = consumer.poll(QUIET)) {
            more.forEach(read::add);
        }
        return read;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
