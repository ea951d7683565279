// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.vehicle.ClockConfig;
import io.odograph.udfs.crash.CrashThresholds;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;

/**
 * Checked settings of the crash pipeline, whatever feeds it; see {@link CrashOptions}.
 *
 * @param clock settings of the vehicle clock
 * @param thresholds thresholds of the rule
 * @param patternTimeout ms of receive time for which an impact waits for what followed
 */
public record CrashConfig(ClockConfig clock, CrashThresholds thresholds, long patternTimeout)
        implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static CrashConfig read(ConfigReader reader) {
        ClockConfig clock = ClockConfig.read(reader);
        CrashThresholds thresholds =
                new CrashThresholds(
                        reader.number(CrashOptions.IMPACT_DELTA_V, 1, 100),
                        reader.number(CrashOptions.SPEED_BEFORE, 0, 130),
                        reader.number(CrashOptions.REST_SPEED, 0.1, 20),
                        reader.millis(
                                CrashOptions.REST_DURATION,
                                Duration.ofSeconds(1),
                                Duration.ofMinutes(10)),
                        reader.millis(
                                CrashOptions.CONFIRM_WITHIN,
                                Duration.ofSeconds(10),
                                Duration.ofMinutes(10)));
        long timeout =
                reader.millis(
                        CrashOptions.PATTERN_TIMEOUT, Duration.ofMinutes(1), Duration.ofDays(1));
        if (thresholds.speedBefore() <= thresholds.restSpeed()) {
            reader.problem(
                    CrashOptions.SPEED_BEFORE.key()
                            + ": must be above "
                            + CrashOptions.REST_SPEED.key());
        }
        long needed =
                thresholds.confirmWithin() + thresholds.restDuration() + clock.limits().maxWait();
        if (timeout < needed) {
            reader.problem(
                    CrashOptions.PATTERN_TIMEOUT.key()
                            + ": must be at least "
                            + needed / 1000
                            + " s, the sum of "
                            + CrashOptions.CONFIRM_WITHIN.key()
                            + ", "
                            + CrashOptions.REST_DURATION.key()
                            + " and ordering.max-wait");
        }
        return new CrashConfig(clock, thresholds, timeout);
    }

    /** Thresholds in force by option name, in the option's unit (durations in seconds). */
    Map<String, Double> thresholdsByName() {
        return Map.of(
                CrashOptions.IMPACT_DELTA_V.key(), thresholds.impactDeltaV(),
                CrashOptions.SPEED_BEFORE.key(), thresholds.speedBefore(),
                CrashOptions.REST_SPEED.key(), thresholds.restSpeed(),
                CrashOptions.REST_DURATION.key(), thresholds.restDuration() / 1000.0,
                CrashOptions.CONFIRM_WITHIN.key(), thresholds.confirmWithin() / 1000.0);
    }
}
