// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.Rule;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Thresholds of rules, put together once for each: every report asks for them. */
final class RulesInForce {

    /** More rules than this in one thread begin anew; a withdrawn one must not stay for ever. */
    private static final int MAX_KEPT = 1_000;

    private final SpeedingThresholds defaults;
    private final IdentityHashMap<Rule, SpeedingThresholds> kept = new IdentityHashMap<>();
    private @Nullable Rule last;

    RulesInForce(SpeedingThresholds defaults) {
        this.defaults = defaults;
    }

    /** Thresholds where a rule is in force, or none. */
    SpeedingThresholds at(@Nullable Rule rule) {
        last = rule;
        if (rule == null) {
            return defaults;
        }
        SpeedingThresholds known = kept.get(rule);
        if (known == null) {
            if (kept.size() >= MAX_KEPT) {
                kept.clear();
            }
            known = defaults.with(rule.thresholds());
            kept.put(rule, known);
        }
        return known;
    }

    /** How alerts name the rule that was asked for last, or null for none. */
    @Nullable String label() {
        return last == null ? null : last.label();
    }
}
