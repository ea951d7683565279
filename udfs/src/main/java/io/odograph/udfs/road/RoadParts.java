// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.nio.ByteBuffer;

/**
 * What a road network consists of, in memory as in its file.
 *
 * @param version identity of the content, hexadecimal
 * @param tables the few things that edges refer to
 * @param nodes {@link #NODE} ints per node: latitude, longitude, first of its {@code outs}; a last
 *     one ends the list
 * @param outs {@link #OUT} ints per drivable key that leaves a node: key, node at its end, bits of
 *     its length as a float
 * @param edges {@link #EDGE} ints per edge: see {@link RoadNetwork}; a last one ends the points
 * @param points latitude, longitude
 * @param rows cells per row of the grid, from the southernmost row on
 * @param cells hash table of the grid, {@link #CELL} ints per slot: row, column, first of its
 *     {@code entries}, how many; empty where that is 0
 * @param entries two ints per run of segments in a cell: edge; first segment * 256 + how many
 * @param virtual real node of each node that stands for one with a forbidden turn, by number from
 *     the first such node on
 * @param nameBegins where each name begins in {@code names}; a last one ends it
 * @param names UTF-8
 */
record RoadParts(
        String version,
        RoadTables tables,
        IntSection nodes,
        IntSection outs,
        IntSection edges,
        IntSection points,
        IntSection rows,
        IntSection cells,
        IntSection entries,
        IntSection virtual,
        IntSection nameBegins,
        ByteBuffer names) {

    static final int NODE = 3;
    static final int OUT = 3;
    static final int EDGE = 10;
    static final int POINT = 2;
    static final int CELL = 4;
    static final int ENTRY = 2;

    /** The sections of ints, in the order of the file. */
    IntSection[] ints() {
        return new IntSection[] {
            nodes, outs, edges, points, rows, cells, entries, virtual, nameBegins
        };
    }
}
