// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.Serializable;

/**
 * How the matcher weighs what it sees. Only the lag is meant to be chosen by users; the rest was
 * tuned on drives of other networks than those that it is judged on.
 *
 * @param lag fixes by which an answer is held back so that what follows can speak, 0 to {@value
 *     #MAX_LAG}
 * @param candidates directed edges that are kept per fix, 1 to {@value #MAX_CANDIDATES}
 * @param prune nats below the best at which a candidate is given up
 */
public record MatcherSettings(int lag, int candidates, float prune) implements Serializable {

    /** Largest lag. */
    public static final int MAX_LAG = 8;

    /** Most candidates: a back-pointer has four bits. */
    public static final int MAX_CANDIDATES = 16;

    /** Two fixes of lag. */
    public static final MatcherSettings DEFAULTS = ofLag(2);

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is out of range
     */
    public MatcherSettings {
        if (lag < 0 || lag > MAX_LAG) {
            throw new IllegalArgumentException("lag must be 0.." + MAX_LAG + ", but is " + lag);
        }
        if (candidates < 1 || candidates > MAX_CANDIDATES || !(prune > 0)) {
            throw new IllegalArgumentException("candidates or prune out of range");
        }
    }

    /** The defaults with another lag. */
    public static MatcherSettings ofLag(int lag) {
        return new MatcherSettings(lag, 8, 12);
    }
}
