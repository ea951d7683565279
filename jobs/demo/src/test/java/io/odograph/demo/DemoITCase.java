// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoITCase {

    private static final Path SAMPLE = Path.of(System.getProperty("odograph.root"), "sample-data");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsEveryCrashOfTheSampleDataAndNothingElse() {
        assertThat(demo(SAMPLE)).isZero();

        assertThat(out.toString())
                .containsPattern("Crashes  expected (\\d+), found \\1, missed 0, false 0")
                .contains("Account  balances, as expected")
                .contains("PASSED");
    }

    @Test
    void aCrashThatIsNotFoundFailsItAndIsNamed() throws IOException {
        Files.copy(SAMPLE.resolve(SampleData.TELEMETRY), folder.resolve(SampleData.TELEMETRY));
        Files.createDirectory(folder.resolve("expected"));
        Files.copy(SAMPLE.resolve(SampleData.CRASHES), folder.resolve(SampleData.CRASHES));
        Files.copy(SAMPLE.resolve(SampleData.ACCOUNT), folder.resolve(SampleData.ACCOUNT));
        Files.writeString(
                folder.resolve(SampleData.CRASHES),
                "{\"vehicle_id\":\"ghost\",\"impact_time\":\"2026-03-02T07:00:00Z\"}\n",
                StandardOpenOption.APPEND);

        assertThat(demo(folder)).isEqualTo(1);

        assertThat(out.toString())
                .contains("missed 1, false 0")
                .contains("missed: ghost at 07:00:00")
                .contains("FAILED");
    }

    @Test
    void withoutSampleDataNothingStarts() {
        assertThat(demo(folder)).isEqualTo(2);

        assertThat(err.toString()).contains("No sample data").contains("telemetry.avro is missing");
        assertThat(out.toString()).isEmpty();
    }

    private int demo(Path data) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--speed-up", "1000", "--data", data.toString());
    }
}
