// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SimulateTest {

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesEveryFile() {
        Path output = folder.resolve("new");
        assertThat(run("--vehicles", "3", "--minutes", "30", "--output", output.toString()))
                .isZero();
        for (String file :
                new String[] {
                    SimulationFiles.TELEMETRY,
                    SimulationFiles.CRASHES,
                    SimulationFiles.ROADS,
                    SimulationFiles.SPEED_LIMITS,
                    SimulationFiles.ACCOUNT,
                    SimulationFiles.ONE_CRASH,
                    SimulationFiles.README
                }) {
            assertThat(output.resolve(file)).isNotEmptyFile();
        }
        assertThat(output.resolve(SimulationFiles.SPEEDINGS)).isEmptyFile();
        assertThat(output.resolve(SimulationFiles.VEHICLES)).isEmptyFile();
        assertThat(out.toString()).contains("of 3 vehicles, 3 crashes, 0 episodes of speeding,");
    }

    @Test
    void theSeedDecidesTheBytes() throws IOException {
        run("--seed", "7", "--vehicles", "2", "--minutes", "3", "--output", path("a"));
        run("--seed", "7", "--vehicles", "2", "--minutes", "3", "--output", path("b"));
        run("--seed", "8", "--vehicles", "2", "--minutes", "3", "--output", path("c"));
        byte[] a = Files.readAllBytes(folder.resolve("a").resolve(SimulationFiles.TELEMETRY));
        byte[] b = Files.readAllBytes(folder.resolve("b").resolve(SimulationFiles.TELEMETRY));
        byte[] c = Files.readAllBytes(folder.resolve("c").resolve(SimulationFiles.TELEMETRY));
        assertThat(a).isEqualTo(b).isNotEqualTo(c);
    }

    @Test
    void refusesAFolderThatIsNotEmptyUnlessForced() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(run("--minutes", "1", "--output", folder.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not empty").contains("--force");
        assertThat(folder.resolve(SimulationFiles.TELEMETRY)).doesNotExist();
        assertThat(run("--minutes", "1", "--force", "--output", folder.toString())).isZero();
        assertThat(folder.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void refusesAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(run("--minutes", "1", "--output", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is not a folder");
    }

    @Test
    void saysWhyItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThat(run("--minutes", "1", "--output", file.resolve("sub").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("cannot write into");
    }

    @Test
    void explainsWrongUsage() {
        assertThat(run("--vehicles", "0", "--output", path("x"))).isEqualTo(2);
        assertThat(err.toString()).contains("vehicles must be 1..100000, not 0");
        assertThat(run("--minutes", "0", "--output", path("x"))).isEqualTo(2);
        assertThat(err.toString()).contains("duration must be 1..1440 minutes, not 0");
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new Simulate())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
