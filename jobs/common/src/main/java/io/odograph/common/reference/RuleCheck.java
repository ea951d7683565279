// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.udfs.reference.Rule;
import java.io.Serializable;
import java.util.List;

/** What a job knows of its detector's thresholds: names, ranges, how they depend on each other. */
@FunctionalInterface
public interface RuleCheck extends Serializable {

    /**
     * Why a rule cannot be used; empty where it can.
     *
     * @param rule a rule for the job's detector, whose thresholds are finite
     * @return sentences that name the threshold and what it may be, never an id
     */
    List<String> problems(Rule rule);
}
