// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.Trip;
import io.odograph.schemas.TripEndReason;
import io.odograph.schemas.TripStatus;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.trip.TripEnd;
import io.odograph.udfs.trip.TripFacts;
import java.time.Instant;
import org.apache.avro.Schema;

/**
 * Trips as {@link Trip}s, key = vehicle id.
 *
 * @param grid cells to whose centres positions are moved
 */
public record TripFormat(PositionGrid grid) implements OutputFormat<DrivingOutput> {

    @Override
    public Schema schema() {
        return Trip.getClassSchema();
    }

    @Override
    public Trip toAvro(DrivingOutput output) {
        Trip.Builder trip =
                Trip.newBuilder()
                        .setHeader(FeatureHeaders.toAvro(output))
                        .setStatus(status(output))
                        .setStartTime(Instant.ofEpochMilli(output.start()))
                        .setStops(0)
                        .setPositionCoarsened(grid.isCoarse());
        TripFacts facts = output.trip();
        if (facts != null) {
            Places places = new Places(grid);
            TripEnd reason = facts.reason();
            trip.setEndTime(Instant.ofEpochMilli(facts.end()))
                    .setEndReason(reason == null ? null : TripEndReason.valueOf(reason.name()))
                    .setStartPosition(places.toAvro(facts.startLatitude(), facts.startLongitude()))
                    .setEndPosition(places.toAvro(facts.endLatitude(), facts.endLongitude()))
                    .setStops(facts.stops())
                    .setSums(SumsFormat.toAvro(facts.totals()))
                    .setDeviceTripId(facts.deviceTripId())
                    .setDriverId(facts.driverId());
        }
        return trip.build();
    }

    static TripStatus status(DrivingOutput output) {
        TripFacts facts = output.trip();
        if (facts == null) {
            return TripStatus.RETRACTED;
        } else if (facts.reason() != null) {
            return TripStatus.CLOSED;
        }
        return output.revision() == 1 ? TripStatus.OPEN : TripStatus.UPDATED;
    }

    @Override
    public String key(DrivingOutput output) {
        return output.vehicleId();
    }

    @Override
    public CloudEvent event(DrivingOutput output) {
        return FeatureHeaders.event(output);
    }
}
