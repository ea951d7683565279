// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import java.time.Instant;
import java.util.List;

/** Takes what is in a file, in the order of the file: any order. */
public interface OsmSink {

    /** Whether it wants things of a kind; the others need not be decoded. */
    boolean wants(OsmKind kind);

    /** As of when the data is, where the file says so. */
    default void dataTime(Instant time) {}

    /** A node; coordinates are degrees times 10^7. */
    default void node(long id, int latitude, int longitude) {}

    /** A way and its nodes. */
    default void way(long id, long[] nodes, Tags tags) {}

    /** A relation and its members. */
    default void relation(long id, List<OsmMember> members, Tags tags) {}
}
