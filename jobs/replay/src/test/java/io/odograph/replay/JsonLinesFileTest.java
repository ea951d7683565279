// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonLinesFileTest {

    @Test
    void linesEndWithLineFeedWithOrWithoutCarriageReturnAndTheLastNeedsNone() throws IOException {
        assertThat(lines("a\nb\r\n\nc")).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n")).containsExactly("a");
        assertThat(lines("")).isEmpty();
        assertThat(lines("a\rb\n")).containsExactly("a\rb");
    }

    @Test
    void linesThatEndAnywhereInABlockComeWhole() throws IOException {
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; text.length() < 400_000; i++) {
            expected.add(i + "x".repeat(i * 37 % 5_003));
            text.append(expected.get(i)).append('\n');
        }

        assertThat(lines(text.toString())).isEqualTo(expected);
    }

    @Test
    void linesAreCountedFromOne() throws IOException {
        try (JsonLinesFile file = new JsonLinesFile("f", stream("a\nb\n".getBytes(UTF_8)))) {
            file.next();

            Captured second = file.next();

            assertThat(second.origin()).isEqualTo(new Origin("f", -1, 2, Origin.NO_TIMESTAMP));
        }
    }

    @Test
    void bytesComeAsTheyAreEvenIfTheyAreNoText() throws IOException {
        byte[] broken = {(byte) 0xff, 0, (byte) 0xc3, '\n'};
        try (JsonLinesFile file = new JsonLinesFile("f", stream(broken))) {
            assertThat(file.next().value()).containsExactly(0xff, 0, 0xc3);
        }
    }

    @Test
    void aLineBeyondAnyLimitIsCutAndTheNextOneIsWhole() throws IOException {
        byte[] bytes = new byte[JsonLinesFile.MAX_LINE + 100];
        bytes[bytes.length - 3] = '\n';
        try (JsonLinesFile file = new JsonLinesFile("f", stream(bytes))) {
            assertThat(file.next().value()).hasSize(JsonLinesFile.MAX_LINE);
            assertThat(file.next().value()).hasSize(2);
            assertThat(file.next()).isNull();
        }
    }

    private static List<String> lines(String text) throws IOException {
        List<String> lines = new ArrayList<>();
        try (JsonLinesFile file = new JsonLinesFile("f", stream(text.getBytes(UTF_8)))) {
            for (Captured next = file.next(); next != null; next = file.next()) {
                lines.add(new String(next.value(), UTF_8));
            }
        }
        return lines;
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
