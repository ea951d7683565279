// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.Telemetry;

/** Where the vehicle clock sends each record: exactly one of released, duplicate and late. */
public interface ClockOutput {

    /**
     * Takes the next record in the vehicle's own time.
     *
     * @param record the record; its event time is not before that of the one released before it,
     *     unless {@link #clockStepped} announced it
     * @param releasedAt receive time at which it was released, ms; never falls
     */
    void released(Telemetry record, long releasedAt);

    /** Takes a record that was seen before. */
    void duplicate(Telemetry record);

    /** Takes a record whose place in the vehicle's time has been passed. */
    void late(Telemetry record);

    /**
     * Announces that the device set its clock back: the next released record is newer by the
     * device's count, yet older by its clock.
     */
    default void clockStepped(Telemetry record) {}
}
