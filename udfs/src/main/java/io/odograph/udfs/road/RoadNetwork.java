// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Roads and how they connect: immutable, and shared by all threads of a process. Coordinates are
 * degrees times 10^7.
 *
 * <p>An <i>edge</i> is a road between two nodes. A <i>key</i> is an edge in one direction: 2 * edge
 * in the order of its points, 2 * edge + 1 against it, so that {@code key ^ 1} is the other
 * direction and {@code key >> 1} the edge. Where a turn is forbidden, the key that may not take it
 * ends at a node of its own without that way out: what can be reached is all that counts, and no
 * turn need be looked up.
 */
public final class RoadNetwork {

    private static final int HEAD = 0;
    private static final int FIRST_POINT = 2;
    private static final int ATTRIBUTES = 3;
    private static final int LIMIT = 4;
    private static final int LENGTH = 6;
    private static final int NAME = 7;
    private static final int WAY = 8;

    private static final int FLAGS_SHIFT = 4;
    private static final int DRIVABLE_SHIFT = 12;
    private static final int REGION_SHIFT = 16;

    private final RoadParts parts;
    private final IntSection nodes;
    private final IntSection outs;
    private final IntSection edges;
    private final IntSection points;
    private final RoadLimit[] limits;
    private final Region[] regions;
    private final int realNodes;
    private final int cellBits;

    RoadNetwork(RoadParts parts) {
        this.parts = parts;
        this.nodes = parts.nodes();
        this.outs = parts.outs();
        this.edges = parts.edges();
        this.points = parts.points();
        this.limits = parts.tables().limits().toArray(new RoadLimit[0]);
        this.regions = parts.tables().regions().toArray(new Region[0]);
        this.realNodes = nodeCount() - (int) parts.virtual().size();
        this.cellBits =
                63 - Long.numberOfLeadingZeros(Math.max(1, parts.cells().size() / RoadParts.CELL));
    }

    /**
     * Opens a road file: its contents are mapped, not read, and come as they are needed.
     *
     * @throws RoadFileException if it is not a road file, is of another version, or truncated
     * @throws IOException if it cannot be read
     */
    public static RoadNetwork open(Path file) throws IOException {
        return new RoadNetwork(RoadFile.open(file));
    }

    /**
     * Reads all of a road file and compares it with its checksums.
     *
     * @throws RoadFileException if it is damaged
     * @throws IOException if it cannot be read
     */
    public static void verify(Path file) throws IOException {
        RoadFile.verify(file);
    }

    static int[] edgeRecord(
            RoadEdge edge, int firstPoint, int region, int forward, int backward, int name) {
        int drivable = (edge.forward() == null ? 0 : 1) | (edge.backward() == null ? 0 : 2);
        return new int[] {
            edge.toNode(),
            edge.fromNode(),
            firstPoint,
            edge.roadClass().code()
                    | (edge.flags() & RoadFlags.ALL) << FLAGS_SHIFT
                    | drivable << DRIVABLE_SHIFT
                    | region << REGION_SHIFT,
            forward,
            backward,
            Float.floatToRawIntBits((float) Metres.length(edge.latitudes(), edge.longitudes())),
            name,
            (int) (edge.wayId() >>> 32),
            (int) edge.wayId()
        };
    }

    /** Identity of the content, hexadecimal: the same for the same roads. */
    public String version() {
        return parts.version();
    }

    /** What it was made from. */
    public RoadOrigin origin() {
        return parts.tables().origin();
    }

    /** Number of edges. */
    public int edgeCount() {
        return (int) (edges.size() / RoadParts.EDGE) - 1;
    }

    /** Number of nodes, with those that stand for forbidden turns. */
    public int nodeCount() {
        return (int) (nodes.size() / RoadParts.NODE) - 1;
    }

    /** Number of keys that may be driven. */
    public int drivableCount() {
        return (int) (outs.size() / RoadParts.OUT) - duplicatedOuts();
    }

    private int duplicatedOuts() {
        return nodeCount() == realNodes ? 0 : outEnd(nodeCount() - 1) - outBegin(realNodes);
    }

    /** Whether an edge may be driven in the direction of the key. */
    public boolean isDrivable(int key) {
        return (edge(key >> 1, ATTRIBUTES) >> (DRIVABLE_SHIFT + (key & 1)) & 1) == 1;
    }

    /** Limit of a key. */
    public RoadLimit limit(int key) {
        return limits[limitId(key)];
    }

    /** Number of the limit of a key: keys of the same limit have the same. */
    int limitId(int key) {
        return edge(key >> 1, LIMIT + (key & 1));
    }

    /** All limits by their number. */
    RoadLimit[] limits() {
        return limits.clone();
    }

