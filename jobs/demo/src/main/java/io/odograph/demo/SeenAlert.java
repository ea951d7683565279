// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.schemas.CrashAlert;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shows and compares of a crash alert on the topic.
 *
 * @param alertId identity, the same for every revision
 * @param vehicleId the vehicle
 * @param eventTime time of the impact, ms since the epoch
 * @param severity how bad it is
 * @param deltaV change of velocity, km/h, or null
 * @param speedBefore speed before the impact, km/h, or null
 * @param airbag whether an airbag deployed; null where not reported
 * @param rollover whether the vehicle rolled over; null where not reported
 * @param latitude degrees, or null
 * @param longitude degrees, or null
 */
record SeenAlert(
        String alertId,
        String vehicleId,
        long eventTime,
        String severity,
        @Nullable Double deltaV,
        @Nullable Double speedBefore,
        @Nullable Boolean airbag,
        @Nullable Boolean rollover,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    private static final BinaryMessageDecoder<GenericRecord> DECODER =
            new BinaryMessageDecoder<>(GenericData.get(), CrashAlert.getClassSchema());

    /**
     * Decodes a record of the alert topic.
     *
     * @throws IOException if it does not keep the contract
     */
    static SeenAlert decode(byte[] value) throws IOException {
        GenericRecord alert = record(value);
        GenericRecord header = (GenericRecord) alert.get("header");
        GenericRecord position = (GenericRecord) header.get("position");
        return new SeenAlert(
                header.get("alert_id").toString(),
                header.get("vehicle_id").toString(),
                (long) header.get("event_time"),
                header.get("severity").toString(),
                (Double) alert.get("delta_v"),
                (Double) alert.get("speed_before"),
                (Boolean) alert.get("airbag_deployed"),
                (Boolean) alert.get("rolled_over"),
                position == null ? null : (Double) position.get("latitude"),
                position == null ? null : (Double) position.get("longitude"));
    }

    private static GenericRecord record(byte[] value) throws IOException {
        try {
            return DECODER.decode(value);
        } catch (AvroRuntimeException e) {
            throw new IOException("A record on the topic is no crash alert", e);
        }
    }
}
