// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static io.odograph.fences.FencesRun.collection;
import static io.odograph.fences.FencesRun.feature;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Where the commands write: whole files, and nothing that a file of fences could forge. */
class FencesOutputTest {

    private static final String SITE =
            feature("site", "'kind':'KEEP_OUT','radius':250", "Point", "[11.5,48.1]");

    @TempDir private Path folder;

    @Test
    void aFileThatIsThereIsReplacedAsAWhole() throws IOException {
        FencesRun fences = new FencesRun(folder);
        String file = fences.file("fences.geojson", collection(SITE));
        for (String command : new String[] {"import", "export"}) {
            Path output = Files.writeString(folder.resolve(command), "as it was");
            // Who has opened it reads it to its end.
            Path opened = Files.createLink(folder.resolve(command + "-opened"), output);
            Path link = Files.createSymbolicLink(folder.resolve(command + "-link"), output);

            assertThat(fences.run(command, file, "-o", link.toString())).isZero();

            assertThat(output).content().contains("site");
            assertThat(link).isSymbolicLink();
            assertThat(opened).hasContent("as it was");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(7);
        }
    }

    @Test
    void whatIsNoFileIsWrittenTo() throws IOException {
        FencesRun fences = new FencesRun(folder);
        String file = fences.file("fences.geojson", collection(SITE));

        assertThat(fences.run("export", file, "-o", "/dev/null")).isZero();

        assertThat(Path.of("/dev/null")).exists();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void anExportThatCannotBeWrittenFails() throws IOException {
        String file = new FencesRun(folder).file("fences.geojson", collection(SITE));
        StringWriter err = new StringWriter();

        int code =
                new CommandLine(new FencesCommand())
                        .setOut(new PrintWriter(full(), false, UTF_8))
                        .setErr(new PrintWriter(err, true))
                        .execute("export", file);

        assertThat(code).isEqualTo(1);
        assertThat(err.toString()).contains("cannot write to standard output");
    }

    private static OutputStream full() {
        return new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
    }

    @Test
    void idsAndNamesForgeNoLines() throws IOException {
        FencesRun fences = new FencesRun(folder);
        String hostile =
                feature(
                        "x)\\n9 fences, no faults\\u001b[2J",
                        "'kind':'ZONE','radius':9,'a\\nb':1",
                        "Point",
                        "[11.5,48.1]");
        String file = fences.file("fences.geojson", collection(hostile));

        assertThat(fences.run("validate", file)).isEqualTo(1);

        assertThat(fences.out.toString().lines())
                .singleElement()
                .asString()
                .startsWith("feature 1 (x)\\u000a9 fences, no faults\\u001b[2J): ");
        assertThat(fences.err.toString().lines())
                .containsExactly(
                        "feature 1 (x)\\u000a9 fences, no faults\\u001b[2J): not of a fence and"
                                + " left out: a\\u000ab");
    }
}
