// SPDX-License-Identifier: Apache-2.0
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
        long maxWait = reader.millis(ClockOptions.MAX_WAIT, Duration.ZERO, Duration.ofMinutes(10));
        int maxHeld = reader.count(ClockOptions.MAX_HELD, 1, 100_000);
        long disorder =
                reader.millis(ClockOptions.RECEIVE_DISORDER, Duration.ZERO, Duration.ofMinutes(10));
        long retention =
                reader.millis(ClockOptions.RETENTION, Duration.ofMinutes(15), Duration.ofDays(60));
        // The ranges above keep the retention longer than any wait.
        return new ClockConfig(new ClockLimits(maxWait, maxHeld, retention), disorder);
    }
}
