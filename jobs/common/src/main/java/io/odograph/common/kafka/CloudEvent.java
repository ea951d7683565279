// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Attributes of a CloudEvent (CloudEvents 1.0.2, Kafka protocol binding, binary content mode).
 *
 * @param id identity of the record, unique within its source
 * @param source job that made it, such as /odograph/crash
 * @param type kind of record, such as io.odograph.alert.crash
 * @param time receive time at which it was made, ms since the epoch; no wall clock
 */
public record CloudEvent(String id, String source, String type, long time) {

    /** The attributes as Kafka headers. */
    public Headers headers() {
        return new RecordHeaders()
                .add("ce_specversion", bytes("1.0"))
                .add("ce_id", bytes(id))
                .add("ce_source", bytes(source))
                .add("ce_type", bytes(type))
                .add("ce_time", bytes(Instant.ofEpochMilli(time).toString()))
                .add("content-type", bytes("application/avro"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
