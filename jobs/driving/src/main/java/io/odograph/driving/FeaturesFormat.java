// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.DrivingFeatures;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.WindowFacts;
import io.odograph.udfs.driving.WindowSize;
import java.time.Instant;
import org.apache.avro.Schema;

/** Windows as {@link DrivingFeatures}, key = vehicle id. */
public record FeaturesFormat() implements OutputFormat<DrivingOutput> {

    @Override
    public Schema schema() {
        return DrivingFeatures.getClassSchema();
    }

    @Override
    public DrivingFeatures toAvro(DrivingOutput output) {
        WindowFacts window = output.window();
        return DrivingFeatures.newBuilder()
                .setHeader(FeatureHeaders.toAvro(output))
                .setWindow(new WindowSize(output.part()).label())
                .setWindowStart(Instant.ofEpochMilli(output.start()))
                .setWindowEnd(window == null ? null : Instant.ofEpochMilli(window.end()))
                .setTimeZone(window == null ? null : window.zone())
                .setSums(window == null ? null : SumsFormat.toAvro(window.totals()))
                .build();
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
