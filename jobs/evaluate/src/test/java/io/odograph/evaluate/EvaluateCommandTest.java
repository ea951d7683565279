// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

    @TempDir private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new EvaluateCommand())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));

    @Test
    void withoutADetectorItExplainsItself() {
        assertThat(command.execute()).isZero();

        assertThat(out.toString()).contains("crash");
    }

    @Test
    void itPrintsTheTableAndWritesTheNumbers() throws Exception {
        Path json = folder.resolve("result.json");

        int code =
                command.execute(
                        "crash", "--scale", "0.005", "--recordings", "", "--json", json.toString());

        boolean met = !out.toString().contains("NOT MET");
        assertThat(code).isEqualTo(met ? 0 : 1);
        assertThat(out.toString()).contains("CRASHES").contains("HARMLESS").contains("FLOORS");
        assertThat(Files.readString(json)).startsWith("{").contains("\"recallInterval\"");
    }

    @Test
    void itDrawsACase() {
        Path drawings = folder.resolve("new");

        assertThat(command.execute("crash", "--plot", "silent/3", "--output", drawings.toString()))
                .isZero();

        assertThat(drawings.resolve("crash-silent-3.svg")).exists();
        assertThat(out.toString()).contains("crash-silent-3.svg");
    }

    @Test
    void whatItCannotDoIsWrongUsage() {
        assertThat(command.execute("crash", "--scale", "0")).isEqualTo(2);
        assertThat(command.execute("crash", "--threads", "0")).isEqualTo(2);
        assertThat(command.execute("crash", "--plot", "no-such/1")).isEqualTo(2);
        assertThat(command.execute("crash", "--recordings", "/no/such/folder")).isEqualTo(2);

        assertThat(err.toString()).contains("--scale").contains("no-such/1").contains("/no/such");
    }
}
