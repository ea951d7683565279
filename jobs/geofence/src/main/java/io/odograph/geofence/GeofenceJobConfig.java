// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.job.AlertJobConfig;
import io.odograph.common.reference.ReferenceConfig;
import org.apache.flink.configuration.Configuration;

/** Checked settings of the geofence job between its topics. */
public final class GeofenceJobConfig {

    private GeofenceJobConfig() {}

    /**
     * Reads and checks all options of the job.
     *
     * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is any
     */
    public static AlertJobConfig<GeofenceConfig> from(Configuration configuration) {
        return new AlertJobConfig.Options<>(
                        GeofenceJob.NAME,
                        ReferenceConfig::readWithFences,
                        GeofenceConfig::read,
                        BreachOptions.ALERTS_TOPIC,
                        BreachOptions.ALERTS_GUARANTEE)
                .read(configuration);
    }
}
