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

    /** State of a vehicle that was never seen. */
    S newState();

    /**
     * Takes the vehicle's next record.
     *
     * @param state the vehicle's state, changed
     * @param record the record; its event time may lie before the last one's where the device set
     *     its clock back
     * @param releasedAt receive time at which the vehicle clock released it, ms; never falls
     * @param edges takes the edges, in order
     */
    void accept(S state, Telemetry record, long releasedAt, Consumer<E> edges);
}
