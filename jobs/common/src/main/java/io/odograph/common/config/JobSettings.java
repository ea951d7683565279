// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.config;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;

/** Flink settings that belong to the code of every job and are not for a cluster to choose. */
public final class JobSettings {

    /**
     * Key groups of every job, fixed for the life of its state: many divisors, so that most
     * parallelisms share them out evenly, and room for 720 subtasks.
     */
    public static final int MAX_PARALLELISM = 720;

    private JobSettings() {}

    /** A configuration for {@code StreamExecutionEnvironment.getExecutionEnvironment}. */
    public static Configuration flink() {
        return addTo(new Configuration());
    }

    /** Adds the settings to a configuration and returns it. */
    public static Configuration addTo(Configuration configuration) {
        // A type that would fall to Kryo, or an operator without a uid, fails the start of the job.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        // Right because records are immutable and no operator keeps or changes its input.
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        return configuration;
    }
}
