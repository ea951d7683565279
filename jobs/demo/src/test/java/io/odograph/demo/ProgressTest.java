// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long T = 1_772_434_800_000L; // 07:00:00 UTC
    private static final ProgressBar BAR = new ProgressBar(T, T + 1_800_000, 1000);

    private final StringWriter text = new StringWriter();

    @Test
    void theBarFillsFromNothingToAll() {
        assertThat(BAR.render(T, 0, 0))
                .isEqualTo("[------------------------------]   0%  07:00:00  0 of 1,000  0 alerts");
        assertThat(BAR.render(T + 900_000, 501, 1))
                .isEqualTo(
                        "[###############---------------]  50%  07:15:00  501 of 1,000  1 alert");
        assertThat(BAR.render(T + 1_800_000, 1000, 2))
                .startsWith("[##############################]");
    }

    @Test
    void aTimeOutsideTheRecordingDoesNotBreakTheBar() {
        assertThat(BAR.render(T - 1, 0, 0)).contains("]   0%");
        assertThat(BAR.render(T + 9_000_000, 0, 0)).contains("] 100%");
        assertThat(new ProgressBar(T, T, 1).render(T, 1, 0)).contains("] 100%");
    }

    @Test
    void pacingDividesRecordedTimeByTheSpeedUp() {
        Pacing pacing = new Pacing(T, 40);

        assertThat(pacing.dueNanos(T)).isZero();
        assertThat(pacing.dueNanos(T + 40_000)).isCloseTo(1_000_000_000L, within(1L));
        assertThat(pacing.dueNanos(T - 1_000)).isZero();
    }

    @Test
    void onATerminalLinesAppearAboveTheStatusLine() {
        Screen screen = screen(true);

        screen.status("10%");
        screen.line("alert");
        screen.status("20%");
        screen.clearStatus();

        assertThat(text.toString().replace("\r\u001b[K", "<clear>"))
                .isEqualTo("<clear>10%<clear>alert\n10%<clear>20%<clear>");
    }

    @Test
    void withoutATerminalThereAreOnlyPlainLines() {
        Screen screen = screen(false);

        for (int i = 0; i < 51; i++) {
            screen.status(i + "%");
        }
        screen.line("alert");
        screen.clearStatus();

        assertThat(text).hasToString("0%\n50%\nalert\n");
    }

    private Screen screen(boolean terminal) {
        return new Screen(new PrintWriter(text), terminal);
    }
}
