// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.udfs.telemetry.Telemetry;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.eventtime.WatermarksWithIdleness;

/**
 * The time of Flink in every job: when a record was received. The one place where timestamps and
 * watermarks are decided, for jobs, replays and tests alike.
 */
public final class ReceiveTime {

    private ReceiveTime() {}

    /**
     * Timestamps and per-partition watermarks of receive time.
     *
     * <p>The bound is 0: no operator drops what is behind the watermark, so waiting would only cost
     * latency; operators that must wait for disordered receive times do so themselves.
     *
     * @param idleAfter wall-clock time without records after which a partition no longer holds the
     *     others back
     */
    public static WatermarkStrategy<Intake> watermarks(Duration idleAfter) {
        return WatermarkStrategy.<Intake>forGenerator(
                        context ->
                                new OfTelemetry(
                                        new WatermarksWithIdleness<>(
                                                new Highest(),
                                                idleAfter,
                                                context.getInputActivityClock())))
                .withTimestampAssigner((intake, kafkaTime) -> of(intake));
    }

    /**
     * Timestamps alone, for bounded input in any order: the only watermark is the one at the end.
     */
    public static WatermarkStrategy<Intake> withoutWatermarks() {
        return WatermarkStrategy.<Intake>noWatermarks()
                .withTimestampAssigner((intake, kafkaTime) -> of(intake));
    }

    /** Receive time of a record, ms; that of a rejected record is its Kafka time. */
    static long of(Intake intake) {
        Telemetry telemetry = intake.telemetry();
        return telemetry != null ? telemetry.receivedAt() : intake.rejection().origin().timestamp();
    }

    /**
     * Lets telemetry alone count: a record that was rejected moves nobody's time, and does not keep
     * a partition that has nothing else from being idle.
     */
    private record OfTelemetry(WatermarkGenerator<Intake> generator)
            implements WatermarkGenerator<Intake> {

        @Override
        public void onEvent(Intake intake, long timestamp, WatermarkOutput output) {
            if (intake.telemetry() != null) {
                generator.onEvent(intake, timestamp, output);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            generator.onPeriodicEmit(output);
        }
    }

    /** The highest timestamp so far. */
    private static final class Highest implements WatermarkGenerator<Intake> {

        private long highest = Long.MIN_VALUE;

        @Override
        public void onEvent(Intake intake, long timestamp, WatermarkOutput output) {
            highest = Math.max(highest, timestamp);
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Not one less, as for operators that drop what is late: what the newest record set off
            // comes out at once, though no other record may follow for long.
            output.emitWatermark(new Watermark(highest));
        }
    }
}
