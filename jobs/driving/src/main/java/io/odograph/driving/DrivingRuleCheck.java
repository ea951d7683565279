// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.reference.Rule;
import java.util.List;
import java.util.Set;

/**
 * Accepts rules whose thresholds, together with those that they leave alone, could be the job's own
 * options.
 *
 * @param options thresholds by the job's options
 */
record DrivingRuleCheck(HarshThresholds options) implements RuleCheck {

    @Override
    public List<String> problems(Rule rule) {
        Set<String> names = options.byName().keySet();
        if (!names.containsAll(rule.thresholds().keySet())) {
            return List.of("a threshold is none of the driving job's: " + names);
        }
        return options.with(rule.thresholds()).problems();
    }
}
