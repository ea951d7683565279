// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.udfs.reference.Versioned;
import io.odograph.udfs.reference.VersionedBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads what is on a reference topic now, once, before a job starts: else its first records would
 * be judged before it has come. Only what is committed counts, and what cannot be used is passed
 * over; the job's own source makes dead letters of it.
 *
 * @param <T> rule or override
 */
final class SnapshotReader<T extends Versioned> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<T> topic;
    private final VersionedBook<T> book;
    private final Set<String> ids = new TreeSet<>();

    private SnapshotReader(Topic<T> topic) {
        this.topic = topic;
        this.book = topic.book.get();
    }

    /**
     * What is read.
     *
     * @param name name of the topic
     * @param option option that it was given by
     * @param what what is on it, in the plural
     * @param decoder decoder of the topic
     * @param book makes an empty book of them
     * @param <T> rule or override
     */
    record Topic<T extends Versioned>(
            String name,
            ConfigOption<String> option,
            String what,
            ReferenceDecoder<T> decoder,
            Supplier<? extends VersionedBook<T>> book) {

        private InvalidConfigException problem(String text) {
            return new InvalidConfigException(
                    List.of(option.key() + ": topic " + name + ": " + text));
        }
    }

    /**
     * Reads the topic.
     *
     * @throws InvalidConfigException if there is too much on it or it cannot be read in time
     */
    static <T extends Versioned> ReferenceSnapshot<T> read(KafkaConfig kafka, Topic<T> topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka, topic.what)) {
            return new SnapshotReader<>(topic).read(consumer);
        } catch (KafkaException e) {
            throw topic.problem("its " + topic.what + " cannot be read: " + e.getMessage());
        }
    }

    /** Where the partitions of a topic end now, exclusive. */
    static Map<TopicPartition, Long> ends(KafkaConfig kafka, Topic<?> topic) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer(kafka, topic.what)) {
            return new HashMap<>(consumer.endOffsets(partitions(consumer, topic.name)));
        } catch (KafkaException e) {
            throw topic.problem("its " + topic.what + " cannot be read: " + e.getMessage());
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(KafkaConfig kafka, String what) {
        Properties settings = kafka.clientSettings();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.groupId() + "-" + what + "-snapshot");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(p -> new TopicPartition(topic, p.partition()))
                .toList();
    }

    private ReferenceSnapshot<T> read(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = partitions(consumer, topic.name);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Duration silence = Duration.ZERO;
        while (!ends.entrySet().stream().allMatch(e -> isRead(consumer, e))) {
            if (silence.compareTo(PATIENCE) >= 0) {
                throw topic.problem("nothing came for " + PATIENCE.toSeconds() + " s");
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            silence = records.isEmpty() ? silence.plus(POLL) : Duration.ZERO;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record);
            }
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        ends.forEach((partition, end) -> offsets.put(partition.partition(), end));
        return new ReferenceSnapshot<>(topic.name + offsets, values(), offsets);
    }

    private static boolean isRead(
            KafkaConsumer<byte[], byte[]> consumer, Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        ReferenceUpdate<T> update;
        try {
            update = topic.decoder.decode(record.key(), record.value());
        } catch (RejectedRecordException e) {
            return;
        }
        if (update == null) {
            return;
        }
        T value = update.value();
        if (value == null) {
            book.withdraw(update.id());
            ids.remove(update.id());
        } else {
            if (!book.put(value)) {
                throw topic.problem("holds more than " + book.capacity() + " " + topic.what);
            }
            ids.add(update.id());
        }
    }

    private List<T> values() {
        List<T> values = new ArrayList<>();
        ids.forEach(id -> values.addAll(book.versions(id)));
        return values;
    }
}
