// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleThresholds;
import org.jspecify.annotations.Nullable;

/** Thresholds of rules, put together once for each: every report asks for them. */
final class RulesInForce {

    private final RuleThresholds<SpeedingThresholds> thresholds;
    private @Nullable Rule last;

    RulesInForce(SpeedingThresholds defaults) {
        thresholds = new RuleThresholds<>(defaults, defaults::with);
    }

    /** Thresholds where a rule is in force, or none. */
    SpeedingThresholds at(@Nullable Rule rule) {
        last = rule;
        return thresholds.at(rule);
    }

    /** How alerts name the rule that was asked for last, or null for none. */
    @Nullable String label() {
        return last == null ? null : last.label();
    }
}
