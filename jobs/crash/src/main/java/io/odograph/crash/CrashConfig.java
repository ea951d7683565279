// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.common.vehicle.ClockOptions;
import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashThresholds;
import io.odograph.udfs.crash.InjuryModel;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;

/**
 * Checked settings of the crash pipeline, whatever feeds it; see {@link CrashOptions}.
 *
 * @param clock settings of the vehicle clock
 * @param settings settings of the detector
 * @param mais2 model of moderate injury
 * @param mais3 model of serious injury
 */
public record CrashConfig(
        ClockConfig clock, CrashSettings settings, InjuryModel mais2, InjuryModel mais3)
        implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static CrashConfig read(ConfigReader reader) {
        ClockConfig clock = ClockConfig.read(reader);
        CrashSettings settings =
                new CrashSettings(
                        thresholds(reader),
                        reader.millis(
                                CrashOptions.NO_CONTACT_AFTER,
                                Duration.ofSeconds(10),
                                Duration.ofHours(1)),
                        reader.millis(
                                CrashOptions.PATTERN_TIMEOUT,
                                Duration.ofMinutes(1),
                                Duration.ofDays(1)),
                        reader.millis(
                                CrashOptions.DELAYED_AFTER,
                                Duration.ofSeconds(10),
                                Duration.ofDays(1)),
                        reader.count(CrashOptions.EVIDENCE_MAX_SAMPLES, 10, 20_000),
                        reader.flag(CrashOptions.MSD_VIN));
        checkTimes(reader, clock, settings);
        return new CrashConfig(
                clock,
                settings,
                model(reader, CrashOptions.RISK_MAIS2, 2),
                model(reader, CrashOptions.RISK_MAIS3, 3));
    }

    /** How alerts look on their topic. */
    public CrashAlertFormat alertFormat() {
        return new CrashAlertFormat(mais2, mais3);
    }

    /** Reads the thresholds alone, as the job's options or a rule give them. */
    static CrashThresholds thresholds(ConfigReader reader) {
        CrashThresholds thresholds =
                new CrashThresholds(
                        reader.number(CrashOptions.IMPACT_DELTA_V, 1, 100),
                        reader.number(CrashOptions.SPEED_BEFORE, 0, 130),
                        reader.number(CrashOptions.REST_SPEED, 0.1, 20),
                        seconds(reader, CrashOptions.REST_DURATION, 1, 600),
                        seconds(reader, CrashOptions.CONFIRM_WITHIN, 10, 600),
                        reader.number(CrashOptions.MAX_BRAKING, 0.3, 3),
                        seconds(reader, CrashOptions.FREE_FALL, 0.05, 2),
                        reader.number(CrashOptions.MODERATE, 1, 200),
                        reader.number(CrashOptions.SEVERE, 1, 200),
                        reader.number(CrashOptions.CRITICAL, 1, 200));
        if (thresholds.speedBefore() <= thresholds.restSpeed()) {
            reader.problem(
                    CrashOptions.SPEED_BEFORE.key()
                            + ": must be above "
                            + CrashOptions.REST_SPEED.key());
        }
        if (thresholds.moderate() > thresholds.severe()
                || thresholds.severe() > thresholds.critical()) {
            reader.problem(
                    CrashOptions.MODERATE.key()
                            + ", "
                            + CrashOptions.SEVERE.key()
                            + " and "
                            + CrashOptions.CRITICAL.key()
                            + ": must not fall");
        }
        return thresholds;
    }

    private static double seconds(
            ConfigReader reader, ConfigOption<Duration> option, double least, double most) {
        return reader.millis(
                        option,
                        Duration.ofMillis(Math.round(least * 1000)),
                        Duration.ofMillis(Math.round(most * 1000)))
                / 1000.0;
    }

    private static void checkTimes(ConfigReader reader, ClockConfig clock, CrashSettings settings) {
        long needed = settings.noContactAfter() + clock.limits().maxWait();
        if (settings.keepOpen() < needed) {
            reader.problem(
                    CrashOptions.PATTERN_TIMEOUT.key()
                            + ": must be at least "
                            + needed / 1000
                            + " s, the sum of "
                            + CrashOptions.NO_CONTACT_AFTER.key()
                            + " and ordering.max-wait");
        }
        if (settings.keepOpen() > clock.limits().retention()) {
            reader.problem(
                    CrashOptions.PATTERN_TIMEOUT.key()
                            + ": must be at most "
                            + ClockOptions.RETENTION.key()
                            + ", or the vehicle is forgotten before its incident is over");
        }
    }

    private static InjuryModel model(ConfigReader reader, ConfigOption<String> option, int level) {
        InjuryModel model = reader.oneOf(option, InjuryModel.class);
        if (model.level() != level) {
            reader.problem(option.key() + ": must be a model of MAIS " + level + "+");
        }
        return model;
    }
}
