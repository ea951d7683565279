// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.Arrays;

/**
 * Shortest ways from the end of one key to the beginnings of some others: Dijkstra's algorithm, cut
 * off where the way and the straight rest together exceed a bound. Belongs to one thread; allocates
 * nothing per search.
 */
final class RouteSearch {

    private static final int SLOTS = 1 << 14;
    private static final int MASK = SLOTS - 1;

    /** Nodes that are touched at most; what lies beyond them counts as out of reach. */
    private static final int MAX_NODES = SLOTS / 2;

    private final RoadNetwork network;

    private final int[] nodeOf = new int[SLOTS];
    private final int[] stamp = new int[SLOTS];
    private final float[] distanceOf = new float[SLOTS];
    private int search;
    private int touched;

    private long[] heap = new long[1024];
    private int heapSize;

    private final int[] targets = new int[MatcherSettings.MAX_CANDIDATES];
    private final float[] ways = new float[MatcherSettings.MAX_CANDIDATES];
    private int targetCount;
    private long targetBits;
    private int missing;

    private long settled;

    RouteSearch(RoadNetwork network) {
        this.network = network;
    }

    /** Nodes settled by all searches so far. */
    long settled() {
        return settled;
    }

    /** Begins with a new list of keys to be reached. */
    void clearTargets() {
        targetCount = 0;
        targetBits = 0;
    }

    /** Adds a key to be reached. */
    void addTarget(int key) {
        targets[targetCount++] = key;
        targetBits |= 1L << key;
    }

    /** Metres to the beginning of a target, or infinity where it was not reached. */
    float way(int target) {
        return ways[target];
    }

    /**
     * Searches.
     *
     * @param from key from whose end it goes
     * @param turning metres that turning around there counts as
     * @param latitude where all targets are near
     * @param longitude where all targets are near
     * @param perLongitude metres per unit of longitude there
     * @param bound metres beyond which no way counts
     * @param slack metres that targets may be away from that place
     */
    void search(
            int from,
            float turning,
            int latitude,
            int longitude,
            double perLongitude,
            float bound,
            float slack) {
        Arrays.fill(ways, 0, targetCount, Float.POSITIVE_INFINITY);
        begin();
        missing = targetCount;
        int start = network.headNode(from);
        reach(start, 0);
        boolean first = true;
        while (heapSize > 0 && missing > 0) {
            long top = pop();
            int slot = (int) top & MASK;
            float distance = Float.intBitsToFloat((int) (top >>> 32));
            if (distance > distanceOf[slot]) {
                continue;
            }
            if (distance > bound) {
                break;
            }
            settled++;
            expand(
                    nodeOf[slot],
                    distance,
                    first ? from ^ 1 : -1,
                    turning,
                    latitude,
                    longitude,
                    perLongitude,
                    bound + slack);
            first = false;
        }
    }

    private void expand(
            int node,
            float distance,
            int back,
            float turning,
            int latitude,
            int longitude,
            double perLongitude,
            float limit) {
        int end = network.outEnd(node);
        for (int out = network.outBegin(node); out < end; out++) {
            int key = network.outKey(out);
            float begins = key == back ? distance + turning : distance;
            if (((targetBits >>> key) & 1) == 1) {
                arrive(key, begins);
            }
            float reached = begins + network.outLength(out);
            if (reached > limit) {
                continue;
            }
            int head = network.outHead(out);
            double e = ((long) network.nodeLongitude(head) - longitude) * perLongitude;
            double n = ((long) network.nodeLatitude(head) - latitude) * Metres.PER_UNIT;
            double rest = limit - reached;
            if (e * e + n * n <= rest * rest) {
                reach(head, reached);
            }
        }
    }

    private void arrive(int key, float distance) {
        for (int i = 0; i < targetCount; i++) {
            if (targets[i] == key && distance < ways[i]) {
                missing -= ways[i] == Float.POSITIVE_INFINITY ? 1 : 0;
                ways[i] = distance;
            }
        }
    }

    private void begin() {
        heapSize = 0;
        touched = 0;
        search++;
        if (search == 0) {
            Arrays.fill(stamp, 0);
            search = 1;
        }
    }

    private void reach(int node, float distance) {
        int slot = (node * 0x9E3779B9) >>> 18;
        while (stamp[slot] == search) {
            if (nodeOf[slot] == node) {
                if (distance < distanceOf[slot]) {
                    distanceOf[slot] = distance;
                    push(distance, slot);
                }
                return;
            }
            slot = (slot + 1) & MASK;
        }
        if (touched == MAX_NODES) {
            return;
        }
        touched++;
        stamp[slot] = search;
        nodeOf[slot] = node;
        distanceOf[slot] = distance;
        push(distance, slot);
    }

    /** Distances are not negative, so that their bits are in their order; ties go by slot. */
    private void push(float distance, int slot) {
        if (heapSize == heap.length) {
            heap = Arrays.copyOf(heap, heapSize * 2);
        }
        long value = ((long) Float.floatToRawIntBits(distance) << 32) | slot;
        int at = heapSize++;
        while (at > 0) {
            int parent = (at - 1) >>> 1;
            if (heap[parent] <= value) {
                break;
            }
            heap[at] = heap[parent];
            at = parent;
        }
        heap[at] = value;
    }

    private long pop() {
        long top = heap[0];
        long value = heap[--heapSize];
        int at = 0;
        while (2 * at + 1 < heapSize) {
            int child = 2 * at + 1;
            if (child + 1 < heapSize && heap[child + 1] < heap[child]) {
                child++;
            }
            if (heap[child] >= value) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = value;
        return top;
    }
}
