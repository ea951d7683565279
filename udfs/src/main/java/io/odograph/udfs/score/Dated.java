// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

/** What is in force from an event time on, in versions. */
public interface Dated {

    /** Stands for: in force only where a rule names the version. */
    long BY_RULE = Long.MAX_VALUE;

    /** Highest version: a rule gives it as a number with a fraction, which holds these exactly. */
    long MOST_VERSION = 1_000_000_000;

    /** Version, 1 and up, of which there is one alone. */
    long version();

    /** Event time from which it holds, ms, until the next one does; or {@link #BY_RULE}. */
    long effectiveFrom();
}
