// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.common.reference.RuleSnapshot;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The rule book with its copy in broadcast state, which every subtask has whole. */
final class RuleState {

    private static final MapStateDescriptor<String, List<Rule>> RULES =
            new MapStateDescriptor<>(
                    "rules", Types.STRING, Types.LIST(TypeInformation.of(Rule.class)));

    /** The snapshot that has been taken in, as the only key. */
    private static final MapStateDescriptor<String, Boolean> SNAPSHOT =
            new MapStateDescriptor<>("rule-snapshot", Types.STRING, Types.BOOLEAN);

    private final RuleBook book = new RuleBook();
    private final BroadcastState<String, List<Rule>> state;
    private final Counter refused;

    private RuleState(BroadcastState<String, List<Rule>> state, MetricGroup metrics) {
        this.state = state;
        MetricGroup group = metrics.addGroup("reference");
        this.refused = group.counter("numRulesRefused");
        group.gauge("numRules", book::size);
    }

    /**
     * Takes the rules from the state, then those of the snapshot, unless the state has taken this
     * very snapshot in before: what was withdrawn since must not come back by a restart. A new
     * snapshot is younger than the state and has every rule: one that it does not have was
     * withdrawn while no job ran, and the topic may have forgotten by now that it was.
     */
    static RuleState restore(OperatorStateStore store, RuleSnapshot snapshot, MetricGroup metrics)
            throws Exception {
        RuleState rules = new RuleState(store.getBroadcastState(RULES), metrics);
        for (Map.Entry<String, List<Rule>> rule : rules.state.entries()) {
            rule.getValue().forEach(rules.book::put);
        }
        BroadcastState<String, Boolean> taken = store.getBroadcastState(SNAPSHOT);
        if (!taken.contains(snapshot.id())) {
            if (!snapshot.id().isEmpty()) {
                rules.withdrawAllBut(snapshot);
            }
            for (Rule rule : snapshot.rules()) {
                rules.put(rule);
            }
            taken.clear();
            taken.put(snapshot.id(), true);
        }
        return rules;
    }

    /** The rules. */
    RuleBook book() {
        return book;
    }

    /** Takes a new version of a rule or its withdrawal. */
    void apply(ReferenceUpdate<Rule> update) throws Exception {
        if (update.value() != null) {
            put(update.value());
        } else {
            withdraw(update.id());
        }
    }

    private void withdrawAllBut(RuleSnapshot snapshot) throws Exception {
        Set<String> withdrawn = new TreeSet<>();
        state.entries().forEach(rule -> withdrawn.add(rule.getKey()));
        snapshot.rules().forEach(rule -> withdrawn.remove(rule.ruleId()));
        for (String ruleId : withdrawn) {
            withdraw(ruleId);
        }
    }

    private void withdraw(String ruleId) throws Exception {
        book.withdraw(ruleId);
        state.remove(ruleId);
    }

    private void put(Rule rule) throws Exception {
        if (book.put(rule)) {
            state.put(rule.ruleId(), book.versions(rule.ruleId()));
        } else {
            refused.inc();
        }
    }
}
