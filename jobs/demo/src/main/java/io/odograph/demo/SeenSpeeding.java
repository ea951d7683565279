// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.schemas.SpeedingAlert;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shows and compares of a speeding alert on the topic.
 *
 * @param alertId identity, the same for every revision
 * @param vehicleId the vehicle
 * @param eventTime when the episode began, ms since the epoch
 * @param revision number of this record for this id, from 1
 * @param status whether the episode goes on
 * @param endReason why it does not
 * @param band how bad it is
 * @param peakExcess largest excess, km/h
 * @param peakLimit limit there, km/h
 * @param duration how long it has lasted, ms
 * @param roadName where it lasted longest, or null
 */
record SeenSpeeding(
        String alertId,
        String vehicleId,
        long eventTime,
        int revision,
        String status,
        String endReason,
        String band,
        double peakExcess,
        double peakLimit,
        long duration,
        @Nullable String roadName)
        implements SeenAlert {

    /** Decodes the records of the topic. */
    static final AlertDecoder<SeenSpeeding> DECODER =
            new AlertDecoder<>(SpeedingAlert.getClassSchema(), SeenSpeeding::of);

    private static final String CLOSED = "CLOSED";

    private static SeenSpeeding of(GenericRecord alert) {
        GenericRecord header = (GenericRecord) alert.get("header");
        Object road = alert.get("road_name");
        return new SeenSpeeding(
                header.get("alert_id").toString(),
                header.get("vehicle_id").toString(),
                (long) header.get("event_time"),
                (int) header.get("revision"),
                header.get("status").toString(),
                alert.get("end_reason").toString(),
                alert.get("band").toString(),
                (double) alert.get("peak_excess"),
                (double) alert.get("peak_limit"),
                (long) alert.get("duration"),
                road == null ? null : road.toString());
    }

    /** Whether the episode is over. */
    boolean isClosed() {
        return status.equals(CLOSED);
    }

    /** When it was last too fast, ms since the epoch. */
    long end() {
        return eventTime + duration;
    }

    @Override
    public boolean isNews() {
        return true;
    }

    @Override
    public String line() {
        return AlertLine.of(this);
    }
}
