// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Options of the vehicle clock; durations are of receive time. */
public final class ClockOptions {

    /** How long a gap is waited for. */
    public static final ConfigOption<Duration> MAX_WAIT =
            ConfigOptions.key("ordering.max-wait")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(2))
                    .withDescription(
                            "How long a gap in a device's count is waited for. 0: nothing is put in "
                                    + "order; long: alerts of devices that lose records or do not "
                                    + "count come so much later.");

    /** How many records may wait. */
    public static final ConfigOption<Integer> MAX_HELD =
            ConfigOptions.key("ordering.max-held")
                    .intType()
                    .defaultValue(2_048)
                    .withDescription(
                            "How many records of one vehicle may wait, which bounds its state. "
                                    + "Small: a backlog uploaded newest first is late in part; "
                                    + "large: one vehicle may take more memory.");

    /** How far receive times may fall back. */
    public static final ConfigOption<Duration> RECEIVE_DISORDER =
            ConfigOptions.key("ordering.receive-disorder")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "How far receive times may fall back within a partition without any "
                                    + "effect on results. Only what waits for silence comes so much "
                                    + "later.");

    /** How long a silent vehicle is remembered. */
    public static final ConfigOption<Duration> RETENTION =
            ConfigOptions.key("clock.retention")
                    .durationType()
                    .defaultValue(Duration.ofDays(1))
                    .withDescription(
                            "How long the state of a vehicle that is not heard of is kept. Short: a "
                                    + "repeated upload of before is taken for new; long: state grows "
                                    + "with vehicles that never come back.");

    private ClockOptions() {}
}
