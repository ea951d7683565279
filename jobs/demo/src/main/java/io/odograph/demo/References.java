// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.capture.Captured;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What the jobs must know before the first record of telemetry.
 *
 * @param bootstrapServers brokers
 * @param data what to make known
 */
record References(String bootstrapServers, SampleData data) {

    /** Puts it on its topics. */
    void send() throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", bootstrapServers),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            send(producer, Topics.VEHICLES, data.vehicles());
            send(producer, Topics.SPEED_LIMITS, data.speedLimits());
            send(producer, Topics.GEOFENCES, data.geofences());
        }
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, String topic, List<Captured> records)
            throws ExecutionException, InterruptedException {
        for (Captured record : records) {
            producer.send(new ProducerRecord<>(topic, record.key(), record.value())).get();
        }
    }

    /**
     * Waits until a job knows all profiles. Overrides of speed limits and fences it reads before it
     * starts, but a profile holds from when it has come, and a record before it would be judged
     * without.
     *
     * <p>A job commits an offset once a checkpoint holds what came of the records before it.
     */
    void awaitProfiles(JobRun job, Duration limit) throws ExecutionException, InterruptedException {
        TopicPartition partition = new TopicPartition(Topics.VEHICLES, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            job.await(
                    () ->
                            committed(admin, "odograph-" + job.name(), partition)
                                    >= data.vehicles().size(),
                    limit,
                    "the vehicle profiles");
        }
    }

    private static long committed(Admin admin, String group, TopicPartition partition)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        OffsetAndMetadata committed = offsets.get(partition);
        return committed == null ? 0 : committed.offset();
    }
}
