// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.transport;

import io.odograph.schemas.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What the account must say of a delivered record.
 *
 * @param lane where it ends
 * @param reason why it was rejected; null unless dead-lettered
 */
public record Fate(Lane lane, @Nullable RejectionReason reason) {

    /** Where a record ends. */
    public enum Lane {
        /** It is used. */
        USED,
        /** The same record was there before. */
        DUPLICATE,
        /** Its place was released before it came. */
        LATE,
        /** It cannot be used. */
        DEAD_LETTERED
    }

    /** An ordinary record. */
    public static final Fate USED = new Fate(Lane.USED, null);

    /** An exact re-delivery. */
    public static final Fate DUPLICATE = new Fate(Lane.DUPLICATE, null);

    /** A record whose place was released before it came. */
    public static final Fate LATE = new Fate(Lane.LATE, null);

    /** A record that claims to come from the future. */
    public static final Fate IN_FUTURE = rejected(RejectionReason.EVENT_TIME_IN_FUTURE);

    /** A record that is rejected with a reason. */
    public static Fate rejected(RejectionReason reason) {
        return new Fate(Lane.DEAD_LETTERED, reason);
    }
}
