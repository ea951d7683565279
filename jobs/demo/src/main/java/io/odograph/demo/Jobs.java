// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.config.JobSettings;
import io.odograph.crash.CrashJob;
import io.odograph.crash.CrashJobConfig;
import io.odograph.driving.DrivingJob;
import io.odograph.driving.DrivingJobConfig;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.embedded.EmbeddedQuestDb;
import io.odograph.geofence.GeofenceJob;
import io.odograph.geofence.GeofenceJobConfig;
import io.odograph.speeding.SpeedingJob;
import io.odograph.speeding.SpeedingJobConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The jobs of the demo, on one cluster and one topic of telemetry.
 *
 * @param kafka broker with all topics
 * @param flink cluster with {@link #SLOTS} slots
 * @param database where the driving job writes to
 * @param roads the road file
 */
record Jobs(EmbeddedKafka kafka, EmbeddedFlink flink, EmbeddedQuestDb database, Path roads) {

    private static final int PARALLELISM = 2;

    /** Slots that all jobs take together. */
    static final int SLOTS = 4 * PARALLELISM;

    private static final Duration CHECKPOINTS = Duration.ofSeconds(1);

    /** Submits the crash job, which begins at {@code earliest} or {@code latest}. */
    JobRun crash(String from) throws Exception {
        return submit(
                CrashJob.NAME,
                options(from),
                (env, options) -> CrashJob.attach(env, CrashJobConfig.from(options)));
    }

    /** Submits the speeding job, which begins at {@code earliest} or {@code latest}. */
    JobRun speeding(String from) throws Exception {
        Configuration options = options(from);
        options.setString("roads.file", roads.toString());
        options.setString("reference.vehicles.topic", Topics.VEHICLES);
        options.setString("reference.speed-limits.topic", Topics.SPEED_LIMITS);
        options.setString("reference.geofences.topic", Topics.GEOFENCES);
        return submit(
                SpeedingJob.NAME,
                options,
                (env, all) -> SpeedingJob.attach(env, SpeedingJobConfig.from(all)));
    }

    /** Submits the geofence job, which begins at {@code earliest} or {@code latest}. */
    JobRun geofence(String from) throws Exception {
        Configuration options = options(from);
        options.setString("reference.geofences.topic", Topics.GEOFENCES);
        return submit(
                GeofenceJob.NAME,
                options,
                (env, all) -> GeofenceJob.attach(env, GeofenceJobConfig.from(all)));
    }

    /** Submits the driving job, which begins at {@code earliest} or {@code latest}. */
    JobRun driving(String from) throws Exception {
        Configuration options = options(from);
        options.setString("reference.vehicles.topic", Topics.VEHICLES);
        options.setString("influxdb.url", database.url());
        options.setString("influxdb.bucket", "odograph");
        return submit(
                DrivingJob.NAME,
                options,
                (env, all) -> DrivingJob.attach(env, DrivingJobConfig.from(all)));
    }

    private Configuration options(String from) {
        Configuration options = new Configuration();
        options.setString("kafka.bootstrap.servers", kafka.bootstrapServers());
        options.setString("telemetry.starting-offsets", from);
        return options;
    }

    private JobRun submit(
            String name,
            Configuration options,
            BiConsumer<StreamExecutionEnvironment, Configuration> job)
            throws Exception {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, PARALLELISM);
        settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINTS);
        // A failure must show; a restart would begin the account anew.
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        StreamExecutionEnvironment env = flink.environment(settings);
        job.accept(env, options);
        return new JobRun(name, env.executeAsync("odograph-" + name));
    }
}
