// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.schemas.GeofenceAlert;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shows and compares of a geofence alert on the topic.
 *
 * @param alertId identity, the same for every revision
 * @param vehicleId the vehicle
 * @param eventTime when it began, ms since the epoch
 * @param revision number of this record for this id, from 1
 * @param status whether it goes on
 * @param event what has happened
 * @param endReason why it is over, or null
 * @param kind what the fence is for
 * @param severity how bad it is
 * @param duration how long it has lasted, ms
 * @param farthest how far beyond the line the vehicle got, m
 * @param fenceId the fence
 * @param fenceName what people call it, or null
 */
record SeenGeofence(
        String alertId,
        String vehicleId,
        long eventTime,
        int revision,
        String status,
        String event,
        @Nullable String endReason,
        String kind,
        String severity,
        long duration,
        double farthest,
        String fenceId,
        @Nullable String fenceName)
        implements SeenAlert {

    /** Decodes the records of the topic. */
    static final AlertDecoder<SeenGeofence> DECODER =
            new AlertDecoder<>(GeofenceAlert.getClassSchema(), SeenGeofence::of);

    private static SeenGeofence of(GenericRecord alert) {
        GenericRecord header = (GenericRecord) alert.get("header");
        Object reason = alert.get("end_reason");
        Object name = alert.get("fence_name");
        return new SeenGeofence(
                header.get("alert_id").toString(),
                header.get("vehicle_id").toString(),
                (long) header.get("event_time"),
                (int) header.get("revision"),
                header.get("status").toString(),
                alert.get("event").toString(),
                reason == null ? null : reason.toString(),
                alert.get("kind").toString(),
                header.get("severity").toString(),
                (long) alert.get("duration"),
                (double) alert.get("farthest_distance"),
                alert.get("fence_id").toString(),
                name == null ? null : name.toString());
    }

    /** Whether it is over. */
    boolean isClosed() {
        return endReason != null;
    }

    /** When it was over, or of the last record, ms since the epoch. */
    long end() {
        return eventTime + duration;
    }

    /** What people call the fence. */
    String place() {
        return fenceName == null ? fenceId : fenceName;
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
