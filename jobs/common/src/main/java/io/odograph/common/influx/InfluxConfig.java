// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.jspecify.annotations.Nullable;

/**
 * Checked settings of a job's InfluxDB sink; see {@link InfluxOptions} for their meaning.
 *
 * @param url server, with a slash at its end
 * @param api interface
 * @param organization organization, or the empty string
 * @param target bucket, or database of v1
 * @param username user of v1, or the empty string
 * @param secret token, or password of v1
 * @param caFile certificates, or the empty string
 * @param limits sizes and times
 */
public record InfluxConfig(
        String url,
        Api api,
        String organization,
        String target,
        String username,
        Secret secret,
        String caFile,
        Limits limits)
        implements Serializable {

    /** Interface of the server. */
    public enum Api {
        /** InfluxDB 2 and what speaks as it does. */
        V2,
        /** InfluxDB 1. */
        V1
    }

    /**
     * Sizes and times; ms and bytes.
     *
     * @param batchSize most lines in a request
     * @param batchBytes most bytes in a request
     * @param flushInterval longest wait for a full batch
     * @param maxInFlight most requests at the same time
     * @param bufferSize most lines that wait or are under way
     * @param gzip whether requests are compressed
     * @param timeout longest request
     * @param retryMinWait longest wait after the first failure
     * @param retryMaxWait longest wait after any
     */
    public record Limits(
            int batchSize,
            int batchBytes,
            long flushInterval,
            int maxInFlight,
            int bufferSize,
            boolean gzip,
            long timeout,
            long retryMinWait,
            long retryMaxWait)
            implements Serializable {}

    /** Reads the settings if there are any, else null; problems stay with the reader. */
    public static @Nullable InfluxConfig readIfAny(ConfigReader reader) {
        return reader.hasAny("influxdb.") ? read(reader) : null;
    }

    /** Reads the settings; problems stay with the reader. */
    public static InfluxConfig read(ConfigReader reader) {
        String url = url(reader);
        Api api = reader.oneOf(InfluxOptions.API, Api.class);
        String bucket = reader.text(InfluxOptions.BUCKET);
        String database = reader.text(InfluxOptions.DATABASE);
        String organization = reader.text(InfluxOptions.ORGANIZATION);
        String username = reader.text(InfluxOptions.USERNAME);
        Secret token =
                secret(
                        reader,
                        InfluxOptions.TOKEN,
                        InfluxOptions.TOKEN_FILE,
                        InfluxOptions.TOKEN_VARIABLE);
        Secret password =
                secret(
                        reader,
                        InfluxOptions.PASSWORD,
                        InfluxOptions.PASSWORD_FILE,
                        InfluxOptions.PASSWORD_VARIABLE);
        boolean v1 = api == Api.V1;
        needed(reader, InfluxOptions.BUCKET, bucket, !v1);
        needed(reader, InfluxOptions.DATABASE, database, v1);
        notFor(reader, InfluxOptions.ORGANIZATION, organization, v1);
        notFor(reader, InfluxOptions.USERNAME, username, !v1);
        return new InfluxConfig(
                url,
                api,
                organization,
                v1 ? database : bucket,
                username,
                v1 ? password : token,
                reader.text(InfluxOptions.CA_FILE),
                limits(reader));
    }

    private static Limits limits(ConfigReader reader) {
        Duration day = Duration.ofDays(1);
        Limits limits =
                new Limits(
                        reader.count(InfluxOptions.BATCH_SIZE, 1, 50_000),
                        reader.bytes(
                                InfluxOptions.BATCH_BYTES,
                                MemorySize.parse("1 kb"),
                                MemorySize.ofMebiBytes(64)),
                        reader.millis(
                                InfluxOptions.FLUSH_INTERVAL,
                                Duration.ofMillis(10),
                                Duration.ofHours(1)),
                        reader.count(InfluxOptions.MAX_IN_FLIGHT, 1, 16),
                        reader.count(InfluxOptions.BUFFER_SIZE, 2, 10_000_000),
                        reader.flag(InfluxOptions.GZIP),
                        reader.millis(InfluxOptions.TIMEOUT, Duration.ofMillis(100), day),
                        reader.millis(InfluxOptions.RETRY_MIN_WAIT, Duration.ofMillis(1), day),
                        reader.millis(InfluxOptions.RETRY_MAX_WAIT, Duration.ofMillis(1), day));
        if (limits.bufferSize() < (limits.maxInFlight() + 1L) * limits.batchSize()) {
            reader.problem(
                    InfluxOptions.BUFFER_SIZE.key()
                            + ": must hold one batch more than may be under way, ("
                            + InfluxOptions.MAX_IN_FLIGHT.key()
                            + " + 1) * "
                            + InfluxOptions.BATCH_SIZE.key()
                            + " = "
                            + (limits.maxInFlight() + 1L) * limits.batchSize()
                            + ", is "
                            + limits.bufferSize());
        }
        if (limits.retryMaxWait() < limits.retryMinWait()) {
            reader.problem(
                    InfluxOptions.RETRY_MAX_WAIT.key()
                            + ": must be at least "
                            + InfluxOptions.RETRY_MIN_WAIT.key());
        }
        return limits;
    }

    /** A URL may hold a password, so what is wrong is told without it. */
    private static String url(ConfigReader reader) {
        String url = reader.required(InfluxOptions.URL);
        if (url.isBlank()) {
            return url;
        }
        try {
            URI uri = new URI(url);
            boolean web = Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
            if (!web || uri.getHost() == null) {
                reader.problem(InfluxOptions.URL.key() + ": must be http://HOST or https://HOST");
            } else if (uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                reader.problem(
                        InfluxOptions.URL.key()
                                + ": must be without user, question mark and fragment; there are"
                                + " options for what they would say");
            }
        } catch (URISyntaxException e) {
            reader.problem(InfluxOptions.URL.key() + ": is not a URL: " + e.getReason());
        }
        return url.endsWith("/") ? url : url + "/";
    }

    private static Secret secret(
            ConfigReader reader,
            ConfigOption<String> option,
            ConfigOption<String> fileOption,
            String variable) {
        String value = reader.text(option).strip();
        String file = reader.text(fileOption);
        if (!value.isEmpty() && !file.isEmpty()) {
            reader.problem(option.key() + " and " + fileOption.key() + ": only one can be set");
        }
        if (!Secret.isPrintable(value)) {
            reader.problem(option.key() + ": holds characters that no header can carry");
        }
        return new Secret(option.key(), value, file, variable);
    }

    private static void needed(
            ConfigReader reader, ConfigOption<String> option, String value, boolean needed) {
        String other = needed ? "is needed by" : "is not used by";
        if (needed == value.isBlank()) {
            reader.problem(option.key() + ": " + other + " this " + InfluxOptions.API.key());
        }
    }

    private static void notFor(
            ConfigReader reader, ConfigOption<String> option, String value, boolean unused) {
        if (unused && !value.isBlank()) {
            reader.problem(option.key() + ": is not used by this " + InfluxOptions.API.key());
        }
    }
}
