// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of geofences, for the jobs that know fences or their speed limits. */
public final class GeofenceOptions {

    /** Topic of the geofences. */
    public static final ConfigOption<String> GEOFENCES_TOPIC =
            ConfigOptions.key("reference.geofences.topic")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Compacted topic of the geofences, key = fence id. Read to its end "
                                    + "before the job starts, then followed. Default: none are "
                                    + "read.");

    private GeofenceOptions() {}
}
