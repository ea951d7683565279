// SPDX-License-Identifier: Apache-2.0
package io.odograph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class OdographTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commandLine =
            Odograph.commandLine()
                    .addSubcommand("fail", new Failing())
                    .setOut(new PrintWriter(out, true))
                    .setErr(new PrintWriter(err, true));

    @Test
    void aloneItExplainsItselfOnStandardOutput() {
        assertThat(commandLine.execute()).isZero();

        assertThat(out.toString())
                .contains("Turns vehicle telemetry into alerts")
                .contains("replay")
                .contains("odograph demo")
                .contains("odograph replay --input drive.jsonl --output out");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void everyCommandExplainsItself() {
        for (String command : Odograph.commandLine().getSubcommands().keySet()) {
            out.getBuffer().setLength(0);

            assertThat(commandLine.execute(command, "--help")).as(command).isZero();

            assertThat(out.toString()).startsWith("Usage: odograph " + command);
        }
    }

    @Test
    void anUnknownCommandIsAnErrorWithASuggestion() {
        assertThat(commandLine.execute("repaly")).isEqualTo(2);

        assertThat(err.toString()).contains("repaly").contains("replay");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aWrongOptionNamesTheHelpOfItsCommand() {
        assertThat(commandLine.execute("replay", "--input")).isEqualTo(2);

        assertThat(err.toString()).contains("Try 'odograph replay --help'.");
    }

    @Test
    void aFailureIsOneClearLineWithItsRootCause() {
        assertThat(commandLine.execute("fail")).isEqualTo(1);

        assertThat(err.toString())
                .startsWith("odograph fail: cannot do it: disk on fire, call for help")
                .doesNotContain("\tat ");
    }

    @Test
    void aFailureShowsItsStackTraceWhenAsked() {
        assertThat(commandLine.execute("fail", "--verbose")).isEqualTo(1);

        assertThat(err.toString()).contains("\tat ").contains("Caused by: java.io.IOException");
    }

    @Command(name = "fail")
    private static final class Failing implements Callable<Integer> {

        @Override
        public Integer call() {
            throw new IllegalStateException(
                    "cannot do it", new IOException("disk on fire,\n  call for help"));
        }
    }
}
