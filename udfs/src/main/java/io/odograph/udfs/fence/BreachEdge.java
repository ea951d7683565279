// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.telemetry.DeviceKind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A moment that matters in a breach of a fence or a visit to one, with what is known by then. Each
 * has one START, then any number of DWELL and STILL, then one END; or one PASSAGE. A state type:
 * components are only ever added.
 *
 * @param kind what happened
 * @param vehicleId the vehicle
 * @param tenantId customer, or null
 * @param deviceKind kind of the device that reported the start
 * @param tripId trip as the device counts it, or null
 * @param driverId pseudonym of the driver, or null
 * @param traceId trace of the deciding record, or null
 * @param fenceId the fence
 * @param fenceVersion its version in force
 * @param fenceName what people call it, or null
 * @param fenceKind what it is for
 * @param priority its priority, 0..9
 * @param ruleVersion rule that thresholds come from which the fence does not state, or null
 * @param breach identity of the breach among those of the vehicle and the fence
 * @param startedAt event time at which it began as first known, ms; never changes
 * @param revision number of this edge of the breach, from 1
 * @param receivedAt receive time of the deciding record, ms
 * @param releasedAt receive time at which it was decided, ms
 * @param facts what is known
 */
public record BreachEdge(
        Kind kind,
        String vehicleId,
        @Nullable String tenantId,
        DeviceKind deviceKind,
        @Nullable String tripId,
        @Nullable String driverId,
        @Nullable String traceId,
        String fenceId,
        long fenceVersion,
        @Nullable String fenceName,
        FenceKind fenceKind,
        int priority,
        @Nullable String ruleVersion,
        String breach,
        long startedAt,
        int revision,
        long receivedAt,
        long releasedAt,
        BreachFacts facts)
        implements Serializable {

    /** What happened; constants are only ever added. */
    public enum Kind {
        /** It has begun. */
        START,
        /** A visit has lasted for long. */
        DWELL,
        /** It goes on. */
        STILL,
        /** It is over. */
        END,
        /** It began and was over between two positions: the only edge. */
        PASSAGE,
        /** Stands before the first edge for who looks at pairs of edges; no detector tells it. */
        OPENING
    }

    /** What stands before the first edge. */
    public BreachEdge opening() {
        return new BreachEdge(
                Kind.OPENING,
                vehicleId,
                tenantId,
                deviceKind,
                tripId,
                driverId,
                traceId,
                fenceId,
                fenceVersion,
                fenceName,
                fenceKind,
                priority,
                ruleVersion,
                breach,
                startedAt,
                revision - 1,
                receivedAt,
                releasedAt,
                facts);
    }

    /** Whether this one comes right behind another of the same breach. */
    public boolean isNextTo(BreachEdge other) {
        return revision == other.revision + 1
                && breach.equals(other.breach)
                && fenceId.equals(other.fenceId);
    }
}
