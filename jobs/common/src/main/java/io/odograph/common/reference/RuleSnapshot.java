// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.udfs.reference.Rule;
import java.io.Serializable;
import java.util.List;

/**
 * The rules as they stood on their topic when the job was started, so that its first record meets
 * them; travels with the job graph.
 *
 * @param id what it was read from; the same for the same content; empty where nothing was read
 * @param rules all versions of all rules
 */
public record RuleSnapshot(String id, List<Rule> rules) implements Serializable {

    /** No rules. */
    public static final RuleSnapshot EMPTY = new RuleSnapshot("", List.of());

    /** Copies the rules. */
    public RuleSnapshot {
        rules = List.copyOf(rules);
    }
}
