package io.odograph.common.vehicle;

import io.odograph.common.config.ConfigReader;
import io.odograph.udfs.clock.ClockLimits;
import java.io.Serializable;
import java.time.Duration;

/**
 * Checked settings of the vehicle clock; see {@link ClockOptions}.
 *
 * @param limits what the clock may wait for and remember
 * @param receiveDisorder how far receive times may fall back, ms
 */
public record ClockConfig(ClockLimits limits, long receiveDisorder) implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static ClockConfig read(ConfigReader reader) {
        long maxWait =
                reader.millis(ClockOptions.MAX_WAIT, Duration.ZERO, Duration.ofMinutes(10));
        int maxHeld = reader.count(ClockOptions.MAX_HELD, 1, 100_000);
        long disorder =
                reader.millis(ClockOptions.RECEIVE_DISORDER, Duration.ZERO, Duration.ofMinutes(10));
        long retention =
                reader.millis(
                        ClockOptions.RETENTION, Duration.ofMinutes(15), Duration.ofDays(60));
        // Values outside their range are reported by the reader; the clock only accepts good ones.
        return new ClockConfig(
                new ClockLimits(
                        Math.max(0, maxWait), Math.max(1, maxHeld), Math.max(retention, maxWait + 1)),
                disorder);
    }
}
