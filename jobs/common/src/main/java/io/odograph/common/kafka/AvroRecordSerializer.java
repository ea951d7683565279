// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as Avro single objects with CloudEvents headers.
 *
 * <p>Tells the sink its topic (the facet): transactions by POOLING need to know it.
 *
 * @param <T> type of the stream
 */
final class AvroRecordSerializer<T>
        implements KafkaRecordSerializationSchema<T>, KafkaDatasetFacetProvider {

    private final String topic;
    private final OutputFormat<T> format;
    private transient @Nullable BinaryMessageEncoder<SpecificRecordBase> encoder;

    AvroRecordSerializer(String topic, OutputFormat<T> format) {
        this.topic = topic;
        this.format = format;
    }

    @Override
    public void open(SerializationSchema.InitializationContext context, KafkaSinkContext sink) {
        open();
    }

    /** Opens it outside a sink. */
    void open() {
        encoder = new BinaryMessageEncoder<>(SpecificData.get(), format.schema());
    }

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
            T element, KafkaSinkContext context, Long timestamp) {
        return serialize(element);
    }

    /** The record of an element. */
    ProducerRecord<byte[], byte[]> serialize(T element) {
        CloudEvent event = format.event(element);
        String key = format.key(element);
        return new ProducerRecord<>(
                topic,
                null,
                // The broker's own time: with that of the event, retention would take the alerts of
                // a replay of old records away at once.
                null,
                key == null ? null : key.getBytes(UTF_8),
                encode(format.toAvro(element)),
                event.headers());
    }

    private byte[] encode(SpecificRecordBase value) {
        try {
            ByteBuffer encoded = encoder.encode(value);
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
        return Optional.of(
                new DefaultKafkaDatasetFacet(
                        DefaultKafkaDatasetIdentifier.ofTopics(List.of(topic))));
    }
}
