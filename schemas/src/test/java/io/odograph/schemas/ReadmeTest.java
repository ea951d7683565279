// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void everyReasonIsExplainedInTheOrderOfTheContract() throws Exception {
        List<String> explained =
                Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.matches("\\| `[A-Z0-9_]+` \\|.*"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        Arrays.stream(RejectionReason.values())
                                .filter(reason -> reason != RejectionReason.UNKNOWN)
                                .map(Enum::name)
                                .toList());
    }
}
