// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {

    private static final ConfigOption<String> NAME =
            ConfigOptions.key("name").stringType().noDefaultValue();
    private static final ConfigOption<Double> SPEED =
            ConfigOptions.key("speed").doubleType().defaultValue(24.0);
    private static final ConfigOption<Integer> COUNT =
            ConfigOptions.key("count").intType().defaultValue(3);
    private static final ConfigOption<Duration> WAIT =
            ConfigOptions.key("wait").durationType().defaultValue(Duration.ofSeconds(2));
    private static final ConfigOption<MemorySize> SIZE =
            ConfigOptions.key("size").memoryType().defaultValue(MemorySize.parse("1 kb"));
    private static final ConfigOption<String> KIND =
            ConfigOptions.key("kind").stringType().defaultValue("one-way");

    private enum Kind {
        ONE_WAY,
        OTHER
    }

    @Test
    void defaultsAndGivenValuesAreRead() {
        ConfigReader reader = reader("--name", "x", "--wait", "5 s", "--kind", "other");

        assertThat(reader.required(NAME)).isEqualTo("x");
        assertThat(reader.number(SPEED, 0, 100)).isEqualTo(24);
        assertThat(reader.count(COUNT, 1, 5)).isEqualTo(3);
        assertThat(reader.millis(WAIT, Duration.ZERO, Duration.ofMinutes(1))).isEqualTo(5_000);
        assertThat(reader.bytes(SIZE, MemorySize.ZERO, MemorySize.parse("1 mb"))).isEqualTo(1024);
        assertThat(reader.oneOf(KIND, Kind.class)).isEqualTo(Kind.OTHER);
        reader.finish();
    }

    @Test
    void allProblemsAreToldAtOnceWithTheirRanges() {
        ConfigReader reader =
                reader(
                        "--speed",
                        "500",
                        "--count",
                        "many",
                        "--wait",
                        "2 h",
                        "--size",
                        "1 gb",
                        "--kind",
                        "sideways",
                        "--sped",
                        "3");
        reader.required(NAME);
        reader.number(SPEED, 0, 100);
        reader.count(COUNT, 1, 5);
        reader.millis(WAIT, Duration.ZERO, Duration.ofMinutes(1));
        reader.bytes(SIZE, MemorySize.ZERO, MemorySize.parse("1 mb"));
        reader.oneOf(KIND, Kind.class);

        InvalidConfigException e =
                catchThrowableOfType(InvalidConfigException.class, reader::finish);
        assertThat(e.problems()).hasSize(7);
        assertThat(e)
                .hasMessageContaining("7 problems")
                .hasMessageContaining("name: is needed")
                .hasMessageContaining("speed: must be 0.0 to 100.0, is 500.0")
                .hasMessageContaining("count: cannot be read")
                .hasMessageContaining("wait: must be 0 ms to 1 min, is 2 h")
                .hasMessageContaining("size: must be 0 bytes to 1 mb, is 1 gb")
                .hasMessageContaining("kind: must be one of [one-way, other], is sideways")
                .hasMessageContaining("sped: is not an option of this job");
    }

    @Test
    void notANumberIsOutOfRange() {
        ConfigReader reader = reader("--speed", "NaN");
        reader.number(SPEED, 0, 100);

        assertThatThrownBy(reader::finish).hasMessageContaining("speed: must be 0.0 to 100.0");
    }

    @Test
    void settingsWithAPrefixArePassedOn() {
        ConfigReader reader = reader("--kafka.client.security.protocol", "SSL");

        assertThat(reader.withPrefix("kafka.client."))
                .isEqualTo(Map.of("security.protocol", "SSL"));
        reader.finish();
    }

    @Test
    void argumentsWinOverTheFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.properties"), "speed=1\ncount=2\n");

        Configuration configuration =
                JobArguments.parse("--config", file.toString(), "--speed", "7");

        assertThat(configuration.toMap()).isEqualTo(Map.of("speed", "7", "count", "2"));
    }

    @Test
    void argumentsThatAreNoOptionsAreRefused() {
        assertThatThrownBy(() -> JobArguments.parse("speed", "7"))
                .isInstanceOf(InvalidConfigException.class);
        assertThatThrownBy(() -> JobArguments.parse("--config", "/no/such/file"))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("/no/such/file");
    }

    private static ConfigReader reader(String... args) {
        return new ConfigReader(JobArguments.parse(args));
    }
}
