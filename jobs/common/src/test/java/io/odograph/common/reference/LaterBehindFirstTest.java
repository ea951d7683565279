// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class LaterBehindFirstTest {

    @Test
    void aWithdrawalDoesNotOvertakeWhatItWithdraws() throws Exception {
        try (var harness = harness()) {
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            later(harness, "yard withdrawn");
            first(harness, "yard");
            first(harness, "depot");
            assertThat(values(harness)).containsExactly("yard", "depot");

            harness.processWatermark1(Watermark.MAX_WATERMARK);
            later(harness, "yard again");

            assertThat(values(harness))
                    .containsExactly("yard", "depot", "yard withdrawn", "yard again");
            assertThat(harness.getOutput()).contains(Watermark.MAX_WATERMARK);
        }
    }

    @Test
    void whatWaitsOutlastsARestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = harness()) {
            harness.open();
            later(harness, "yard withdrawn");
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = harness()) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermarkStatus2(WatermarkStatus.IDLE);
            first(harness, "yard");
            harness.processWatermark1(Watermark.MAX_WATERMARK);

            assertThat(values(harness)).containsExactly("yard", "yard withdrawn");
        }
    }

    private static TwoInputStreamOperatorTestHarness<String, String, String> harness()
            throws Exception {
        var harness = new TwoInputStreamOperatorTestHarness<>(new LaterBehindFirst<>(Types.STRING));
        harness.setup();
        return harness;
    }

    private static void first(
            TwoInputStreamOperatorTestHarness<String, String, String> harness, String value)
            throws Exception {
        harness.processElement1(new StreamRecord<>(value));
    }

    private static void later(
            TwoInputStreamOperatorTestHarness<String, String, String> harness, String value)
            throws Exception {
        harness.processElement2(new StreamRecord<>(value));
    }

    private static List<String> values(
            TwoInputStreamOperatorTestHarness<String, String, String> harness) {
        return harness.getOutput().stream()
                .flatMap(
                        each ->
                                each instanceof StreamRecord<?> record
                                        ? Stream.of((String) record.getValue())
                                        : Stream.empty())
                .toList();
    }
}
