// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import io.odograph.udfs.telemetry.DeviceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one detector, and which of them is in force for a vehicle at an event time.
 *
 * <p>Of each rule the highest version whose time contains the event time counts. Of the rules that
 * match, the most specific wins: vehicle before vehicle class before fleet before tenant before
 * all; where these are the same, one for a device kind before one for all; then the smaller id. So
 * what is in force depends on which versions were put, never on their order, as long as a version
 * is not given twice with different content. Not thread-safe.
 */
public final class RuleBook extends VersionedBook<Rule> {

    /** Versions of one rule that are kept, the highest ones; bounds what replays can look back. */
    public static final int MAX_VERSIONS = 8;

    /** Rules that are kept; bounds the state that every subtask has a copy of. */
    public static final int MAX_RULES = 10_000;

    /** Versions by what they hold for, then by rule id: the first one in force is the answer. */
    private final Map<RuleScope, NavigableMap<String, List<Rule>>> byScope = new HashMap<>();

    private final int[] scopesOfMask = new int[RuleScope.MASKS];

    /** An empty book. */
    public RuleBook() {
        super(MAX_RULES, MAX_VERSIONS);
    }

    /**
     * The rule in force, or null.
     *
     * @param vehicleId the vehicle
     * @param vehicleClass its class, or null
     * @param fleetId its fleet, or null
     * @param tenantId its tenant, or null
     * @param deviceKind kind of the device that reported, or null
     * @param eventTime event time, ms
     */
    public @Nullable Rule inForce(
            String vehicleId,
            @Nullable VehicleClass vehicleClass,
            @Nullable String fleetId,
            @Nullable String tenantId,
            @Nullable DeviceKind deviceKind,
            long eventTime) {
        if (isEmpty()) {
            return null;
        }
        RuleScope asked = new RuleScope(vehicleId, vehicleClass, fleetId, tenantId, deviceKind);
        int stated = asked.mask();
        for (int mask = stated; mask >= 0; mask--) {
            if (scopesOfMask[mask] > 0 && (mask & ~stated) == 0) {
                Rule rule = firstInForce(asked.only(mask), eventTime);
                if (rule != null) {
                    return rule;
                }
            }
        }
        return null;
    }

    private @Nullable Rule firstInForce(RuleScope scope, long eventTime) {
        NavigableMap<String, List<Rule>> rules = byScope.get(scope);
        if (rules != null) {
            for (List<Rule> candidate : rules.values()) {
                Rule rule = inForce(candidate, eventTime);
                // Another version of the rule, with another scope, may be in force instead.
                if (rule != null && RuleScope.of(rule).equals(scope)) {
                    return rule;
                }
            }
        }
        return null;
    }

    private static @Nullable Rule inForce(List<Rule> highestFirst, long eventTime) {
        for (Rule rule : highestFirst) {
            if (rule.effectiveFrom() <= eventTime && eventTime < rule.effectiveTo()) {
                return rule;
            }
        }
        return null;
    }

    @Override
    protected void changed(String ruleId, List<Rule> before, List<Rule> after) {
        for (Rule rule : before) {
            removeFrom(RuleScope.of(rule), ruleId);
        }
        for (Rule rule : after) {
            addTo(RuleScope.of(rule), ruleId, after);
        }
    }

    private void addTo(RuleScope scope, String ruleId, List<Rule> rules) {
        byScope.computeIfAbsent(
                        scope,
                        added -> {
                            scopesOfMask[added.mask()]++;
                            return new TreeMap<>();
                        })
                .put(ruleId, rules);
    }

    private void removeFrom(RuleScope scope, String ruleId) {
        NavigableMap<String, List<Rule>> rules = byScope.get(scope);
        if (rules != null && rules.remove(ruleId) != null && rules.isEmpty()) {
            byScope.remove(scope);
            scopesOfMask[scope.mask()]--;
        }
    }
}
