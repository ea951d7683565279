// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/** Something that tells the road of fixes. Belongs to one thread. */
interface Contender {

    /** What it is called in tables. */
    String name();

    /**
     * Matches a trace; this is what is timed. Whatever else is needed to say which way each fix is
     * on, is left to {@link #answers} and costs nothing.
     *
     * @return anything that depends on the result, so that the work cannot be optimised away
     */
    long match(Trace trace);

    /** Matches a trace and says for each fix which {@link WaySide} it is on, or none. */
    long[] answers(Trace trace);
}
