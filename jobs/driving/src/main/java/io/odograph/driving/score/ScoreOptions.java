// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of scores. */
public final class ScoreOptions {

    /** Whether trips and days are scored. */
    public static final ConfigOption<Boolean> ENABLED =
            ConfigOptions.key("scores.enabled")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Whether trips, days and thirty days are scored.");

    /** Topic of the scores. */
    public static final ConfigOption<String> TOPIC =
            ConfigOptions.key("scores.topic")
                    .stringType()
                    .defaultValue("scores")
                    .withDescription("Topic of the scores; its key is the vehicle id.");

    /** Directory of scorecards and models. */
    public static final ConfigOption<String> MODELS =
            ConfigOptions.key("score.models")
                    .stringType()
                    .defaultValue("")
                    .withDescription(
                            "Directory of scorecards (*.json) and models (*.pmml), read once where "
                                    + "the job is submitted and sent along with it. Empty: the "
                                    + "default scorecard.");

    private ScoreOptions() {}
}
