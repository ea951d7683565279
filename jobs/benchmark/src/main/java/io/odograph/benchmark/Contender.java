// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

/** Something that tells the road of fixes. Belongs to one thread. */
interface Contender extends Racer {

    /**
     * Matches a trace. Whatever else is needed to say which way each fix is on, is left to {@link
     * #answers} and costs nothing.
     */
    @Override
    long match(Trace trace);

    /** Matches a trace and says for each fix which {@link WaySide} it is on, or none. */
    long[] answers(Trace trace);
}
