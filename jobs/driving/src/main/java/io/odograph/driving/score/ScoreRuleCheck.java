// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.reference.RuleCheck;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.score.ScoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accepts rules that name versions that there are.
 *
 * @param scorecards versions of the scorecards
 * @param models versions of the models
 */
record ScoreRuleCheck(List<Long> scorecards, List<Long> models) implements RuleCheck {

    @Override
    public List<String> problems(Rule rule) {
        Map<String, List<Long>> known =
                new TreeMap<>(
                        Map.of(
                                ScoreRules.SCORECARD_VERSION,
                                scorecards,
                                ScoreRules.MODEL_VERSION,
                                models));
        List<String> problems = new ArrayList<>();
        new TreeMap<>(rule.thresholds())
                .forEach(
                        (name, value) -> {
                            List<Long> versions = known.get(name);
                            if (versions == null) {
                                problems.add("a threshold is none of " + known.keySet());
                            } else if (versions.stream()
                                    .noneMatch(one -> one.doubleValue() == value)) {
                                problems.add(name + " must be one of " + versions);
                            }
                        });
        return problems;
    }
}
