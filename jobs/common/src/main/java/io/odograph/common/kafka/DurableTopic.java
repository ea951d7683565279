// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records to a topic outside a stream, so that they are safe at once: acknowledged by all
 * replicas, visible to readers of committed records, repeated by a restart. Connects when the first
 * record comes. Safe for use by several threads.
 *
 * @param <T> type of what is written
 */
public final class DurableTopic<T> implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

    private final KafkaConfig config;
    private final String uid;
    private final AvroRecordSerializer<T> serializer;
    private @Nullable KafkaProducer<byte[], byte[]> producer;

    /**
     * Creates a writer.
     *
     * @param config Kafka settings of the job
     * @param topic topic
     * @param uid uid of the operator, for the name of the client
     * @param format how records look on the topic
     */
    public DurableTopic(KafkaConfig config, String topic, String uid, OutputFormat<T> format) {
        this.config = config;
        this.uid = uid;
        this.serializer = new AvroRecordSerializer<>(topic, format);
        this.serializer.open();
    }

    /**
     * Writes records and returns when all of them are safe.
     *
     * @throws Exception if one of them may not be
     */
    public synchronized void write(List<T> records) throws Exception {
        KafkaProducer<byte[], byte[]> open = open();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (T each : records) {
            sent.add(open.send(serializer.serialize(each)));
        }
        open.flush();
        for (Future<RecordMetadata> acknowledged : sent) {
            acknowledged.get();
        }
    }

    private KafkaProducer<byte[], byte[]> open() {
        KafkaProducer<byte[], byte[]> open = producer;
        if (open == null) {
            Properties properties = config.clientSettings();
            properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers());
            properties.put(ProducerConfig.CLIENT_ID_CONFIG, config.groupId() + "-" + uid);
            properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            properties.put(
                    ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                    Integer.toString(TopicSink.MAX_REQUEST_BYTES));
            properties.put(ProducerConfig.ACKS_CONFIG, "all");
            properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
            open =
                    new KafkaProducer<>(
                            properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE_LIMIT);
            producer = null;
        }
    }
}
