// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.capture;

import io.odograph.common.intake.Origin;
import io.odograph.schemas.CapturedRecord;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka record as it stood on a topic.
 *
 * @param origin topic, partition, offset and append time
 * @param key key as it came, or null
 * @param value value as it came, or null for a tombstone
 */
public record Captured(Origin origin, byte @Nullable [] key, byte @Nullable [] value) {

    /** The record that a capture file holds. */
    public static Captured of(CapturedRecord captured) {
        return new Captured(
                new Origin(
                        captured.getTopic(),
                        captured.getPartition(),
                        captured.getOffset(),
                        captured.getTimestamp().toEpochMilli()),
                bytes(captured.getKey()),
                bytes(captured.getValue()));
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
