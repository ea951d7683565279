// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.job.PositionGridOption;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.udfs.fence.FenceSettings;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.fence.GeofenceDetector;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of the geofence pipeline, whatever feeds it; see {@link BreachOptions}.
 *
 * @param clock settings of the vehicle clock
 * @param settings how fences are watched
 * @param distribution how fences come to the tasks that need them
 */
public record GeofenceConfig(
        ClockConfig clock, FenceSettings settings, FenceDistribution distribution)
        implements Serializable {

    private static final Duration DAY = Duration.ofDays(1);

    /** Reads the settings; problems stay with the reader. */
    public static GeofenceConfig read(ConfigReader reader) {
        ClockConfig clock = ClockConfig.read(reader);
        FenceSettings settings =
                new FenceSettings(
                        thresholds(reader),
                        reader.millis(
                                BreachOptions.MAX_GAP, Duration.ofSeconds(1), Duration.ofHours(1)),
                        reader.millis(
                                BreachOptions.SILENCE_AFTER,
                                Duration.ofMinutes(1),
                                Duration.ofDays(365)),
                        PositionGridOption.read(reader, BreachOptions.POSITION_GRID));
        if (settings.silenceAfter() > clock.limits().retention()) {
            reader.problem(
                    BreachOptions.SILENCE_AFTER.key()
                            + ": must be at most "
                            + ClockOptions.RETENTION.key()
                            + ", or the vehicle is forgotten before its breach is over");
        }
        return new GeofenceConfig(
                clock, settings, reader.oneOf(BreachOptions.DISTRIBUTION, FenceDistribution.class));
    }

    /**
     * Time of the stream after which nothing can come of a vehicle that has been silent for long,
     * ms.
     */
    long forgetAfter() {
        return settings.silenceAfter() + clock.limits().maxWait() + clock.receiveDisorder() + 1;
    }

    /** The detector; each subtask has a copy of its own. */
    GeofenceDetector detector() {
        return new GeofenceDetector(settings);
    }

    /** How alerts look on their topic. */
    public GeofenceAlertFormat alertFormat() {
        return new GeofenceAlertFormat(settings.positionGrid());
    }

    /** Reads the thresholds alone, as the job's options or a rule give them. */
    static FenceThresholds thresholds(ConfigReader reader) {
        return new FenceThresholds(
                reader.count(BreachOptions.CONFIRMATIONS, 1, 10),
                reader.number(BreachOptions.HYSTERESIS, 0, FenceThresholds.MAX_HYSTERESIS),
                seconds(reader, BreachOptions.MIN_INSIDE, DAY),
                seconds(reader, BreachOptions.MIN_OUTSIDE, DAY),
                seconds(reader, BreachOptions.DWELL, Duration.ofDays(7)),
                seconds(reader, BreachOptions.UPDATE_EVERY, Duration.ofDays(7)));
    }

    private static double seconds(
            ConfigReader reader, ConfigOption<Duration> option, Duration most) {
        return reader.millis(option, Duration.ZERO, most) / 1000.0;
    }
}
