// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.capture.Captured;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays records to a topic as they came: same partition, key, value and timestamp. */
final class Playback {

    private static final long STATUS_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    private final String bootstrapServers;
    private final String topic;
    private final Pacing pacing;

    Playback(String bootstrapServers, String topic, Pacing pacing) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.pacing = pacing;
    }

    /** Told about ten times a second what was played last. */
    interface Progress {

        /**
         * Shows progress.
         *
         * @param time time of the last record, ms since the epoch
         * @param played records played so far
         */
        void at(long time, int played);
    }

    /**
     * Plays all records and returns when the broker has them.
     *
     * @throws IllegalStateException if the broker refuses one
     */
    void play(SampleData data, Progress progress) throws InterruptedException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            long begin = System.nanoTime();
            long shown = begin;
            int played = 0;
            for (Captured record : data.records()) {
                long time = record.origin().timestamp();
                waitUntil(begin + pacing.dueNanos(time));
                var unused =
                        producer.send(
                                forTopic(record),
                                (sent, problem) -> failure.compareAndSet(null, problem));
                played++;
                if (System.nanoTime() - shown > STATUS_EVERY) {
                    progress.at(time, played);
                    shown = System.nanoTime();
                }
            }
            producer.flush();
            progress.at(data.end(), played);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("Kafka refused a record", failure.get());
        }
    }

    private static void waitUntil(long due) throws InterruptedException {
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
    }

    private ProducerRecord<byte[], byte[]> forTopic(Captured record) {
        return new ProducerRecord<>(
                topic,
                record.origin().partition(),
                record.origin().timestamp(),
                record.key(),
                record.value());
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", "5"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
