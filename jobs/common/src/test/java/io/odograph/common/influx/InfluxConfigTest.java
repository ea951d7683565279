// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.common.config.JobArguments;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxConfigTest {

    private static final String HIDDEN = "s3cr3t-t0ken";

    @TempDir private Path folder;

    @Test
    void defaultsAreThoseOfTheDocumentation() {
        InfluxConfig config =
                read("--influxdb.url", "https://db:8086/influx", "--influxdb.bucket", "b");

        assertThat(config.url()).isEqualTo("https://db:8086/influx/");
        assertThat(config.api()).isEqualTo(InfluxConfig.Api.V2);
        assertThat(config.target()).isEqualTo("b");
        assertThat(config.limits())
                .isEqualTo(
                        new InfluxConfig.Limits(
                                5_000, 4 << 20, 1_000, 2, 50_000, true, 30_000, 500, 30_000));
    }

    @Test
    void everyProblemIsToldAtOnceByTheNameOfItsOption() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "--influxdb.url", "db:8086",
                                        "--influxdb.api", "v1",
                                        "--influxdb.bucket", "b",
                                        "--influxdb.org", "o",
                                        "--influxdb.token", HIDDEN,
                                        "--influxdb.token-file", "/token",
                                        "--influxdb.batch-size", "0",
                                        "--influxdb.buffer-size", "2",
                                        "--influxdb.retry.max-wait", "1 ms",
                                        "--influxdb.timeout", "2 d"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("influxdb.url: must be http://HOST or https://HOST")
                .hasMessageContaining("influxdb.bucket: is not used by this influxdb.api")
                .hasMessageContaining("influxdb.database: is needed by this influxdb.api")
                .hasMessageContaining("influxdb.org: is not used by this influxdb.api")
                .hasMessageContaining("influxdb.token and influxdb.token-file: only one can be set")
                .hasMessageContaining("influxdb.batch-size: must be 1 to 50000, is 0")
                .hasMessageContaining("influxdb.buffer-size: must hold one batch more")
                .hasMessageContaining("influxdb.retry.max-wait: must be at least")
                .hasMessageContaining("influxdb.timeout: must be 100 ms to 1 d, is 2 d")
                .hasMessageContaining("9 problems")
                .hasMessageNotContaining(HIDDEN);
    }

    @Test
    void whatAUrlMustNotHoldIsNotRepeated() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "--influxdb.url",
                                        "https://user:" + HIDDEN + "@db:8086",
                                        "--influxdb.bucket",
                                        "b"))
                .hasMessageContaining("influxdb.url: must be without user")
                .hasMessageNotContaining(HIDDEN);
        assertThatThrownBy(
                        () ->
                                read(
                                        "--influxdb.url",
                                        "https://db:80 86?" + HIDDEN,
                                        "--influxdb.bucket",
                                        "b"))
                .hasMessageContaining("influxdb.url: is not a URL")
                .hasMessageNotContaining(HIDDEN);
    }

    @Test
    void theTokenIsToldByNothingButItsReader() throws Exception {
        InfluxConfig config =
                read(
                        "--influxdb.url", "http://db",
                        "--influxdb.bucket", "b",
                        "--influxdb.token", HIDDEN);

        assertThat(config.toString()).doesNotContain(HIDDEN);
        InfluxConfig travelled =
                InstantiationUtil.clone(config, InfluxConfig.class.getClassLoader());
        assertThat(travelled.secret().read()).isEqualTo(HIDDEN);
        assertThat(GlobalConfiguration.isSensitive(InfluxOptions.TOKEN.key())).isTrue();
        assertThat(GlobalConfiguration.isSensitive(InfluxOptions.PASSWORD.key())).isTrue();
    }

    @Test
    void aTokenInAFileStaysThereUntilItIsUsed() throws Exception {
        Path file = folder.resolve("token");
        InfluxConfig config =
                read(
                        "--influxdb.url", "http://db",
                        "--influxdb.bucket", "b",
                        "--influxdb.token-file", file.toString());

        assertThatThrownBy(() -> config.secret().read())
                .hasMessageContaining("influxdb.token-file: cannot use");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> config.secret().read()).hasMessageContaining("it is empty");
        Files.writeString(file, HIDDEN + "\u0007x\n");
        assertThatThrownBy(() -> config.secret().read())
                .hasMessageContaining("influxdb.token-file holds characters")
                .hasMessageNotContaining(HIDDEN);
        Files.writeString(file, HIDDEN + "\n");
        assertThat(config.secret().read()).isEqualTo(HIDDEN);
    }

    @Test
    void withoutATokenNoneIsSent() throws Exception {
        InfluxConfig config = read("--influxdb.url", "http://db", "--influxdb.bucket", "b");

        assertThat(config.secret().read()).isEmpty();
    }

    @Test
    void certificatesThatCannotBeReadAreToldByTheirOption() throws Exception {
        Path file = Files.writeString(folder.resolve("ca.pem"), "none");

        assertThatThrownBy(() -> TrustedCertificates.read(file.toString()))
                .hasMessageContaining("influxdb.tls.ca-file: cannot use");
    }

    static InfluxConfig read(String... args) {
        ConfigReader reader = new ConfigReader(JobArguments.parse(args));
        InfluxConfig config = InfluxConfig.read(reader);
        reader.finish();
        return config;
    }
}
