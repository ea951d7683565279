// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import io.odograph.common.intake.Intake;
import io.odograph.common.intake.ReceiveTime;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** How far watermarks follow the records of a test. */
public enum Watermarks {
    /** Only one, at the end. */
    AT_THE_END,
    /** After each record. */
    AT_EACH_RECORD;

    /** As a strategy. */
    public WatermarkStrategy<Intake> strategy() {
        return this == AT_THE_END
                ? ReceiveTime.withoutWatermarks()
                : WatermarkStrategy.<Intake>forGenerator(context -> new AfterEachRecord())
                        .withTimestampAssigner((intake, time) -> intake.telemetry().receivedAt());
    }

    private static final class AfterEachRecord implements WatermarkGenerator<Intake> {

        private long highest = Long.MIN_VALUE;

        @Override
        public void onEvent(Intake intake, long timestamp, WatermarkOutput output) {
            highest = Math.max(highest, timestamp);
            output.emitWatermark(new Watermark(highest));
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {}
    }
}
