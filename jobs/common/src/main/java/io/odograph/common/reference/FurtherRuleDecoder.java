// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.reference.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the rules of a further detector of a job. What is no rule of any detector is rejected by
 * the decoder of the job's own, and would be a dead letter twice.
 */
final class FurtherRuleDecoder implements ReferenceDecoder<Rule> {

    private final RuleDecoder decoder;

    FurtherRuleDecoder(RuleDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public @Nullable ReferenceUpdate<Rule> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException {
        try {
            return decoder.decode(key, value);
        } catch (RejectedRecordException e) {
            if (value == null || e.reason() != RejectionReason.INVALID_RULE) {
                return null;
            }
            throw e;
        }
    }
}
