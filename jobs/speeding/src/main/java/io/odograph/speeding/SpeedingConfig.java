// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.job.PositionGridOption;
import io.odograph.common.roads.RoadsConfig;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingSettings;
import io.odograph.udfs.speeding.SpeedingThresholds;
import java.io.Serializable;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of the speeding pipeline, whatever feeds it; see {@link SpeedingOptions}.
 *
 * @param clock settings of the vehicle clock
 * @param roads the road file and how vehicles are put on its roads
 * @param settings settings of the detector
 */
public record SpeedingConfig(ClockConfig clock, RoadsConfig roads, SpeedingSettings settings)
        implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static SpeedingConfig read(ConfigReader reader) {
        ClockConfig clock = ClockConfig.read(reader);
        SpeedingSettings settings =
                new SpeedingSettings(
                        thresholds(reader),
                        list(reader, SpeedingOptions.OFF_TENANTS),
                        countries(reader),
                        PositionGridOption.read(reader, SpeedingOptions.POSITION_GRID),
                        reader.millis(
                                SpeedingOptions.SILENCE_AFTER,
                                Duration.ofMinutes(1),
                                Duration.ofDays(1)));
        if (settings.silenceAfter() > clock.limits().retention()) {
            reader.problem(
                    SpeedingOptions.SILENCE_AFTER.key()
                            + ": must be at most "
                            + ClockOptions.RETENTION.key()
                            + ", or the vehicle is forgotten before its episode is over");
        }
        return new SpeedingConfig(clock, RoadsConfig.read(reader), settings);
    }

    /** The detector; each subtask has a copy of its own. */
    SpeedingDetector detector() {
        return new SpeedingDetector(settings, roads.matcher(), roads.networks());
    }

    /** How alerts look on their topic. */
    public SpeedingAlertFormat alertFormat() {
        return new SpeedingAlertFormat(settings.positionGrid());
    }

    /** Reads the thresholds alone, as the job's options or a rule give them. */
    static SpeedingThresholds thresholds(ConfigReader reader) {
        SpeedingThresholds thresholds =
                new SpeedingThresholds(
                        reader.flag(SpeedingOptions.ENABLED) ? 1 : 0,
                        reader.number(SpeedingOptions.TOLERANCE_ABSOLUTE, 0, 100),
                        reader.number(SpeedingOptions.TOLERANCE_RELATIVE, 0, 100),
                        reader.number(SpeedingOptions.HYSTERESIS, 0, 50),
                        seconds(reader, SpeedingOptions.MIN_DURATION, 0, 600),
                        seconds(reader, SpeedingOptions.MERGE_GAP, 0, 600),
                        seconds(reader, SpeedingOptions.MAX_GAP, 1, 3_600),
                        seconds(reader, SpeedingOptions.LIMIT_DEBOUNCE, 0, 60),
                        seconds(reader, SpeedingOptions.BAND_HOLD, 0, 60),
                        reader.number(SpeedingOptions.MAJOR_ABSOLUTE, 0, 200),
                        reader.number(SpeedingOptions.MAJOR_RELATIVE, 0, 200),
                        reader.number(SpeedingOptions.SEVERE_ABSOLUTE, 0, 200),
                        reader.number(SpeedingOptions.SEVERE_RELATIVE, 0, 200),
                        reader.number(SpeedingOptions.MIN_MATCH_CONFIDENCE, 0, 1),
                        reader.number(SpeedingOptions.MIN_LIMIT_CONFIDENCE, 0, 1),
                        reader.oneOf(SpeedingOptions.INFERRED, Inferred.class).number());
        if (thresholds.majorAbsolute() > thresholds.severeAbsolute()) {
            mustNotFall(reader, SpeedingOptions.MAJOR_ABSOLUTE, SpeedingOptions.SEVERE_ABSOLUTE);
        }
        if (thresholds.majorRelative() > thresholds.severeRelative()) {
            mustNotFall(reader, SpeedingOptions.MAJOR_RELATIVE, SpeedingOptions.SEVERE_RELATIVE);
        }
        return thresholds;
    }

    private static void mustNotFall(
            ConfigReader reader, ConfigOption<?> major, ConfigOption<?> severe) {
        reader.problem(major.key() + " and " + severe.key() + ": must not fall");
    }

    private static double seconds(
            ConfigReader reader, ConfigOption<Duration> option, int least, int most) {
        return reader.millis(option, Duration.ofSeconds(least), Duration.ofSeconds(most)) / 1000.0;
    }

    private static Set<String> countries(ConfigReader reader) {
        Set<String> countries = list(reader, SpeedingOptions.OFF_COUNTRIES);
        if (!countries.stream().allMatch(country -> country.matches("[A-Z]{2}"))) {
            reader.problem(
                    SpeedingOptions.OFF_COUNTRIES.key()
                            + ": must be codes of two capital letters (ISO 3166-1), is "
                            + countries);
        }
        return countries;
    }

    private static Set<String> list(ConfigReader reader, ConfigOption<String> option) {
        Set<String> items = new TreeSet<>();
        for (String item : reader.text(option).split(",", -1)) {
            items.add(item.strip());
        }
        items.remove("");
        return items;
    }
}
