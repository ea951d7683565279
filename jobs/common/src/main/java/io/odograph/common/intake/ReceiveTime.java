// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.udfs.telemetry.Telemetry;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

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
        return WatermarkStrategy.<Intake>forGenerator(context -> new OfTelemetry())
                .withTimestampAssigner((intake, kafkaTime) -> of(intake))
                .withIdleness(idleAfter);
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

    /** Follows telemetry only: a record that was rejected must not move anybody's time. */
    private static final class OfTelemetry implements WatermarkGenerator<Intake> {

        private long highest = Long.MIN_VALUE;

        @Override
        public void onEvent(Intake intake, long timestamp, WatermarkOutput output) {
            if (intake.telemetry() != null) {
                highest = Math.max(highest, timestamp);
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Not one less, as for operators that drop what is late: what the newest record set off
            // comes out at once, though no other record may follow for long.
            output.emitWatermark(new Watermark(highest));
        }
    }
}
