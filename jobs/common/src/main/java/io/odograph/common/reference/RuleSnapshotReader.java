// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads the rules that are on a topic now, once, before a job starts: else its first records would
 * be judged before the rules have come. Only what is committed counts, and what cannot be used is
 * passed over; the job's own source makes dead letters of it.
 */
final class RuleSnapshotReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final RuleDecoder decoder;
    private final RuleBook book = new RuleBook();
    private final Set<String> ruleIds = new TreeSet<>();

    private RuleSnapshotReader(RuleDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Reads the rules.
     *
     * @throws InvalidConfigException if they are too many or cannot be read in time
     */
    static RuleSnapshot read(KafkaConfig kafka, String topic, RuleDecoder decoder) {
        Properties settings = kafka.clientSettings();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, kafka.groupId() + "-rule-snapshot");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(PATIENCE.toMillis()));
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return new RuleSnapshotReader(decoder).read(consumer, topic);
        } catch (KafkaException e) {
            throw problem(topic, "its rules cannot be read: " + e.getMessage());
        }
    }

    private RuleSnapshot read(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic).stream()
                        .map(p -> new TopicPartition(topic, p.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Duration silence = Duration.ZERO;
        while (!ends.entrySet().stream().allMatch(e -> isRead(consumer, e))) {
            if (silence.compareTo(PATIENCE) >= 0) {
                throw problem(topic, "nothing came for " + PATIENCE.toSeconds() + " s");
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            silence = records.isEmpty() ? silence.plus(POLL) : Duration.ZERO;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                take(record, topic);
            }
        }
        Map<Integer, Long> offsets = new TreeMap<>();
        ends.forEach((partition, end) -> offsets.put(partition.partition(), end));
        return new RuleSnapshot(topic + offsets, rules(), offsets);
    }

    private static boolean isRead(
            KafkaConsumer<byte[], byte[]> consumer, Map.Entry<TopicPartition, Long> end) {
        return consumer.position(end.getKey()) >= end.getValue();
    }

    private void take(ConsumerRecord<byte[], byte[]> record, String topic) {
        ReferenceUpdate<Rule> update;
        try {
            update = decoder.decode(record.key(), record.value());
        } catch (RejectedRecordException e) {
            return;
        }
        if (update != null && update.value() == null) {
            book.withdraw(update.id());
            ruleIds.remove(update.id());
        } else if (update != null) {
            if (!book.put(update.value())) {
                throw problem(topic, "holds more than " + RuleBook.MAX_RULES + " rules");
            }
            ruleIds.add(update.id());
        }
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        ruleIds.forEach(id -> rules.addAll(book.versions(id)));
        return rules;
    }

    private static InvalidConfigException problem(String topic, String what) {
        return new InvalidConfigException(
                List.of(ReferenceOptions.RULES_TOPIC.key() + ": topic " + topic + ": " + what));
    }
}
