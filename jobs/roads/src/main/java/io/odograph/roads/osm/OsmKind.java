// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

/** Kinds of things in an OpenStreetMap file. */
public enum OsmKind {
    /** A point. */
    NODE,
    /** A line through points. */
    WAY,
    /** Things that belong together. */
    RELATION
}
