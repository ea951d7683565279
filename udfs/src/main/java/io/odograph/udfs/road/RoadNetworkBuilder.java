// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.IntList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds a road network from nodes, edges and forbidden turns. The numbers that it gives out are
 * good for its own calls only: the network numbers nodes and edges by where they are, so that what
 * is near is near in memory too. The same calls give the same network. Not thread-safe.
 */
public final class RoadNetworkBuilder {

    /** More would not fit the numbers of their records. */
    private static final int MAX_EDGES = Integer.MAX_VALUE / RoadParts.EDGE - 1;

    private static final int MAX_REGIONS = 1 << 16;

    private final RoadOrigin origin;
    private final IntList nodeLat = new IntList();
    private final IntList nodeLon = new IntList();
    private final IntList records = new IntList();
    private final IntList pointLat = new IntList();
    private final IntList pointLon = new IntList();
    private final Map<RoadLimit, Integer> limits = new LinkedHashMap<>();
    private final Map<Region, Integer> regions = new LinkedHashMap<>();
    private final NameTable names = new NameTable();
    private final TreeMap<Integer, TreeSet<Integer>> forbidden = new TreeMap<>();

    /** Begins with an empty network. */
    public RoadNetworkBuilder(RoadOrigin origin) {
        this.origin = origin;
        limits.put(RoadLimit.UNKNOWN, 0);
    }

    /** Adds a node; returns its number here. */
    public int addNode(int latitude, int longitude) {
        nodeLat.add(latitude);
        nodeLon.add(longitude);
        return nodeLat.size() - 1;
    }

    /**
     * Adds an edge; returns its number here.
     *
     * @throws IllegalArgumentException if it has fewer than two points, does not begin and end at
     *     its nodes, or is one too many
     */
    public int addEdge(RoadEdge edge) {
        check(edge);
        int number = edgeCount();
        int first = pointLat.size();
        for (int i = 0; i < edge.latitudes().length; i++) {
            pointLat.add(edge.latitudes()[i]);
            pointLon.add(edge.longitudes()[i]);
        }
        int region = number(regions, edge.region());
        if (region >= MAX_REGIONS) {
            throw new IllegalArgumentException("more than " + MAX_REGIONS + " regions");
        }
        int forward = edge.forward() == null ? 0 : number(limits, edge.forward());
        int backward = edge.backward() == null ? 0 : number(limits, edge.backward());
        int name = edge.name() == null ? -1 : names.number(edge.name());
        for (int field : RoadNetwork.edgeRecord(edge, first, region, forward, backward, name)) {
            records.add(field);
        }
        return number;
    }

    /** How many edges there are. */
    public int edgeCount() {
        return records.size() / RoadParts.EDGE;
    }

    /**
     * Forbids to turn from one key into another, both in the numbers of {@link #addEdge}.
     *
     * @throws IllegalArgumentException if the second does not begin where the first ends
     */
    public void forbidTurn(int fromKey, int toKey) {
        if (head(fromKey) != head(toKey ^ 1)) {
            throw new IllegalArgumentException(
                    "key " + toKey + " does not begin where key " + fromKey + " ends");
        }
        forbidden.computeIfAbsent(fromKey, key -> new TreeSet<>()).add(toKey);
    }

    /** Builds the network in memory. */
    public RoadNetwork build() {
        return new RoadNetwork(parts());
    }

