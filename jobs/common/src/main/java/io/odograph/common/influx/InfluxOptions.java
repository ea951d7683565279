// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.MemorySize;

/** Options of a job's InfluxDB sink. */
public final class InfluxOptions {

    /** Environment variable of the token. */
    public static final String TOKEN_VARIABLE = "ODOGRAPH_INFLUXDB_TOKEN";

    /** Environment variable of the password. */
    public static final String PASSWORD_VARIABLE = "ODOGRAPH_INFLUXDB_PASSWORD";

    /** The server. */
    public static final ConfigOption<String> URL =
            ConfigOptions.key("influxdb.url")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "The server, as https://host:8086, with a path where a proxy asks for"
                                    + " one. With http the token travels readable. Redirects are"
                                    + " refused.");

    /** Which interface. */
    public static final ConfigOption<String> API =
            ConfigOptions.key("influxdb.api")
                    .stringType()
                    .defaultValue("v2")
                    .withDescription(
                            "v2 (/api/v2/write: InfluxDB 2, 3, Cloud, QuestDB, VictoriaMetrics) or"
                                    + " v1 (/write: InfluxDB 1).");

    /** Organization of v2. */
    public static final ConfigOption<String> ORGANIZATION =
            ConfigOptions.key("influxdb.org")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Organization, by name or id. v2 only; InfluxDB 3 does not look at it.");

    /** Bucket of v2. */
    public static final ConfigOption<String> BUCKET =
            ConfigOptions.key("influxdb.bucket")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Bucket, by name or id; the database of InfluxDB 3. Needed by v2. Its"
                                    + " retention must be longer than the oldest point, or old"
                                    + " points become dead letters.");

    /** Token of v2. */
    public static final ConfigOption<String> TOKEN =
            ConfigOptions.key("influxdb.token")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "Token that may write to the bucket. Better in a file or the"
                                    + " environment: what is given here travels with the job."
                                    + " Without any, none is sent. v2 only.");

    /** File of the token. */
    public static final ConfigOption<String> TOKEN_FILE =
            ConfigOptions.key("influxdb.token-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File on every task manager that holds the token and nothing else, such"
                                    + " as a mounted secret; read again at each start. Where"
                                    + " neither is set, the environment variable "
                                    + TOKEN_VARIABLE
                                    + " of the task managers counts.");

    /** Database of v1. */
    public static final ConfigOption<String> DATABASE =
            ConfigOptions.key("influxdb.database")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Database. Needed by v1, where its default policy is used.");

    /** User of v1. */
    public static final ConfigOption<String> USERNAME =
            ConfigOptions.key("influxdb.username")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("User. v1 only; without one, none is sent.");

    /** Password of v1. */
    public static final ConfigOption<String> PASSWORD =
            ConfigOptions.key("influxdb.password")
                    .stringType()
                    .noDefaultValue()
                    .withDescription("Password of the user; better in a file or the environment.");

    /** File of the password. */
    public static final ConfigOption<String> PASSWORD_FILE =
            ConfigOptions.key("influxdb.password-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "File on every task manager that holds the password. Where neither is"
                                    + " set, the environment variable "
                                    + PASSWORD_VARIABLE
                                    + " counts.");

    /** Certificates. */
    public static final ConfigOption<String> CA_FILE =
            ConfigOptions.key("influxdb.tls.ca-file")
                    .stringType()
                    .noDefaultValue()
                    .withDescription(
                            "PEM file on every task manager with the certificates that may sign the"
                                    + " server's. Default: those that Java trusts.");

    /** Lines in a request. */
    public static final ConfigOption<Integer> BATCH_SIZE =
            ConfigOptions.key("influxdb.batch-size")
                    .intType()
                    .defaultValue(5_000)
                    .withDescription("Most lines in a request, 1 to 50,000.");

    /** Bytes in a request. */
    public static final ConfigOption<MemorySize> BATCH_BYTES =
            ConfigOptions.key("influxdb.batch-bytes")
                    .memoryType()
                    .defaultValue(MemorySize.ofMebiBytes(4))
                    .withDescription(
                            "Most bytes in a request, before compression. What the server refuses"
                                    + " as too large is halved.");

    /** Longest wait for a full batch. */
    public static final ConfigOption<Duration> FLUSH_INTERVAL =
            ConfigOptions.key("influxdb.flush-interval")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(1))
                    .withDescription(
                            "Longest wait of a line for others to fill its request. Checkpoints"
                                    + " send what waits too.");

    /** Requests at the same time. */
    public static final ConfigOption<Integer> MAX_IN_FLIGHT =
            ConfigOptions.key("influxdb.max-in-flight")
                    .intType()
                    .defaultValue(2)
                    .withDescription(
                            "Most requests at the same time of each subtask, 1 to 16. Never two with"
                                    + " the same point.");

    /** Lines that may wait. */
    public static final ConfigOption<Integer> BUFFER_SIZE =
            ConfigOptions.key("influxdb.buffer-size")
                    .intType()
                    .defaultValue(50_000)
                    .withDescription(
                            "Lines of each subtask that may wait or be under way, before the job is"
                                    + " slowed down. They are part of checkpoints.");

    /** Compression. */
    public static final ConfigOption<Boolean> GZIP =
            ConfigOptions.key("influxdb.gzip")
                    .booleanType()
                    .defaultValue(true)
                    .withDescription("Whether requests are compressed, to about a sixth.");

    /** Longest request. */
    public static final ConfigOption<Duration> TIMEOUT =
            ConfigOptions.key("influxdb.timeout")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "Longest wait for the answer to a request, which is then sent again.");

    /** First wait after a failure. */
    public static final ConfigOption<Duration> RETRY_MIN_WAIT =
            ConfigOptions.key("influxdb.retry.min-wait")
                    .durationType()
                    .defaultValue(Duration.ofMillis(500))
                    .withDescription(
                            "Longest wait after the first failure; doubled with each further one."
                                    + " Retry-After of the server counts up to 5 min.");

    /** Longest wait after a failure. */
    public static final ConfigOption<Duration> RETRY_MAX_WAIT =
            ConfigOptions.key("influxdb.retry.max-wait")
                    .durationType()
                    .defaultValue(Duration.ofSeconds(30))
                    .withDescription(
                            "Longest wait between attempts, which never end: lines wait, and where"
                                    + " no more can wait, the job does.");

    private InfluxOptions() {}
}
