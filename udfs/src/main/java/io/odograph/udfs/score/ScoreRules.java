// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.Rule;
import org.jspecify.annotations.Nullable;

/** Which rule names the versions that a vehicle is scored by. */
@FunctionalInterface
public interface ScoreRules {

    /** Name of the detector in rules. */
    String DETECTOR = "score";

    /** Threshold that names the version of the scorecard. */
    String SCORECARD_VERSION = "score.scorecard.version";

    /** Threshold that names the version of the model. */
    String MODEL_VERSION = "score.model.version";

    /** No rules. */
    ScoreRules NONE = (of, time) -> null;

    /**
     * The rule in force, or null.
     *
     * @param of what is scored
     * @param time event time, ms
     */
    @Nullable Rule at(DrivingOutput of, long time);
}
