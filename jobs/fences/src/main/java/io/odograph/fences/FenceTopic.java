// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.SchemaStore;
import io.odograph.common.intake.SingleObjectReader;
import io.odograph.schemas.Geofence;
import io.odograph.udfs.fence.FenceFault;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic of fences. */
final class FenceTopic {

    private static final String PATIENCE = "30000";
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final String name;
    private final Properties settings;

    /**
     * Creates the topic.
     *
     * @param name its name
     * @param settings settings of every client, the brokers among them
     */
    FenceTopic(String name, Properties settings) {
        this.name = name;
        this.settings = new Properties();
        this.settings.putAll(settings);
        this.settings.put("default.api.timeout.ms", PATIENCE);
    }

    String name() {
        return name;
    }

    /**
     * Puts fences on the topic and returns when all of them are there.
     *
     * @throws IOException with a message for the user if one is not, or may not be
     */
    void put(List<Geofence> fences) throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Geofence fence : fences) {
            ByteBuffer encoded = Geofence.getEncoder().encode(fence);
            byte[] value = new byte[encoded.remaining()];
            encoded.get(value);
            records.add(new ProducerRecord<>(name, fence.getFenceId().getBytes(UTF_8), value));
        }
        send(records);
    }

    /**
     * Withdraws fences and returns when all withdrawals are on the topic.
     *
     * @throws IOException with a message for the user if one is not, or may not be
     */
    void withdraw(List<String> ids) throws IOException {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String id : ids) {
            records.add(new ProducerRecord<>(name, id.getBytes(UTF_8), null));
        }
        send(records);
    }

    private void send(List<ProducerRecord<byte[], byte[]>> records) throws IOException {
        checkExists();
        Properties producing = with("acks", "all", "max.block.ms", PATIENCE);
        producing.put("delivery.timeout.ms", PATIENCE);
        producing.put("request.timeout.ms", "10000");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        producing, new ByteArraySerializer(), new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (ProducerRecord<byte[], byte[]> each : records) {
                sent.add(producer.send(each));
            }
            producer.flush();
            for (Future<?> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("not all of it is on topic " + name, e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            throw new IOException("cannot write topic " + name, e);
        }
    }

    /** Else a client would wait for it, or the broker might create it, and not as compacted. */
    private void checkExists() throws IOException {
        try (Admin admin = Admin.create(settings)) {
            if (!admin.listTopics().names().get().contains(name)) {
                throw new IOException("topic " + name + " does not exist");
            }
        } catch (ExecutionException e) {
            throw new IOException("cannot ask the brokers", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (KafkaException e) {
            throw new IOException("cannot ask the brokers", e);
        }
    }

    private static IOException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        IOException interrupted = new InterruptedIOException("interrupted");
        interrupted.initCause(cause);
        return interrupted;
    }

    /**
     * The fences that are on the topic now, each in its highest version, by id.
     *
     * @throws IOException with a message for the user if it cannot be read
     */
    List<StatedFence> read() throws IOException {
        checkExists();
        Properties consuming =
                with("isolation.level", "read_committed", "enable.auto.commit", "false");
        Map<String, StatedFence> fences = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(name).stream()
                            .map(p -> new TopicPartition(name, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Duration silence = Duration.ZERO;
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (silence.compareTo(SILENCE) >= 0) {
                    throw new IOException(
                            "nothing came from topic "
                                    + name
                                    + " for "
                                    + SILENCE.toSeconds()
                                    + " s");
                }
                var records = consumer.poll(POLL);
                silence = records.isEmpty() ? silence.plus(POLL) : Duration.ZERO;
                records.forEach(each -> take(each, fences));
            }
        } catch (KafkaException e) {
            throw new IOException("cannot read topic " + name, e);
        }
        return List.copyOf(fences.values());
    }

    private static void take(ConsumerRecord<byte[], byte[]> from, Map<String, StatedFence> fences) {
        String place = "partition " + from.partition() + " offset " + from.offset();
        String key = from.key() == null ? "" : new String(from.key(), UTF_8);
        if (from.value() == null) {
            fences.remove(key);
            return;
        }
        StatedFence fence = decode(place, key, from.value());
        StatedFence before = fences.get(key);
        // What cannot be used leaves the last good version, as in the jobs.
        boolean isNewer =
                before == null
                        || before.shape() == null
                        || (fence.shape() != null
                                && fence.record().getVersion() >= before.record().getVersion());
        if (isNewer) {
            fences.put(key, fence);
        }
    }

    private static StatedFence decode(String place, String key, byte[] value) {
        try {
            Geofence fence =
                    new SingleObjectReader<Geofence>(
                                    DecodeLimits.DEFAULT,
                                    SchemaStore.released(Geofence.class, Geofence.getClassSchema()),
                                    Geofence.getClassSchema())
                            .read(value);
            if (!fence.getFenceId().equals(key)) {
                return StatedFence.unreadable(
                        place, List.of(FenceFault.of("the key of the record is not fence_id")));
            }
            return FenceFile.checked(place + " (" + key + ")", fence, List.of());
        } catch (RejectedRecordException e) {
            return StatedFence.unreadable(place, List.of(FenceFault.of(e.getMessage())));
        }
    }

    private Properties with(String... more) {
        Properties all = new Properties();
        all.putAll(settings);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }
}
