// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an alert topic as an insurer would, committed records only, and tells of each alert.
 *
 * @param <A> what it makes of a record
 */
final class AlertWatch<A> implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final AlertDecoder<A> decoder;
    private final Consumer<? super A> listener;
    private final List<A> seen = new ArrayList<>();
    private final Thread thread;
    private final CountDownLatch atEnd = new CountDownLatch(1);
    private final TopicPartition partition;
    private volatile boolean endWanted;
    private @Nullable Exception failure;

    /**
     * Starts to read from the beginning of a topic of one partition.
     *
     * @param bootstrapServers brokers
     * @param topic topic of the alerts
     * @param decoder decoder of the topic
     * @param listener called for each alert, by a thread of this watch
     */
    AlertWatch(
            String bootstrapServers,
            String topic,
            AlertDecoder<A> decoder,
            Consumer<? super A> listener) {
        this.decoder = decoder;
        this.listener = listener;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                "bootstrap.servers", bootstrapServers,
                                "isolation.level", "read_committed",
                                "auto.offset.reset", "earliest",
                                "enable.auto.commit", "false"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        thread = new Thread(this::run, "watch-" + topic);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (true) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    see(decoder.decode(record.value()));
                }
                if (endWanted && isAtEnd()) {
                    atEnd.countDown();
                }
            }
        } catch (WakeupException e) {
            // Closed.
        } catch (IOException | RuntimeException e) {
            fail(e);
        }
    }

    private boolean isAtEnd() {
        return consumer.position(partition)
                >= consumer.endOffsets(List.of(partition)).get(partition);
    }

    private void see(A alert) {
        synchronized (this) {
            seen.add(alert);
        }
        listener.accept(alert);
    }

    private synchronized void fail(Exception e) {
        failure = e;
        atEnd.countDown();
    }

    /**
     * The alerts so far, in the order of the topic.
     *
     * @throws IllegalStateException if reading has failed
     */
    synchronized List<A> seen() {
        if (failure != null) {
            throw new IllegalStateException("Cannot read the alert topic", failure);
        }
        return List.copyOf(seen);
    }

    /**
     * Waits until everything committed to the topic so far has been seen.
     *
     * @throws IllegalStateException if it has not after the limit, or reading has failed
     */
    List<A> awaitEnd(Duration limit) throws InterruptedException {
        endWanted = true;
        if (!atEnd.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("The end of the alert topic cannot be read");
        }
        return seen();
    }

    @Override
    public void close() {
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
