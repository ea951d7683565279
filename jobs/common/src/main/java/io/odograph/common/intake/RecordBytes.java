// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import org.jspecify.annotations.Nullable;

/** What can be said of a record before its encoding is looked at. */
final class RecordBytes {

    private RecordBytes() {}

    /** Returns the bytes if there are some and not too many. */
    static byte[] check(byte @Nullable [] value, int maxBytes) throws RejectedRecordException {
        if (value == null) {
            throw new RejectedRecordException(
                    RejectionReason.NULL_VALUE, "the record has no value, as a tombstone");
        }
        if (value.length == 0) {
            throw new RejectedRecordException(
                    RejectionReason.EMPTY_VALUE, "the record has no bytes");
        }
        if (value.length > maxBytes) {
            throw new RejectedRecordException(
                    RejectionReason.OVERSIZED,
                    "the record has " + value.length + " bytes, more than " + maxBytes);
        }
        return value;
    }
}
