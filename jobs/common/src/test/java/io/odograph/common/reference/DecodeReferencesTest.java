// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.Origin;
import io.odograph.udfs.reference.Rule;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DecodeReferencesTest {

    @Test
    void whatTheJobWasStartedWithIsNotToldAgainButRejectedStill() throws Exception {
        var decode =
                new DecodeReferences<Rule>(
                        new RuleDecoder(DecodeLimits.DEFAULT, "crash", rule -> List.of()),
                        "decode-rules",
                        Map.of(0, 3L));
        try (var harness = ProcessFunctionTestHarnesses.forProcessFunction(decode)) {
            harness.processElement(record(0, 0, References.bytes(References.rule("r", 1))), 0);
            harness.processElement(record(0, 1, null), 0);
            harness.processElement(record(0, 2, new byte[] {1, 2, 3}), 0);
            assertThat(harness.extractOutputValues()).isEmpty();

            harness.processElement(record(0, 3, References.bytes(References.rule("r", 2))), 0);
            harness.processElement(record(1, 0, null), 0);

            assertThat(harness.extractOutputValues())
                    .extracting(update -> update.value() == null ? "" : update.value().label())
                    .containsExactly("r@2", "");
            assertThat(harness.getSideOutput(DecodeReferences.REJECTIONS)).hasSize(1);
        }
    }

    private static Captured record(int partition, long offset, byte @Nullable [] value) {
        Origin origin = new Origin("rules", partition, offset, 0);
        return new Captured(origin, "r".getBytes(US_ASCII), value);
    }
}
