// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;

/**
 * The only exception that becomes a dead letter; any other is a bug and fails the job.
 *
 * <p>Carries no stack trace: hostile input must not buy expensive work.
 */
public final class RejectedRecordException extends Exception {

    private final RejectionReason reason;

    /**
     * Creates a rejection.
     *
     * @param reason why, from the closed list
     * @param message what exactly was wrong; names the field, never holds an id or a position
     */
    public RejectedRecordException(RejectionReason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    /** Why the record was rejected. */
    public RejectionReason reason() {
        return reason;
    }
}
