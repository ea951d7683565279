// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be used: the content of a dead letter.
 *
 * @param reason why, from the closed list
 * @param message what exactly was wrong; names the field, never holds an id or a position
 * @param key key of the record as it came, or null
 * @param value value of the record as it came, whole, or null
 * @param origin where it came from
 * @param stage uid of the operator that rejected it
 */
public record Rejection(
        RejectionReason reason,
        String message,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Origin origin,
        String stage) {

    /** A rejected record of telemetry. */
    public Rejection(
            RejectionReason reason,
            String message,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Origin origin) {
        this(reason, message, key, value, origin, SplitIntake.UID);
    }
}
