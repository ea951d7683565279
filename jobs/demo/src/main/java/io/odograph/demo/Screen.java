// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.io.PrintWriter;

/**
 * Lines that stay, and one status line below them that does not.
 *
 * <p>Without a terminal the status line becomes an ordinary line now and then. Used by several
 * threads.
 */
final class Screen {

    private static final String CLEAR_LINE = "\r\u001b[K";

    /** Without a terminal every so many status lines is printed. */
    private static final int EVERY = 50;

    private final PrintWriter out;
    private final boolean terminal;
    private String status = "";
    private int statusCount;

    /** Prints to a writer, which is a terminal or not. */
    Screen(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Prints a line above the status line. */
    synchronized void line(String text) {
        if (terminal) {
            out.print(CLEAR_LINE);
        }
        out.println(text);
        if (terminal) {
            out.print(status);
        }
        out.flush();
    }

    /** Replaces the status line. */
    synchronized void status(String text) {
        if (terminal) {
            status = text;
            out.print(CLEAR_LINE + text);
        } else if (statusCount++ % EVERY == 0) {
            out.println(text);
        }
        out.flush();
    }

    /** Takes the status line away. */
    synchronized void clearStatus() {
        if (terminal && !status.isEmpty()) {
            out.print(CLEAR_LINE);
        }
        status = "";
        statusCount = 0;
        out.flush();
    }
}
