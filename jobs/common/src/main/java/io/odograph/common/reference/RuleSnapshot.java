// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.udfs.reference.Rule;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The rules as they stood on their topic when the job was started, so that its first record meets
 * them; travels with the job graph.
 *
 * @param id what it was read from; the same for the same content; empty where nothing was read
 * @param rules all versions of all rules
 * @param ends how far the partitions of the topic were read, exclusive
 */
public record RuleSnapshot(String id, List<Rule> rules, Map<Integer, Long> ends)
        implements Serializable {

    /** No rules. */
    public static final RuleSnapshot EMPTY = new RuleSnapshot("", List.of(), Map.of());

    /** Copies what it is given. */
    public RuleSnapshot {
        rules = List.copyOf(rules);
        ends = Map.copyOf(ends);
    }
}
