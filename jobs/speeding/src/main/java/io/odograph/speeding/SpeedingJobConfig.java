// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.job.AlertJobConfig;
import io.odograph.common.reference.ReferenceConfig;
import org.apache.flink.configuration.Configuration;

/** Checked settings of the speeding job between its topics. */
public final class SpeedingJobConfig {

    private SpeedingJobConfig() {}

    /**
     * Reads and checks all options of the job.
     *
     * @throws io.odograph.common.config.InvalidConfigException with every problem, if there is any
     */
    public static AlertJobConfig<SpeedingConfig> from(Configuration configuration) {
        return new AlertJobConfig.Options<>(
                        SpeedingJob.NAME,
                        ReferenceConfig::readWithLimits,
                        SpeedingConfig::read,
                        SpeedingOptions.ALERTS_TOPIC,
                        SpeedingOptions.ALERTS_GUARANTEE)
                .read(configuration);
    }
}
