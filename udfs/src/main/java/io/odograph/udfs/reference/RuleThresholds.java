// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds of rules, put together once for each, since every report asks for them. Serves one
 * thread.
 *
 * @param <T> thresholds
 */
public final class RuleThresholds<T> {

    /** More rules than this in one thread begin anew; a withdrawn one must not stay for ever. */
    private static final int MAX_KEPT = 1_000;

    private final T defaults;
    private final Function<Map<String, Double>, T> with;
    private final IdentityHashMap<Rule, T> kept = new IdentityHashMap<>();

    /**
     * Of some defaults.
     *
     * @param defaults thresholds where no rule is in force
     * @param with the defaults with some of them overridden by name
     */
    public RuleThresholds(T defaults, Function<Map<String, Double>, T> with) {
        this.defaults = defaults;
        this.with = with;
    }

    /** Thresholds where a rule is in force, or none. */
    public T at(@Nullable Rule rule) {
        if (rule == null) {
            return defaults;
        }
        T known = kept.get(rule);
        if (known == null) {
            if (kept.size() >= MAX_KEPT) {
                kept.clear();
            }
            known = with.apply(rule.thresholds());
            kept.put(rule, known);
        }
        return known;
    }
}
