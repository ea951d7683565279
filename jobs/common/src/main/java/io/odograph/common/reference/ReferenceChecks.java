// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.odograph.common.intake.Identity;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.RejectionReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks that rules and profiles share; each failure has the same reason.
 *
 * @param reason reason of the rejection
 */
record ReferenceChecks(RejectionReason reason) {

    private static final int MAX_MESSAGE = 200;

    /**
     * Id of what a tombstone withdraws.
     *
     * @throws RejectedRecordException if the key is no id
     */
    String withdrawn(byte @Nullable [] key) throws RejectedRecordException {
        String id = key == null ? "" : new String(key, UTF_8);
        require(Identity.isIdentifier(id), "the key of a tombstone is no id");
        return id;
    }

    /**
     * Checks what identifies a record. Under another key, compaction would keep and tombstones
     * would withdraw the wrong one.
     *
     * @throws RejectedRecordException if that cannot be
     */
    void identity(String field, String id, byte @Nullable [] key, long version)
            throws RejectedRecordException {
        require(
                Identity.isIdentifier(id),
                field + " is not 1..64 printable ASCII characters without white space");
        require(Arrays.equals(id.getBytes(UTF_8), key), "the key of the record is not " + field);
        require(version >= 0, "version is below 0");
    }

    /**
     * Checks the id of a tenant or fleet.
     *
     * @throws RejectedRecordException if it cannot be one
     */
    void name(String field, @Nullable String id) throws RejectedRecordException {
        require(
                id == null || (!id.isEmpty() && Identity.isName(id)),
                field + " is not 1..64 characters without control characters");
    }

    /**
     * Checks a condition.
     *
     * @throws RejectedRecordException if it does not hold
     */
    void require(boolean holds, String message) throws RejectedRecordException {
        if (!holds) {
            throw new RejectedRecordException(
                    reason, message.substring(0, Math.min(message.length(), MAX_MESSAGE)));
        }
    }
}
