// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.time.Duration;
import org.apache.flink.configuration.MemorySize;

/**
 * Checked settings of decoding and validation; see {@link IntakeOptions}.
 *
 * @param decode limits of decoding
 * @param times limits of clocks
 */
public record IntakeConfig(DecodeLimits decode, TimeLimits times) implements Serializable {

    /** Reads the settings; problems stay with the reader. */
    public static IntakeConfig read(ConfigReader reader) {
        int record =
                reader.bytes(
                        IntakeOptions.MAX_RECORD_SIZE,
                        MemorySize.parse("1 kb"),
                        MemorySize.parse("64 mb"));
        int string =
                reader.bytes(
                        IntakeOptions.MAX_STRING_SIZE,
                        MemorySize.parse("64 b"),
                        MemorySize.parse("1 mb"));
        int items = reader.count(IntakeOptions.MAX_ITEMS, 16, 16 * 1024 * 1024);
        if (string > record || items > record) {
            reader.problem(
                    IntakeOptions.MAX_STRING_SIZE.key()
                            + " and "
                            + IntakeOptions.MAX_ITEMS.key()
                            + ": must be at most "
                            + IntakeOptions.MAX_RECORD_SIZE.key()
                            + " in bytes");
        }
        TimeLimits times =
                new TimeLimits(
                        reader.millis(IntakeOptions.MAX_AHEAD, Duration.ZERO, Duration.ofDays(1)),
                        reader.millis(
                                IntakeOptions.MAX_BEHIND,
                                Duration.ofMinutes(1),
                                Duration.ofDays(3_500)));
        return new IntakeConfig(
                new DecodeLimits(record, Math.min(string, record), Math.min(items, record)), times);
    }

    /** Decoder of the telemetry topic. */
    public TelemetryDecoder decoder() {
        return new AvroTelemetryDecoder(decode, times);
    }

    /** Decoder of JSON Lines. */
    public TelemetryDecoder jsonDecoder() {
        return new JsonTelemetryDecoder(decode, times);
    }
}
