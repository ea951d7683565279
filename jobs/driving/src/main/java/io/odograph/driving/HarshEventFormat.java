// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.HarshEvent;
import io.odograph.schemas.HarshGrade;
import io.odograph.schemas.HarshKind;
import io.odograph.schemas.HarshSource;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.geo.PositionGrid;
import java.time.Instant;
import org.apache.avro.Schema;

/**
 * Harsh events as {@link HarshEvent}s, key = vehicle id.
 *
 * @param grid cells to whose centres positions are moved
 */
public record HarshEventFormat(PositionGrid grid) implements OutputFormat<DrivingOutput> {

    @Override
    public Schema schema() {
        return HarshEvent.getClassSchema();
    }

    @Override
    public HarshEvent toAvro(DrivingOutput output) {
        HarshEvent.Builder event =
                HarshEvent.newBuilder()
                        .setHeader(FeatureHeaders.toAvro(output))
                        .setStartTime(Instant.ofEpochMilli(output.start()));
        var harsh = output.harsh();
        if (harsh == null) {
            return event.setKind(kind(output))
                    .setGrade(HarshGrade.UNKNOWN)
                    .setSource(HarshSource.UNKNOWN)
                    .setEndTime(Instant.ofEpochMilli(output.start()))
                    .setPeak(0)
                    .setThreshold(0)
                    .setQuality(0)
                    .build();
        }
        return event.setKind(kind(output))
                .setGrade(HarshGrade.valueOf(harsh.grade().name()))
                .setSource(HarshSource.valueOf(harsh.source().name()))
                .setEndTime(Instant.ofEpochMilli(harsh.end()))
                .setPeak(harsh.peak())
                .setThreshold(harsh.threshold())
                .setSpeedBefore(AlertHeaders.known(harsh.speedBefore()))
                .setSpeedAfter(AlertHeaders.known(harsh.speedAfter()))
                .setJerk(AlertHeaders.known(harsh.jerk()))
                .setPosition(new Places(grid).toAvro(harsh.latitude(), harsh.longitude()))
                .setQuality(harsh.quality())
                .build();
    }

    /** Part of its identity, so that it is known of one that is retracted, too. */
    static HarshKind kind(DrivingOutput output) {
        return HarshKind.valueOf(DrivingTotals.kindOf(output.part()).name());
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
