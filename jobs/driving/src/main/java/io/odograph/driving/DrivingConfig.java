// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.job.PositionGridOption;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.udfs.driving.DrivingDetector;
import io.odograph.udfs.driving.DrivingSettings;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.trip.TripSettings;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of the driving pipeline, whatever feeds it; see {@link DrivingOptions}.
 *
 * @param clock settings of the vehicle clock
 * @param settings how driving is summed up
 * @param harsh thresholds of harsh driving
 * @param grid cells to whose centres positions are moved
 */
public record DrivingConfig(
        ClockConfig clock, DrivingSettings settings, HarshThresholds harsh, PositionGrid grid)
        implements Serializable {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    /** Reads the settings; problems stay with the reader. */
    public static DrivingConfig read(ConfigReader reader) {
        ClockConfig clock = ClockConfig.read(reader);
        DrivingSettings settings =
                new DrivingSettings(
                        trips(reader),
                        WindowOptions.sizes(reader),
                        WindowOptions.hours(reader),
                        WindowOptions.zone(reader),
                        millis(reader, DrivingOptions.RETENTION, DAY),
                        reader.millis(DrivingOptions.SETTLE, Duration.ZERO, DAY),
                        millis(reader, DrivingOptions.SILENCE, DAY));
        long silence = Math.max(settings.silence() + DAY.toMillis(), settings.trips().longestGap());
        if (settings.retention() > clock.limits().retention()
                || silence > clock.limits().retention() + DAY.toMillis()) {
            reader.problem(
                    DrivingOptions.RETENTION.key()
                            + " and "
                            + DrivingOptions.TRIP_LONGEST_GAP.key()
                            + ": must be at most "
                            + ClockOptions.RETENTION.key()
                            + ", or the vehicle is forgotten before");
        }
        return new DrivingConfig(
                clock,
                settings,
                harsh(reader),
                new PositionGrid(PositionGridOption.read(reader, DrivingOptions.POSITION_GRID)));
    }

    /** The detector; each subtask has a copy of its own. */
    DrivingDetector detector() {
        return new DrivingDetector(settings, harsh);
    }

    /** Reads the thresholds alone, as the job's options or a rule give them. */
    static HarshThresholds harsh(ConfigReader reader) {
        HarshThresholds thresholds =
                new HarshThresholds(
                        reader.number(DrivingOptions.ACCELERATION, 0.05, 1.5),
                        reader.number(DrivingOptions.BRAKING, 0.05, 1.5),
                        reader.number(DrivingOptions.CORNERING, 0.05, 1.5),
                        reader.number(DrivingOptions.RELEASE, 0.5, 1),
                        reader.number(DrivingOptions.MIN_DURATION, 0.1, 5),
                        reader.number(DrivingOptions.MERGE_GAP, 0, 30),
                        reader.number(DrivingOptions.SEVERE, 1, 5),
                        reader.number(DrivingOptions.EXTREME, 1, 5),
                        reader.number(DrivingOptions.MIN_SPEED_BRAKING, 0, 100),
                        reader.number(DrivingOptions.MIN_SPEED_CORNERING, 0, 100));
        if (thresholds.severe() > thresholds.extreme()) {
            reader.problem(
                    DrivingOptions.SEVERE.key()
                            + ": must not be above "
                            + DrivingOptions.EXTREME.key());
        }
        return thresholds;
    }

    private static TripSettings trips(ConfigReader reader) {
        TripSettings trips =
                new TripSettings(
                        (float) reader.number(DrivingOptions.TRIP_START_SPEED, 3, 50),
                        (float) reader.number(DrivingOptions.TRIP_START_DISTANCE, 50, 5_000),
                        reader.millis(DrivingOptions.TRIP_IGNITION_OFF, Duration.ZERO, DAY),
                        millis(reader, DrivingOptions.TRIP_STANDSTILL, DAY),
                        millis(reader, DrivingOptions.TRIP_IDLING, DAY),
                        millis(reader, DrivingOptions.TRIP_GAP, DAY),
                        millis(reader, DrivingOptions.TRIP_LONGEST_GAP, DAY),
                        millis(reader, DrivingOptions.TRIP_UPDATE_EVERY, DAY));
        if (trips.gap() > trips.longestGap()) {
            reader.problem(
                    DrivingOptions.TRIP_GAP.key()
                            + ": must not be above "
                            + DrivingOptions.TRIP_LONGEST_GAP.key());
        }
        return trips;
    }

    private static long millis(ConfigReader reader, ConfigOption<Duration> option, Duration most) {
        return reader.millis(option, SECOND, most);
    }
}
