// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.capture;

import io.odograph.common.intake.Origin;
import io.odograph.schemas.CapturedRecord;
import java.nio.ByteBuffer;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka record as it stood on a topic.
 *
 * @param origin topic, partition, offset and append time
 * @param key key as it came, or null
 * @param value value as it came, or null for a tombstone
 */
public record Captured(Origin origin, byte @Nullable [] key, byte @Nullable [] value) {

    /**
     * The record that a capture file holds.
     *
     * @param captured record of the schema {@link CapturedRecord}
     */
    public static Captured of(GenericRecord captured) {
        return new Captured(
                new Origin(
                        captured.get("topic").toString(),
                        (int) captured.get("partition"),
                        (long) captured.get("offset"),
                        (long) captured.get("timestamp")),
                bytes((ByteBuffer) captured.get("key")),
                bytes((ByteBuffer) captured.get("value")));
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
