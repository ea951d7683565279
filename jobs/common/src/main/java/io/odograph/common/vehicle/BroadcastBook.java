// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceBook;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.reference.Versioned;
import io.odograph.udfs.reference.VersionedBook;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.LimitOverrideBook;
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

/**
 * A book with its copy in broadcast state, which every subtask has whole.
 *
 * @param <T> rule, override or fence
 * @param <B> its book
 */
public final class BroadcastBook<T extends Versioned, B extends VersionedBook<T>> {

    private final B book;
    private final BroadcastState<String, List<T>> state;
    private final Counter refused;

    private BroadcastBook(
            B book, String named, BroadcastState<String, List<T>> state, MetricGroup metrics) {
        this.book = book;
        this.state = state;
        MetricGroup group = metrics.addGroup("reference");
        this.refused = group.counter("num" + named + "Refused");
        group.gauge("num" + named, book::size);
    }

    /**
     * The rules; names of state are part of the savepoint.
     *
     * @param store state of the operator
     * @param snapshot rules that hold before a stream has said anything
     * @param metrics metrics of the operator
     */
    public static BroadcastBook<Rule, RuleBook> ofRules(
            OperatorStateStore store, ReferenceSnapshot<Rule> snapshot, MetricGroup metrics)
            throws Exception {
        return of(new RuleBook(), Rule.class, "rule", "Rules", store, snapshot, metrics);
    }

    /** The overrides of speed limits. */
    static BroadcastBook<LimitOverride, LimitOverrideBook> ofLimits(
            OperatorStateStore store,
            ReferenceSnapshot<LimitOverride> snapshot,
            MetricGroup metrics)
            throws Exception {
        return of(
                new LimitOverrideBook(),
                LimitOverride.class,
                "speed-limit",
                "SpeedLimits",
                store,
                snapshot,
                metrics);
    }

    /** The fences. */
    static BroadcastBook<Fence, FenceBook> ofFences(
            OperatorStateStore store, ReferenceSnapshot<Fence> snapshot, MetricGroup metrics)
            throws Exception {
        return of(new FenceBook(), Fence.class, "fence", "Fences", store, snapshot, metrics);
    }

    private static <T extends Versioned, B extends VersionedBook<T>> BroadcastBook<T, B> of(
            B empty,
            Class<T> type,
            String name,
            String named,
            OperatorStateStore store,
            ReferenceSnapshot<T> snapshot,
            MetricGroup metrics)
            throws Exception {
        BroadcastBook<T, B> book =
                new BroadcastBook<>(
                        empty, named, store.getBroadcastState(values(name + "s", type)), metrics);
        book.restore(store, name + "-snapshot", snapshot);
        return book;
    }

    private static <T> MapStateDescriptor<String, List<T>> values(String name, Class<T> type) {
        return new MapStateDescriptor<>(name, Types.STRING, Types.LIST(TypeInformation.of(type)));
    }

    /**
     * Takes what is in the state, then what is in the snapshot, unless the state has taken this
     * very snapshot in before: what was withdrawn since must not come back by a restart. A new
     * snapshot is younger than the state and has every record: one that it does not have was
     * withdrawn while no job ran, and the topic may have forgotten by now that it was.
     */
    private void restore(OperatorStateStore store, String name, ReferenceSnapshot<T> snapshot)
            throws Exception {
        for (Map.Entry<String, List<T>> versions : state.entries()) {
            versions.getValue().forEach(book::put);
        }
        // The snapshot that has been taken in is the only key.
        BroadcastState<String, Boolean> taken =
                store.getBroadcastState(
                        new MapStateDescriptor<>(name, Types.STRING, Types.BOOLEAN));
        if (!taken.contains(snapshot.id())) {
            if (!snapshot.id().isEmpty()) {
                withdrawAllBut(snapshot);
            }
            for (T value : snapshot.values()) {
                put(value);
            }
            taken.clear();
            taken.put(snapshot.id(), true);
        }
    }

    /** The book. */
    public B book() {
        return book;
    }

    /** Takes a new version or a withdrawal. */
    public void apply(ReferenceUpdate<T> update) throws Exception {
        T value = update.value();
        if (value != null) {
            put(value);
        } else {
            withdraw(update.id());
        }
    }

    private void withdrawAllBut(ReferenceSnapshot<T> snapshot) throws Exception {
        Set<String> withdrawn = new TreeSet<>();
        state.entries().forEach(versions -> withdrawn.add(versions.getKey()));
        snapshot.values().forEach(value -> withdrawn.remove(value.id()));
        for (String id : withdrawn) {
            withdraw(id);
        }
    }

    private void withdraw(String id) throws Exception {
        book.withdraw(id);
        state.remove(id);
    }

    private void put(T value) throws Exception {
        if (book.put(value)) {
            state.put(value.id(), book.versions(value.id()));
        } else {
            refused.inc();
        }
    }
}
