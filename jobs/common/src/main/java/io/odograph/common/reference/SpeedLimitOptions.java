// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of overridden speed limits, for the jobs that know roads. */
public final class SpeedLimitOptions {

    /** Topic of the overrides. */
    public static final ConfigOption<String> SPEED_LIMITS_TOPIC =
            ConfigOptions.key("reference.speed-limits.topic")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Compacted topic of overrides of speed limits, key = override id. Read "
                                    + "to its end before the job starts, then followed. Default: "
                                    + "none are read, limits are those of the map.");

    private SpeedLimitOptions() {}
}
