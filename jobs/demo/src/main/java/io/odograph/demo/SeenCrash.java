// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.schemas.CrashAlert;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the demo shows and compares of a crash alert on the topic.
 *
 * @param alertId identity, the same for every revision
 * @param vehicleId the vehicle
 * @param eventTime time of the impact, ms since the epoch
 * @param revision number of this record for this id, from 1
 * @param stage how far the incident has been judged
 * @param reason what decided this revision
 * @param severity how bad it is
 * @param deltaV change of velocity, km/h, or null
 * @param speedBefore speed before the impact, km/h, or null
 * @param latitude degrees, or null
 * @param longitude degrees, or null
 */
record SeenCrash(
        String alertId,
        String vehicleId,
        long eventTime,
        int revision,
        String stage,
        String reason,
        String severity,
        @Nullable Double deltaV,
        @Nullable Double speedBefore,
        @Nullable Double latitude,
        @Nullable Double longitude)
        implements SeenAlert {

    /** Stage of an incident that turned out not to be a crash. */
    static final String DISMISSED = "DISMISSED";

    /** Reason of the revision that tells no more than that nothing follows. */
    static final String OVER = "INCIDENT_OVER";

    /** Decodes the records of the topic. */
    static final AlertDecoder<SeenCrash> DECODER =
            new AlertDecoder<>(CrashAlert.getClassSchema(), SeenCrash::of);

    private static SeenCrash of(GenericRecord alert) {
        GenericRecord header = (GenericRecord) alert.get("header");
        GenericRecord position = (GenericRecord) header.get("position");
        return new SeenCrash(
                header.get("alert_id").toString(),
                header.get("vehicle_id").toString(),
                (long) header.get("event_time"),
                (int) header.get("revision"),
                alert.get("stage").toString(),
                alert.get("reason").toString(),
                header.get("severity").toString(),
                (Double) alert.get("delta_v"),
                (Double) alert.get("speed_before"),
                position == null ? null : (Double) position.get("latitude"),
                position == null ? null : (Double) position.get("longitude"));
    }

    @Override
    public boolean isNews() {
        return !reason.equals(OVER);
    }

    @Override
    public String line() {
        return AlertLine.of(this);
    }
}