    /** Class of an edge. */
    public RoadClass roadClass(int edge) {
        return RoadClass.of(edge(edge, ATTRIBUTES) & 0xF);
    }

    /** {@link RoadFlags} of an edge. */
    public int flags(int edge) {
        return edge(edge, ATTRIBUTES) >> FLAGS_SHIFT & RoadFlags.ALL;
    }

    /** Region of an edge. */
    public Region region(int edge) {
        return regions[edge(edge, ATTRIBUTES) >>> REGION_SHIFT];
    }

    /** Identity of an edge's way in the source. */
    public long wayId(int edge) {
        return ((long) edge(edge, WAY) << 32) | (edge(edge, WAY + 1) & 0xFFFF_FFFFL);
    }

    /** Name or number of a road for people, or null. */
    public @Nullable String name(int edge) {
        int id = edge(edge, NAME);
        if (id < 0) {
            return null;
        }
        int begin = parts.nameBegins().get(id);
        byte[] bytes = new byte[parts.nameBegins().get(id + 1) - begin];
        parts.names().get(begin, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Length of an edge, m. */
    public float length(int edge) {
        return Float.intBitsToFloat(edge(edge, LENGTH));
    }

    /** Number of the first point of an edge. */
    public int firstPoint(int edge) {
        return edge(edge, FIRST_POINT);
    }

    /** Number of the last point of an edge. */
    public int lastPoint(int edge) {
        return edge(edge + 1, FIRST_POINT) - 1;
    }

    /** Latitude of a point. */
    public int latitude(int point) {
        return points.get((long) point * RoadParts.POINT);
    }

    /** Longitude of a point. */
    public int longitude(int point) {
        return points.get((long) point * RoadParts.POINT + 1);
    }

    /** Node at the end of a key; see the class on forbidden turns. */
    public int headNode(int key) {
        return edge(key >> 1, HEAD + (key & 1));
    }

    /** Node at the beginning of a key, never one that stands for a forbidden turn. */
    public int tailNode(int key) {
        return realNode(headNode(key ^ 1));
    }

    /** The node itself, or the one that it stands for. */
    public int realNode(int node) {
        return node < realNodes ? node : parts.virtual().get(node - realNodes);
    }

    /** Latitude of a node. */
    public int nodeLatitude(int node) {
        return nodes.get((long) node * RoadParts.NODE);
    }

    /** Longitude of a node. */
    public int nodeLongitude(int node) {
        return nodes.get((long) node * RoadParts.NODE + 1);
    }

    /** First number of the keys that leave a node. */
    public int outBegin(int node) {
        return nodes.get((long) node * RoadParts.NODE + 2);
    }

    /** Last number of the keys that leave a node, exclusive. */
    public int outEnd(int node) {
        return nodes.get((long) (node + 1) * RoadParts.NODE + 2);
    }

    /** A drivable key that leaves a node. */
    public int outKey(int out) {
        return outs.get((long) out * RoadParts.OUT);
    }

    /** Node at the end of {@link #outKey}. */
    public int outHead(int out) {
        return outs.get((long) out * RoadParts.OUT + 1);
    }

    /** Length of {@link #outKey}, m. */
    public float outLength(int out) {
        return Float.intBitsToFloat(outs.get((long) out * RoadParts.OUT + 2));
    }

    /** Row of the grid at a latitude, from 0; outside of the network below 0 or too high. */
    int row(long latitude) {
        return Grid.row(latitude) - parts.tables().firstRow();
    }

    int rowCount() {
        return (int) parts.rows().size();
    }

    int columns(int row) {
        return parts.rows().get(row);
    }

    /** Slot of a cell, or -1 where it is empty. */
    int cell(int row, int column) {
        IntSection cells = parts.cells();
        int mask = (1 << cellBits) - 1;
        for (int slot = Grid.slot(row, column, cellBits); ; slot = slot + 1 & mask) {
            long at = (long) slot * RoadParts.CELL;
            if (cells.get(at + 3) == 0) {
                return -1;
            }
            if (cells.get(at) == row && cells.get(at + 1) == column) {
                return slot;
            }
        }
    }

    int entryBegin(int cell) {
        return parts.cells().get((long) cell * RoadParts.CELL + 2);
    }

    int entryCount(int cell) {
        return parts.cells().get((long) cell * RoadParts.CELL + 3);
    }

    int entryEdge(int entry) {
        return parts.entries().get((long) entry * RoadParts.ENTRY);
    }

    int entryRun(int entry) {
        return parts.entries().get((long) entry * RoadParts.ENTRY + 1);
    }

    private int edge(int edge, int field) {
        return edges.get((long) edge * RoadParts.EDGE + field);
    }
}
