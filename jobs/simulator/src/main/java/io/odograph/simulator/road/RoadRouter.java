// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.simulator.math.Rng;
import io.odograph.udfs.road.RoadNetwork;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Finds the quickest way over drivable keys. It searches over keys, not nodes, so that turn
 * restrictions hold; it turns round at dead ends only. Not for several threads.
 */
public final class RoadRouter {

    private static final int ATTEMPTS = 400;

    private record Reached(double cost, int key) {}

    private final RoadNetwork network;
    private final double[] costs;
    private final int[] before;
    private final List<Integer> touched = new ArrayList<>();

    /** Creates a router; it holds 12 bytes per key. */
    public RoadRouter(RoadNetwork network) {
        this.network = network;
        this.costs = new double[2 * network.edgeCount()];
        this.before = new int[costs.length];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
    }

    /**
     * The quickest way on from the end of a key.
     *
     * @param from key that is being driven
     * @param toNode where to
     * @return the keys after it; empty if it ends there, null if there is no way
     */
    public int @Nullable [] onwards(int from, int toNode) {
        int last = search(from, toNode);
        List<Integer> keys = new ArrayList<>();
        for (int key = last; key >= 0 && key != from; key = before[key]) {
            keys.add(key);
        }
        forget();
        Collections.reverse(keys);
        return last < 0 ? null : keys.stream().mapToInt(Integer::intValue).toArray();
    }

    private int search(int from, int toNode) {
        PriorityQueue<Reached> queue =
                new PriorityQueue<>(
                        (a, b) ->
                                a.cost != b.cost
                                        ? Double.compare(a.cost, b.cost)
                                        : Integer.compare(a.key, b.key));
        reach(from, -1, 0, queue);
        while (!queue.isEmpty()) {
            Reached next = queue.remove();
            if (next.cost > costs[next.key]) {
                continue;
            }
            int node = network.headNode(next.key);
            if (network.realNode(node) == toNode) {
                return next.key;
            }
            for (int out = network.outBegin(node); out < network.outEnd(node); out++) {
                int key = network.outKey(out);
                if (key != (next.key ^ 1) || isDeadEnd(node)) {
                    reach(key, next.key, next.cost + seconds(key), queue);
                }
            }
        }
        return -1;
    }

    private void reach(int key, int from, double cost, PriorityQueue<Reached> queue) {
        if (cost < costs[key]) {
            if (costs[key] == Double.POSITIVE_INFINITY) {
                touched.add(key);
            }
            costs[key] = cost;
            before[key] = from;
            queue.add(new Reached(cost, key));
        }
    }

    private void forget() {
        for (int key : touched) {
            costs[key] = Double.POSITIVE_INFINITY;
        }
        touched.clear();
    }

    private boolean isDeadEnd(int node) {
        return network.outEnd(node) - network.outBegin(node) == 1;
    }

    private double seconds(int key) {
        return network.length(key >> 1) * 3.6 / ClassSpeeds.steady(network, key);
    }

    /**
     * The quickest way through nodes in their order.
     *
     * @throws IllegalArgumentException if there is none
     */
    public RoadRoute through(int... nodes) {
        int[] best = new int[0];
        for (int out = network.outBegin(nodes[0]); out < network.outEnd(nodes[0]); out++) {
            int[] keys = through(network.outKey(out), nodes);
            if (keys.length > 0 && (best.length == 0 || seconds(keys) < seconds(best))) {
                best = keys;
            }
        }
        if (best.length == 0) {
            throw new IllegalArgumentException("there is no way through " + Arrays.toString(nodes));
        }
        return RoadRoute.of(network, best);
    }

    private int[] through(int first, int... nodes) {
        int[] keys = {first};
        for (int i = 1; i < nodes.length; i++) {
            int[] more = onwards(keys[keys.length - 1], nodes[i]);
            if (more == null) {
                return new int[0];
            }
            keys = joined(keys, more);
        }
        return keys;
    }

    private double seconds(int... keys) {
        double sum = 0;
        for (int key : keys) {
            sum += seconds(key);
        }
        return sum;
    }

    /**
     * A way between random nodes.
     *
     * @param rng draws the nodes
     * @param shortest m
     * @param longest m
     * @throws IllegalStateException if the network has hardly any such way
     */
    public RoadRoute between(Rng rng, double shortest, double longest) {
        for (int i = 0; i < ATTEMPTS; i++) {
            int from = randomKey(rng);
            int[] more = from < 0 ? null : onwards(from, randomNode(rng));
            if (more != null) {
                RoadRoute route = RoadRoute.of(network, joined(new int[] {from}, more));
                if (route.length() >= shortest && route.length() <= longest) {
                    return route;
                }
            }
        }
        throw new IllegalStateException("no way of " + shortest + " to " + longest + " m found");
    }

    /**
     * A way from random node to random node and on, until it is long enough.
     *
     * @param rng draws the nodes
     * @param length m, reached within a key
     * @throws IllegalStateException if the network has hardly any such way
     */
    public RoadRoute wandering(Rng rng, double length) {
        return extended(between(rng, 1, Double.MAX_VALUE), rng, length);
    }

    /** The same way that goes on over random nodes until it is long enough. */
    public RoadRoute extended(RoadRoute begun, Rng rng, double length) {
        RoadRoute route = begun;
        for (int i = 0; i < ATTEMPTS && route.length() < length; i++) {
            int[] more = onwards(route.key(route.size() - 1), randomNode(rng));
            if (more != null && more.length > 0) {
                route = RoadRoute.of(network, joined(route.keys(), more));
            }
        }
        int needed = route.indexAt(length) + 1;
        return route.length() < length
                ? route
                : RoadRoute.of(network, Arrays.copyOf(route.keys(), needed));
    }

    private int randomNode(Rng rng) {
        return network.realNode(rng.below(network.nodeCount()));
    }

    private int randomKey(Rng rng) {
        int node = randomNode(rng);
        int outs = network.outEnd(node) - network.outBegin(node);
        return outs == 0 ? -1 : network.outKey(network.outBegin(node) + rng.below(outs));
    }

    private static int[] joined(int[] first, int... then) {
        int[] all = Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
