// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Writes a stream to a topic with the guarantee that its option asks for. */
public final class TopicSink {

    static final int MAX_REQUEST_BYTES = 31 * 1024 * 1024;

    private TopicSink() {}

    /**
     * Attaches a sink.
     *
     * @param stream the stream
     * @param uid uid of the sink; also parts its transactional ids from those of the job's other
     *     sinks
     * @param topic topic
     * @param guarantee exactly-once (visible to read_committed readers after each checkpoint) or
     *     at-least-once (visible at once, repeated after a failure)
     * @param config Kafka settings of the job
     * @param format how records look on the topic
     */
    public static <T> void attach(
            DataStream<T> stream,
            String uid,
            String topic,
            DeliveryGuarantee guarantee,
            KafkaConfig config,
            OutputFormat<T> format) {
        KafkaSinkBuilder<T> sink =
                KafkaSink.<T>builder()
                        .setBootstrapServers(config.bootstrapServers())
                        .setKafkaProducerConfig(config.clientSettings())
                        .setProperty(ProducerConfig.CLIENT_ID_CONFIG, config.groupId() + "-" + uid)
                        .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
                        // The topic's own limit decides, up to what the producer's buffer holds.
                        .setProperty(
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                Integer.toString(MAX_REQUEST_BYTES))
                        .setDeliveryGuarantee(guarantee)
                        .setRecordSerializer(new AvroRecordSerializer<>(topic, format));
        if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
            // POOLING reuses transactional ids; INCREMENTING would leave the broker one per
            // checkpoint for a week. The dash at the end keeps no prefix the beginning of another.
            sink.setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                    .setTransactionalIdPrefix(config.transactionalIdPrefix() + "-" + uid + "-")
                    .setProperty(
                            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                            Long.toString(config.transactionTimeout()));
        }
        stream.sinkTo(sink.build()).uid(uid).name(uid.replace('-', ' '));
    }
}
