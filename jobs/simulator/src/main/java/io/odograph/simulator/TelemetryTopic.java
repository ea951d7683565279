// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.CapturedRecord;
import io.odograph.simulator.transport.Delivery;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;

/** A topic as a broker keeps it: partitions, rising offsets, append times that never fall. */
final class TelemetryTopic {

    static final String NAME = "telemetry.raw";
    static final int PARTITIONS = 4;

    private final long[] offsets = new long[PARTITIONS];
    private final long[] appended = new long[PARTITIONS];

    /** Partition of a vehicle: the CRC-32 of its id in UTF-8, modulo the number of partitions. */
    static int partitionOf(String vehicleId) {
        CRC32 crc = new CRC32();
        crc.update(vehicleId.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % PARTITIONS);
    }

    /** Appends a delivery; deliveries come by time. */
    CapturedRecord append(String vehicleId, Delivery delivery) {
        int partition = partitionOf(vehicleId);
        long offset = offsets[partition]++;
        long latency = 2 + offset % 4;
        appended[partition] = Math.max(appended[partition], delivery.time() + latency);
        CapturedRecord record = new CapturedRecord();
        record.setTopic(NAME);
        record.setPartition(partition);
        record.setOffset(offset);
        record.setTimestamp(Instant.ofEpochMilli(appended[partition]));
        record.setKey(ByteBuffer.wrap(vehicleId.getBytes(StandardCharsets.UTF_8)));
        byte[] value = delivery.value();
        record.setValue(value == null ? null : ByteBuffer.wrap(value));
        return record;
    }
}
