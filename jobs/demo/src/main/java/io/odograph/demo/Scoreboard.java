// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.util.List;

/**
 * What was found, against the ground truth.
 *
 * @param scores its parts, in the order in which they are shown
 */
record Scoreboard(List<Score> scores) {

    /** Whether nothing was missed, nothing was false and every record is where it belongs. */
    boolean isPerfect() {
        return scores.stream().allMatch(Score::isPerfect);
    }

    /** The scoreboard as lines for a person. */
    List<String> lines() {
        return scores.stream().flatMap(score -> score.lines().stream()).toList();
    }
}
