// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverrideBook;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.metrics.MetricGroup;
import org.jspecify.annotations.Nullable;

/** The books of an operator; those that it can have nothing in take no state. */
final class ReferenceBooks {

    private final @Nullable BroadcastBook<Rule, RuleBook> rules;
    private final @Nullable BroadcastBook<LimitOverride, LimitOverrideBook> limits;
    private final @Nullable BroadcastBook<Fence, FenceBook> fences;

    private ReferenceBooks(
            @Nullable BroadcastBook<Rule, RuleBook> rules,
            @Nullable BroadcastBook<LimitOverride, LimitOverrideBook> limits,
            @Nullable BroadcastBook<Fence, FenceBook> fences) {
        this.rules = rules;
        this.limits = limits;
        this.fences = fences;
    }

    static ReferenceBooks restore(
            OperatorStateStore store,
            VehicleOperatorFactory.References references,
            MetricGroup metrics)
            throws Exception {
        return new ReferenceBooks(
                references.mayHaveRules()
                        ? BroadcastBook.ofRules(store, references.initialRules(), metrics)
                        : null,
                references.mayHaveLimits()
                        ? BroadcastBook.ofLimits(store, references.initialLimits(), metrics)
                        : null,
                references.mayHaveFences()
                        ? BroadcastBook.ofFences(store, references.initialFences(), metrics)
                        : null);
    }

    RuleBook rules() {
        return rules == null ? new RuleBook() : rules.book();
    }

    LimitOverrideBook limits() {
        return limits == null ? new LimitOverrideBook() : limits.book();
    }

    FenceBook fences() {
        return fences == null ? new FenceBook() : fences.book();
    }

    /** Takes a rule or its withdrawal; there is an input of them. */
    void rule(ReferenceUpdate<Rule> update) throws Exception {
        rules.apply(update);
    }

    /** Takes an override or its withdrawal; there is an input of them. */
    void limit(ReferenceUpdate<LimitOverride> update) throws Exception {
        limits.apply(update);
    }

    /** Takes a fence or its withdrawal; there is an input of them. */
    void fence(ReferenceUpdate<Fence> update) throws Exception {
        fences.apply(update);
    }
}
