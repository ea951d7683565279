// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.deadletter;

import io.odograph.common.intake.Origin;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.DeadLetter;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Rejected records as {@link DeadLetter}s, with their original bytes and without a key: the vehicle
 * of a record that cannot be read is not known.
 *
 * @param job job that rejected them
 */
public record DeadLetterFormat(String job) implements OutputFormat<Rejection> {

    @Override
    public Schema schema() {
        return DeadLetter.getClassSchema();
    }

    @Override
    public DeadLetter toAvro(Rejection rejection) {
        Origin origin = rejection.origin();
        return DeadLetter.newBuilder()
                .setReason(rejection.reason())
                .setMessage(rejection.message())
                .setKey(buffer(rejection.key()))
                .setValue(buffer(rejection.value()))
                .setSource(origin.source())
                .setSourcePartition(origin.partition())
                .setSourceOffset(origin.offset())
                .setSourceTimestamp(
                        origin.timestamp() == Origin.NO_TIMESTAMP
                                ? null
                                : Instant.ofEpochMilli(origin.timestamp()))
                .setJob(job)
                .setStage(rejection.stage())
                .build();
    }

    @Override
    public @Nullable String key(Rejection rejection) {
        return null;
    }

    @Override
    public CloudEvent event(Rejection rejection) {
        Origin origin = rejection.origin();
        return new CloudEvent(
                origin.source() + "-" + origin.partition() + "-" + origin.offset(),
                "/odograph/" + job,
                "io.odograph.dead-letter",
                Math.max(origin.timestamp(), 0));
    }

    private static @Nullable ByteBuffer buffer(byte @Nullable [] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }
}
