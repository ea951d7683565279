// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.TelemetryRecord;

/** Where a device puts its reports. */
@FunctionalInterface
public interface Outbox {

    /**
     * Sends a report; reports come in the order of making.
     *
     * @param time when it was made, s from the start of the simulation
     * @param trueTime the same, ms since the epoch
     * @param record the report, without a receive time
     */
    void send(double time, long trueTime, TelemetryRecord record);
}
