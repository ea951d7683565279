// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.udfs.road.RoadNetworkBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forbids in a network the turns that restrictions forbid. */
final class TurnApplier {

    private final Ways ways;
    private final Segments segments;
    private final Nodes nodes;
    private final RoadNetworkBuilder builder;

    /** Keys that touch the nodes of restrictions, both directions of each piece, by node. */
    private final Map<Integer, List<Integer>> keys = new HashMap<>();

    TurnApplier(Ways ways, Segments segments, Nodes nodes, RoadNetworkBuilder builder) {
        this.ways = ways;
        this.segments = segments;
        this.nodes = nodes;
        this.builder = builder;
    }

    /** Applies all restrictions, and counts those that could be. */
    void apply() {
        Set<Integer> vias = new HashSet<>();
        for (TurnRule rule : ways.turns()) {
            vias.add(nodes.find(rule.via()));
        }
        for (int segment = 0; segment < segments.count(); segment++) {
            add(vias, segments.firstNode(segment), 2 * segment + 1);
            add(vias, segments.lastNode(segment), 2 * segment);
        }
        for (TurnRule rule : ways.turns()) {
            if (apply(rule)) {
                ways.turnCount().applied++;
            } else {
                ways.turnCount().incomplete++;
            }
        }
    }

    /** Of the two directions of a piece, that which arrives at the node. */
    private void add(Set<Integer> vias, int node, int key) {
        if (vias.contains(node)) {
            keys.computeIfAbsent(node, n -> new ArrayList<>()).add(key);
        }
    }

    private boolean apply(TurnRule rule) {
        List<Integer> arriving = keys.getOrDefault(nodes.find(rule.via()), List.of());
        boolean applied = false;
        for (long from : rule.from()) {
            List<Integer> ins = of(arriving, from).stream().filter(this::isDrivable).toList();
            for (long to : rule.to()) {
                List<Integer> outs =
                        of(arriving, to).stream()
                                .map(key -> key ^ 1)
                                .filter(this::isDrivable)
                                .toList();
                applied |= from == to ? backOn(ins, rule) : turn(ins, outs, arriving, rule);
            }
        }
        return applied;
    }

    /** A way that goes on after the node would leave open which of its halves is meant. */
    private boolean turn(
            List<Integer> ins, List<Integer> outs, List<Integer> arriving, TurnRule rule) {
        if (ins.size() != 1 || outs.size() != 1) {
            return false;
        }
        if (!rule.only()) {
            builder.forbidTurn(ins.get(0), outs.get(0));
            return true;
        }
        for (int key : arriving) {
            int out = key ^ 1;
            if (isDrivable(out) && !isTarget(out, rule)) {
                builder.forbidTurn(ins.get(0), out);
            }
        }
        return true;
    }

    /** From a way into itself: no turning round, wherever one comes from. */
    private boolean backOn(List<Integer> ins, TurnRule rule) {
        if (rule.only()) {
            return false;
        }
        boolean applied = false;
        for (int key : ins) {
            if (isDrivable(key ^ 1)) {
                builder.forbidTurn(key, key ^ 1);
                applied = true;
            }
        }
        return applied;
    }

    private boolean isTarget(int out, TurnRule rule) {
        long way = ways.id(segments.way(out >> 1));
        return Arrays.stream(rule.to()).anyMatch(to -> to == way);
    }

    private List<Integer> of(List<Integer> arriving, long way) {
        return arriving.stream().filter(key -> ways.id(segments.way(key >> 1)) == way).toList();
    }

    private boolean isDrivable(int key) {
        WayTraits traits = ways.traits(segments.way(key >> 1));
        return (key & 1) == 0 ? traits.access().forward() : traits.access().backward();
    }
}