    /**
     * Builds the network into a file, over one that is there.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        RoadFile.write(parts(), file);
    }

    private void check(RoadEdge edge) {
        int last = edge.latitudes().length - 1;
        if (last < 1 || edge.longitudes().length != last + 1) {
            throw new IllegalArgumentException("way " + edge.wayId() + " has too few points");
        }
        boolean begins = isAt(edge.fromNode(), edge.latitudes()[0], edge.longitudes()[0]);
        if (!begins || !isAt(edge.toNode(), edge.latitudes()[last], edge.longitudes()[last])) {
            throw new IllegalArgumentException(
                    "way " + edge.wayId() + " does not begin and end at its nodes");
        }
        if (edgeCount() == MAX_EDGES) {
            throw new IllegalArgumentException("more than " + MAX_EDGES + " edges");
        }
    }

    private boolean isAt(int node, int latitude, int longitude) {
        return nodeLat.get(node) == latitude && nodeLon.get(node) == longitude;
    }

    private int head(int key) {
        return records.get((key >> 1) * RoadParts.EDGE + (key & 1));
    }

    private static <T> int number(Map<T, Integer> table, T value) {
        Integer known = table.putIfAbsent(value, table.size());
        return known == null ? table.size() - 1 : known;
    }

    private RoadParts parts() {
        int[] nodeOrder = SpatialOrder.of(nodeLat.toArray(), nodeLon.toArray());
        int[] newNode = SpatialOrder.inverse(nodeOrder);
        int[] edgeOrder = edgeOrder();
        int[] newEdge = SpatialOrder.inverse(edgeOrder);
        int[] edges = new int[(edgeCount() + 1) * RoadParts.EDGE];
        IntList points = new IntList();
        GridBuilder grid = grid();
        for (int edge = 0; edge < edgeOrder.length; edge++) {
            int old = edgeOrder[edge];
            int at = edge * RoadParts.EDGE;
            for (int field = 0; field < RoadParts.EDGE; field++) {
                edges[at + field] = records.get(old * RoadParts.EDGE + field);
            }
            edges[at] = newNode[edges[at]];
            edges[at + 1] = newNode[edges[at + 1]];
            edges[at + 2] = points.size() / RoadParts.POINT;
            addPoints(old, edge, points, grid);
        }
        edges[edgeCount() * RoadParts.EDGE + 2] = points.size() / RoadParts.POINT;
        NodeTable nodes = new NodeTable(nodeOrder, nodeLat, nodeLon, edges);
        forbidden.forEach(
                (from, to) -> {
                    List<Integer> keys = new ArrayList<>();
                    to.forEach(key -> keys.add(renumbered(key, newEdge)));
                    nodes.forbid(renumbered(from, newEdge), keys);
                });
        nodes.build();
        int[][] cells = grid.build();
        RoadTables tables =
                new RoadTables(
                        origin,
                        grid.firstRow(),
                        List.copyOf(regions.keySet()),
                        List.copyOf(limits.keySet()));
        return Identified.parts(
                tables,
                names.bytes(),
                nodes.nodes(),
                nodes.outs(),
                edges,
                points.toArray(),
                grid.rows(),
                cells[0],
                cells[1],
                nodes.virtual(),
                names.begins());
    }

    private static int renumbered(int key, int[] newEdge) {
        return (newEdge[key >> 1] << 1) | (key & 1);
    }

    private int[] edgeOrder() {
        int[] lat = new int[edgeCount()];
        int[] lon = new int[edgeCount()];
        for (int i = 0; i < lat.length; i++) {
            int first = records.get(i * RoadParts.EDGE + 2);
            lat[i] = pointLat.get(first);
            lon[i] = pointLon.get(first);
        }
        return SpatialOrder.of(lat, lon);
    }

    private GridBuilder grid() {
        int south = Integer.MAX_VALUE;
        int north = Integer.MIN_VALUE;
        for (int i = 0; i < pointLat.size(); i++) {
            south = Math.min(south, pointLat.get(i));
            north = Math.max(north, pointLat.get(i));
        }
        return south > north ? new GridBuilder(0, 0) : new GridBuilder(south, north);
    }

    private void addPoints(int old, int edge, IntList points, GridBuilder grid) {
        int from = records.get(old * RoadParts.EDGE + 2);
        boolean isLast = old + 1 == edgeCount();
        int to = isLast ? pointLat.size() : records.get((old + 1) * RoadParts.EDGE + 2);
        grid.begin();
        for (int i = from; i < to; i++) {
            points.add(pointLat.get(i));
            points.add(pointLon.get(i));
            if (i > from) {
                grid.add(
                        edge,
                        i - from - 1,
                        pointLat.get(i - 1),
                        pointLon.get(i - 1),
                        pointLat.get(i),
                        pointLon.get(i));
            }
        }
    }
}
