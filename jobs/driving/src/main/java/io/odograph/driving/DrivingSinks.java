// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.influx.DeadLetterLines;
import io.odograph.common.influx.InfluxConfig;
import io.odograph.common.influx.InfluxSink;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.common.kafka.TopicSink;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.geo.PositionGrid;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The outputs of the driving pipeline on their topics and in InfluxDB. */
final class DrivingSinks {

    private static final String INFLUXDB = "driving-influxdb";

    private DrivingSinks() {}

    static void attach(DrivingPipeline.Outputs outputs, DrivingJobConfig config) {
        PositionGrid grid = config.driving().grid();
        attach(
                outputs.of(DrivingOutput.Kind.WINDOW, "select-windows"),
                "driving-features",
                config.featuresTopic(),
                config,
                new FeaturesFormat());
        attach(
                outputs.of(DrivingOutput.Kind.TRIP, "select-trips"),
                "driving-trips",
                config.tripsTopic(),
                config,
                new TripFormat(grid));
        attach(
                outputs.of(DrivingOutput.Kind.HARSH, "select-harsh-events"),
                "driving-events",
                config.eventsTopic(),
                config,
                new HarshEventFormat(grid));
        TopicSink.attach(
                outputs.deadLetters(),
                "dead-letters",
                config.kafka().deadLettersTopic(),
                config.kafka().deadLettersGuarantee(),
                config.kafka(),
                new DeadLetterFormat(DrivingJob.NAME));
        InfluxConfig influx = config.influx();
        if (influx != null) {
            InfluxSink.attach(
                    outputs.driving(),
                    INFLUXDB,
                    new DrivingLines(),
                    influx,
                    new DeadLetterLines(config.kafka(), INFLUXDB));
        }
    }

    private static void attach(
            DataStream<DrivingOutput> stream,
            String uid,
            String topic,
            DrivingJobConfig config,
            OutputFormat<DrivingOutput> format) {
        TopicSink.attach(stream, uid, topic, config.guarantee(), config.kafka(), format);
    }
}
