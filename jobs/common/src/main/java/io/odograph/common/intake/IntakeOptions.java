// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** Options of decoding and validation. */
public final class IntakeOptions {

    /** Longest record. */
    public static final ConfigOption<MemorySize> MAX_RECORD_SIZE =
            ConfigOptions.key("decode.max-record-size")
                    .memoryType()
                    .defaultValue(new MemorySize(DecodeLimits.DEFAULT.maxRecordBytes()))
                    .withDescription(
                            "Longest record. Small: long accelerometer recordings are refused; "
                                    + "large: one record may take more memory.");

    /** Longest string. */
    public static final ConfigOption<MemorySize> MAX_STRING_SIZE =
            ConfigOptions.key("decode.max-string-size")
                    .memoryType()
                    .defaultValue(new MemorySize(DecodeLimits.DEFAULT.maxStringBytes()))
                    .withDescription("Longest string within a record.");

    /** Most items. */
    public static final ConfigOption<Integer> MAX_ITEMS =
            ConfigOptions.key("decode.max-items")
                    .intType()
                    .defaultValue(DecodeLimits.DEFAULT.maxItems())
                    .withDescription("Most items of all arrays of one record together.");

    /** How far clocks may be ahead. */
    public static final ConfigOption<Duration> MAX_AHEAD =
            ConfigOptions.key("clock.max-ahead")
                    .durationType()
                    .defaultValue(Duration.ofMillis(TimeLimits.DEFAULT.maxAheadMillis()))
                    .withDescription(
                            "How far an event time may be ahead of its receive time, and a receive "
                                    + "time of the append time, before the record is refused. Small: "
                                    + "devices with fast clocks are refused; large: their records "
                                    + "are out of order with those of their other devices.");

    /** How far clocks may be behind. */
    public static final ConfigOption<Duration> MAX_BEHIND =
            ConfigOptions.key("clock.max-behind")
                    .durationType()
                    .defaultValue(Duration.ofMillis(TimeLimits.DEFAULT.maxBehindMillis()))
                    .withDescription(
                            "How far an event time may be behind its receive time. Small: backlogs "
                                    + "of vehicles long offline are refused; large: records of "
                                    + "devices with wrong clocks are taken as they are.");

    private IntakeOptions() {}
}
