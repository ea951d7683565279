// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.udfs.telemetry.Telemetry;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of one record into validated telemetry.
 *
 * <p>Implementations keep nothing of one record that could reach the next, and throw nothing but
 * {@link RejectedRecordException}, whatever the bytes.
 */
@FunctionalInterface
public interface TelemetryDecoder extends Serializable {

    /**
     * Decodes and validates one record.
     *
     * @param value the bytes as they came, or null for a tombstone
     * @param appendTime when the record was appended, ms since the epoch, used as receive time
     *     where the record has none and as the limit of what can have been received; {@link
     *     Origin#NO_TIMESTAMP} where unknown: then an absent receive time becomes the event time
     * @return the validated record
     * @throws RejectedRecordException if the record cannot be used
     */
    Telemetry decode(byte @Nullable [] value, long appendTime) throws RejectedRecordException;
}
