// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.IntakeDeserializer;
import io.odograph.common.intake.ReceiveTime;
import io.odograph.common.intake.TelemetryDecoder;
import java.time.Duration;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** The telemetry topic as a stream: decoded, with receive times and watermarks per partition. */
public final class TelemetrySource {

    private static final String UID = "telemetry-source";

    private TelemetrySource() {}

    /** Attaches the source to a job. */
    public static DataStream<Intake> attach(
            StreamExecutionEnvironment env, KafkaConfig config, TelemetryDecoder decoder) {
        KafkaSource<Intake> source =
                KafkaSource.<Intake>builder()
                        .setBootstrapServers(config.bootstrapServers())
                        .setGroupId(config.groupId())
                        .setClientIdPrefix(config.groupId() + "-" + UID)
                        .setTopics(config.telemetryTopic())
                        .setStartingOffsets(startingOffsets(config.startingOffsets()))
                        .setDeserializer(new IntakeDeserializer(decoder))
                        .setProperties(config.clientSettings())
                        .build();
        return env.fromSource(
                        source,
                        ReceiveTime.watermarks(Duration.ofMillis(config.idleTimeout())),
                        "telemetry source")
                .uid(UID);
    }

    // The connector still takes the strategy as the enumeration that the Kafka client has
    // deprecated.
    @SuppressWarnings("deprecation")
    private static OffsetsInitializer startingOffsets(KafkaConfig.StartingOffsets offsets) {
        return switch (offsets) {
            case COMMITTED -> OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
            case EARLIEST -> OffsetsInitializer.earliest();
            case LATEST -> OffsetsInitializer.latest();
        };
    }
}
