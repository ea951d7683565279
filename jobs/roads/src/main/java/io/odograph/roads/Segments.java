// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

/**
 * Ways cut into pieces between junctions. A piece is a range of the nodes of its way, both ends
 * included; nodes that are not in the file cut a way, too.
 */
final class Segments {

    private static final double METRES = 0.0111194926645;

    private final Ways ways;
    private final Nodes nodes;
    private final IntList way = new IntList();
    private final IntList first = new IntList();
    private final IntList last = new IntList();
    private int cutWays;

    /** Cuts all ways, in their order. */
    Segments(Ways ways, Nodes nodes) {
        this.ways = ways;
        this.nodes = nodes;
        for (int i = 0; i < ways.count(); i++) {
            cut(i);
        }
    }

    private void cut(int number) {
        int begin = -1;
        boolean complete = true;
        int end = ways.end(number);
        for (int at = ways.begin(number); at < end; at++) {
            int node = node(at);
            if (!nodes.isPresent(node)) {
                add(number, begin, at - 1);
                begin = -1;
                complete = false;
            } else if (begin < 0) {
                begin = at;
            } else if (nodes.isJunction(node) || at == end - 1) {
                add(number, begin, at);
                begin = at;
            }
        }
        cutWays += complete ? 0 : 1;
    }

    private void add(int number, int begin, int end) {
        if (begin >= 0 && end > begin) {
            way.add(number);
            first.add(begin);
            last.add(end);
        }
    }

    int count() {
        return way.size();
    }

    /** Ways of which nodes are missing. */
    int cutWays() {
        return cutWays;
    }

    int way(int segment) {
        return way.get(segment);
    }

    int firstNode(int segment) {
        return node(first.get(segment));
    }

    int lastNode(int segment) {
        return node(last.get(segment));
    }

    int[] latitudes(int segment) {
        int[] latitudes = new int[last.get(segment) - first.get(segment) + 1];
        for (int i = 0; i < latitudes.length; i++) {
            latitudes[i] = nodes.latitude(node(first.get(segment) + i));
        }
        return latitudes;
    }

    int[] longitudes(int segment) {
        int[] longitudes = new int[last.get(segment) - first.get(segment) + 1];
        for (int i = 0; i < longitudes.length; i++) {
            longitudes[i] = nodes.longitude(node(first.get(segment) + i));
        }
        return longitudes;
    }

    /** Length, m. */
    double length(int segment) {
        int[] latitudes = latitudes(segment);
        int[] longitudes = longitudes(segment);
        double scale = METRES * Math.cos(Math.toRadians(latitudes[0] / 1e7));
        double length = 0;
        for (int i = 1; i < latitudes.length; i++) {
            length +=
                    Math.hypot(
                            ((double) latitudes[i] - latitudes[i - 1]) * METRES,
                            ((double) longitudes[i] - longitudes[i - 1]) * scale);
        }
        return length;
    }

    /** Latitude half-way between its ends. */
    int middleLatitude(int segment) {
        return middle(nodes.latitude(firstNode(segment)), nodes.latitude(lastNode(segment)));
    }

    /** Longitude half-way between its ends. */
    int middleLongitude(int segment) {
        return middle(nodes.longitude(firstNode(segment)), nodes.longitude(lastNode(segment)));
    }

    private static int middle(int a, int b) {
        return (int) (((long) a + b) / 2);
    }

    private int node(int at) {
        return nodes.at(at);
    }
}
