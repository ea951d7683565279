// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.roads;

import io.odograph.udfs.road.MatcherSettings;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of the jobs that know roads. */
public final class RoadOptions {

    /** The road file. */
    public static final ConfigOption<String> FILE =
            ConfigOptions.key("roads.file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Road file, as roads import makes it: a path at which every task manager "
                                    + "has the same file. Mapped into memory, once per process, not "
                                    + "read whole. Checked before the start where the client has it "
                                    + "too. To change it, stop the job with a savepoint.");

    /** How long the matcher waits. */
    public static final ConfigOption<Integer> MATCHER_LAG =
            ConfigOptions.key("roads.matcher.lag")
                    .intType()
                    .defaultValue(MatcherSettings.DEFAULTS.lag())
                    .withDescription(
                            "Fixes that are waited for before a fix is put on a road, 0 to "
                                    + MatcherSettings.MAX_LAG
                                    + ". Small: more wrong roads beside parallel ones and behind "
                                    + "forks; large: alerts come so many fixes later.");

    private RoadOptions() {}
}
