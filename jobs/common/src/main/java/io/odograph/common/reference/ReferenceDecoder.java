// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.RejectedRecordException;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Turns the records of a reference topic into updates.
 *
 * <p>Implementations throw nothing but {@link RejectedRecordException}, whatever the bytes.
 *
 * @param <T> rule, profile or override
 */
public interface ReferenceDecoder<T> extends Serializable {

    /**
     * Decodes and checks one record.
     *
     * @param key key as it came, or null
     * @param value value as it came, or null for a tombstone
     * @return the update, or null if it is for others
     * @throws RejectedRecordException if the record cannot be used
     */
    @Nullable ReferenceUpdate<T> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException;
}
