// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoITCase {

    private static final Path SAMPLE = Path.of(System.getProperty("odograph.root"), "sample-data");

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void findsEveryCrashEpisodeOfSpeedingAndBreachInTheSampleDataAndNothingElse() {
        assertThat(demo(SAMPLE)).isZero();

        assertThat(out.toString())
                .containsPattern("Crashes  expected (\\d+), found \\1, missed 0, false 0")
                .containsPattern(
                        "Speeding expected (\\d+), found \\1, missed 0, false 0, right band \\1")
                .containsPattern("Geofence expected (\\d+), found \\1, missed 0, false 0")
                .contains("Account  crash job: balances, as expected")
                .contains("         geofence job: balances, as expected")
                .contains("         speeding job: balances, as expected")
                .contains("PASSED");
    }

    @Test
    void whatIsNotFoundFailsItAndIsNamed() throws IOException {
        copySample();
        append(GroundTruth.CRASHES, "{'vehicle_id':'ghost','impact_time':'2026-03-02T07:00:00Z'}");
        append(
                GroundTruth.SPEEDINGS,
                "{'vehicle_id':'ghost','start_time':'2026-03-02T07:00:01Z',"
                        + "'end_time':'2026-03-02T07:01:00Z','band':'MINOR'}");
        append(
                GroundTruth.GEOFENCES,
                "{'vehicle_id':'ghost','fence_id':'toll',"
                        + "'start_time':'2026-03-02T07:00:02Z','end_time':null}");

        assertThat(demo(folder)).isEqualTo(1);

        assertThat(out.toString())
                .containsPattern("Crashes  .* missed 1, false 0")
                .contains("missed: ghost at 07:00:00")
                .containsPattern("Speeding .* missed 1, false 0")
                .contains("missed: ghost at 07:00:01")
                .containsPattern("Geofence .* missed 1, false 0")
                .contains("missed: ghost at 07:00:02")
                .contains("FAILED");
    }

    @Test
    void withoutARoadFileItIsToldHowToMakeIt() throws IOException {
        copySample();
        Files.delete(folder.resolve(SampleData.ROADS));

        assertThat(demo(folder)).isEqualTo(2);

        assertThat(err.toString()).contains("make it: odograph roads import " + folder);
    }

    @Test
    void withoutSampleDataNothingStarts() {
        assertThat(demo(folder)).isEqualTo(2);

        assertThat(err.toString()).contains("No sample data").contains("telemetry.avro is missing");
        assertThat(out.toString()).isEmpty();
    }

    private void copySample() throws IOException {
        Files.createDirectory(folder.resolve("expected"));
        for (String file :
                List.of(
                        SampleData.TELEMETRY,
                        SampleData.VEHICLES,
                        SampleData.SPEED_LIMITS,
                        SampleData.GEOFENCES,
                        SampleData.ROADS,
                        GroundTruth.CRASHES,
                        GroundTruth.SPEEDINGS,
                        GroundTruth.GEOFENCES,
                        GroundTruth.ACCOUNT)) {
            Files.copy(SAMPLE.resolve(file), folder.resolve(file));
        }
    }

    private void append(String file, String json) throws IOException {
        Files.writeString(
                folder.resolve(file), json.replace('\'', '"') + "\n", StandardOpenOption.APPEND);
    }

    private int demo(Path data) {
        return new CommandLine(new DemoCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute("--speed-up", "1000", "--data", data.toString());
    }
}
