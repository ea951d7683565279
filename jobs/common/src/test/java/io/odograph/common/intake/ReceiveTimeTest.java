// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.util.clock.ManualClock;
import org.apache.flink.util.clock.RelativeClock;
import org.junit.jupiter.api.Test;

class ReceiveTimeTest {

    private final Telemetry record = Drive.of("car").driving(50, 1).records().get(0);
    private final List<Long> watermarks = new ArrayList<>();
    private final WatermarkOutput output = new Recorded();
    private final ManualClock clock = new ManualClock();
    private boolean idle;

    @Test
    void timestampsAreReceiveTimes() {
        assertThat(ReceiveTime.of(Intake.accepted(record))).isEqualTo(record.receivedAt());
        assertThat(ReceiveTime.of(rejected(5))).isEqualTo(5);
    }

    @Test
    void theWatermarkIsTheHighestReceiveTimeAndNeverFalls() {
        var generator = generator(ReceiveTime.watermarks(Duration.ofSeconds(5)));
        long time = record.receivedAt();
        generator.onEvent(Intake.accepted(record), time, output);
        generator.onPeriodicEmit(output);
        generator.onEvent(Intake.accepted(record), time - 10_000, output);
        generator.onPeriodicEmit(output);

        assertThat(watermarks).containsExactly(time, time);
    }

    @Test
    void aRejectedRecordMovesNobodysTime() {
        var generator = generator(ReceiveTime.watermarks(Duration.ofSeconds(5)));
        generator.onEvent(Intake.accepted(record), record.receivedAt(), output);
        generator.onEvent(rejected(Long.MAX_VALUE / 2), Long.MAX_VALUE / 2, output);
        generator.onPeriodicEmit(output);

        assertThat(watermarks).containsExactly(record.receivedAt());
    }

    @Test
    void aPartitionOfNothingButRejectedRecordsIsIdle() {
        var generator = generator(ReceiveTime.watermarks(Duration.ofSeconds(5)));
        generator.onEvent(Intake.accepted(record), record.receivedAt(), output);
        for (int second = 0; second < 20; second++) {
            generator.onEvent(rejected(1), 1, output);
            generator.onPeriodicEmit(output);
            clock.advanceTime(Duration.ofSeconds(1));
        }

        assertThat(idle).isTrue();
    }

    @Test
    void boundedInputHasNoWatermarkBeforeItsEnd() {
        var generator = generator(ReceiveTime.withoutWatermarks());
        generator.onEvent(Intake.accepted(record), record.receivedAt(), output);
        generator.onPeriodicEmit(output);

        assertThat(watermarks).isEmpty();
    }

    private static Intake rejected(long timestamp) {
        return Intake.rejected(
                new Rejection(
                        RejectionReason.EMPTY_VALUE,
                        "the record has no bytes",
                        null,
                        null,
                        new Origin("topic", 0, 0, timestamp)));
    }

    private WatermarkGenerator<Intake> generator(WatermarkStrategy<Intake> strategy) {
        return strategy.createWatermarkGenerator(new Context());
    }

    private final class Context implements WatermarkGeneratorSupplier.Context {

        @Override
        public MetricGroup getMetricGroup() {
            return new UnregisteredMetricsGroup();
        }

        @Override
        public RelativeClock getInputActivityClock() {
            return clock;
        }
    }

    private final class Recorded implements WatermarkOutput {

        @Override
        public void emitWatermark(Watermark watermark) {
            watermarks.add(watermark.getTimestamp());
        }

        @Override
        public void markIdle() {
            idle = true;
        }

        @Override
        public void markActive() {}
    }
}
