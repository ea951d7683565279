// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

/**
 * A member of a relation.
 *
 * @param kind what it is
 * @param id which one
 * @param role what it is there for
 */
public record OsmMember(OsmKind kind, long id, String role) {}
