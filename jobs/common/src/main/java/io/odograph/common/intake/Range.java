// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Allowed values of one numeric field, as the doc of the field in the schema says.
 *
 * @param field path of the field
 * @param min smallest value
 * @param max largest value
 * @param unit unit, or empty for a count
 */
record Range(String field, double min, double max, String unit) {

    /**
     * Checks one value; absent is allowed.
     *
     * @throws RejectedRecordException if it is NaN or infinite, or outside the range
     */
    void check(@Nullable Number value) throws RejectedRecordException {
        if (value != null) {
            check(value.doubleValue(), RejectionReason.OUT_OF_RANGE);
        }
    }

    /** Checks one value with a reason of its own for being outside the range. */
    void check(double value, RejectionReason outside) throws RejectedRecordException {
        if (!Double.isFinite(value)) {
            throw new RejectedRecordException(
                    RejectionReason.NOT_FINITE, field + " is not a finite number");
        }
        if (value < min || value > max) {
            throw new RejectedRecordException(
                    outside,
                    (field + " is outside " + text(min) + ".." + text(max) + " " + unit).strip());
        }
    }

    private static String text(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
