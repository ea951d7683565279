// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs;

import io.odograph.udfs.telemetry.Telemetry;
import java.io.Serializable;
import java.util.function.Consumer;

/**
 * Reduces the records of one vehicle, in the vehicle's own time, to edges: the few moments at which
 * something changed. Stateless and thread-safe; the state belongs to the caller.
 *
 * @param <S> state per vehicle, changed in place; a state type, so fields are only ever added
 * @param <E> edge
 */
public interface Detector<S, E> extends Serializable {

    /** Stands for no deadline. */
    long NO_DEADLINE = Long.MAX_VALUE;

    /**
     * Makes ready what is not part of the detector itself, such as a file, before the first record.
     * What cannot be had fails the start rather than the first vehicle that needs it.
     */
    default void open() {}

    /** State of a vehicle that was never seen. */
    S newState();

    /**
     * Takes the vehicle's next record. Deadlines that its receive time has passed have been told by
     * {@link #expire} before.
     *
     * @param state the vehicle's state, changed
     * @param record the record; its event time may lie before the last one's where the device set
     *     its clock back
     * @param releasedAt receive time at which the vehicle clock released it, ms; never falls
     * @param context what else is known of the vehicle
     * @param edges takes the edges, in order
     */
    void accept(
            S state, Telemetry record, long releasedAt, VehicleContext context, Consumer<E> edges);

    /**
     * Receive time, ms, after which silence means something: a record received after it comes too
     * late to break the silence. {@link #NO_DEADLINE} where none is awaited, as nearly always.
     */
    default long deadline(S state) {
        return NO_DEADLINE;
    }

    /**
     * Nothing was received until the deadline. What is emitted must depend on the state and the
     * deadline alone, since it is told either by the vehicle's next record or by a timer. The
     * deadline must have moved on afterwards, and in lasting silence must come to an end: at the
     * end of the input, and before a silent vehicle is forgotten, all that are left are told.
     *
     * @param state the vehicle's state, changed
     * @param deadline the deadline that has passed, ms of receive time
     * @param edges takes the edges, in order
     */
    default void expire(S state, long deadline, Consumer<E> edges) {}

    /**
     * As {@link #expire(Object, long, Consumer)}, which is what a detector has that asks nothing of
     * the vehicle then.
     *
     * @param state the vehicle's state, changed
     * @param deadline the deadline that has passed, ms of receive time
     * @param context what else is known of the vehicle
     * @param edges takes the edges, in order
     */
    default void expire(S state, long deadline, VehicleContext context, Consumer<E> edges) {
        expire(state, deadline, edges);
    }

    /** Whether records that come after their place in the vehicle's time are shown as well. */
    default boolean takesLate() {
        return false;
    }

    /**
     * Takes a record whose place in the vehicle's time has passed, where {@link #takesLate}.
     *
     * @param state the vehicle's state, changed
     * @param record the record
     * @param receivedAt receive time of the vehicle, ms
     * @param context what else is known of the vehicle
     * @param edges takes the edges, in order
     * @return whether it could be used; false where it comes too late for that
     */
    default boolean acceptLate(
            S state, Telemetry record, long receivedAt, VehicleContext context, Consumer<E> edges) {
        return false;
    }
}
