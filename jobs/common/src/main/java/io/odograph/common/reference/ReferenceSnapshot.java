// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * A reference topic as it stood when the job was started, so that its first record meets what was
 * there; travels with the job graph.
 *
 * @param id what it was read from; the same for the same content; empty where nothing was read
 * @param values all versions of all records
 * @param ends how far the partitions of the topic were read, exclusive
 * @param <T> rule or override
 */
public record ReferenceSnapshot<T>(String id, List<T> values, Map<Integer, Long> ends)
        implements Serializable {

    /** Copies what it is given. */
    public ReferenceSnapshot {
        values = List.copyOf(values);
        ends = Map.copyOf(ends);
    }

    /** Of no topic. */
    public static <T> ReferenceSnapshot<T> none() {
        return new ReferenceSnapshot<>("", List.of(), Map.of());
    }
}
