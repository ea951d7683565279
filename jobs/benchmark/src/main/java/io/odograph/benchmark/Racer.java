// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/** Something whose speed is measured. Belongs to one thread. */
interface Racer {

    /** What it is called in tables. */
    String name();

    /**
     * Does its work with every position of a trace; this is what is timed.
     *
     * @return anything that depends on the result, so that the work cannot be optimised away
     */
    long match(Trace trace);
}
