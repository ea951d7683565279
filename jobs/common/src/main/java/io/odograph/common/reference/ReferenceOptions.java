// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of rules and vehicle profiles. */
public final class ReferenceOptions {

    /** Topic of the rules. */
    public static final ConfigOption<String> RULES_TOPIC =
            ConfigOptions.key("reference.rules.topic")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Compacted topic of the rules, key = rule id. Read to its end before the "
                                    + "job starts, then followed. Default: no rules are read, the "
                                    + "options hold for all.");

    /** Topic of the vehicle profiles. */
    public static final ConfigOption<String> VEHICLES_TOPIC =
            ConfigOptions.key("reference.vehicles.topic")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Compacted topic of the vehicle profiles, key = vehicle id. A profile "
                                    + "applies from when it has arrived, also to records of before. "
                                    + "Default: no profiles are read.");

    private ReferenceOptions() {}
}
