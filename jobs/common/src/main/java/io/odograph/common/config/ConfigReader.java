// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.util.TimeUtils;

/**
 * Reads options into checked values and collects every problem, so that a user mends a
 * configuration once instead of error by error. A value that cannot be used never falls back to the
 * default.
 *
 * <p>After a problem the getters return the option's default or a zero, so that reading goes on;
 * the values must not be used before {@link #finish} has passed.
 */
public final class ConfigReader {

    private final Configuration configuration;
    private final List<String> problems = new ArrayList<>();
    private final TreeSet<String> known = new TreeSet<>();

    /** Reads from this configuration. */
    public ConfigReader(Configuration configuration) {
        this.configuration = configuration;
    }

    /** A text that is needed: reports it where it is absent or blank. */
    public String required(ConfigOption<String> option) {
        String value = text(option);
        if (value.isBlank()) {
            problem(option, "is needed and has no default");
        }
        return value;
    }

    /** A text; the empty string where the option has no default. */
    public String text(ConfigOption<String> option) {
        String value = read(option);
        return value == null ? "" : value;
    }

    /** One of the constants of an enumeration, written in lower case with dashes. */
    public <T extends Enum<T>> T oneOf(ConfigOption<String> option, Class<T> type) {
        String value = text(option);
        T[] constants = type.getEnumConstants();
        for (T constant : constants) {
            if (spelling(constant).equals(value)) {
                return constant;
            }
        }
        problem(
                option,
                "must be one of "
                        + Arrays.stream(constants).map(ConfigReader::spelling).toList()
                        + ", is "
                        + value);
        return constants[0];
    }

    /** A number within a range, both ends included. */
    public double number(ConfigOption<Double> option, double min, double max) {
        Double value = read(option);
        return inRange(option, value == null ? min : value, min, max, String::valueOf);
    }

    /** A whole number within a range, both ends included. */
    public int count(ConfigOption<Integer> option, int min, int max) {
        Integer value = read(option);
        return inRange(option, value == null ? min : value, min, max, String::valueOf);
    }

    /** Whether something is wanted. */
    public boolean flag(ConfigOption<Boolean> option) {
        return Boolean.TRUE.equals(read(option));
    }

    /** A duration within a range, both ends included, in milliseconds. */
    public long millis(ConfigOption<Duration> option, Duration min, Duration max) {
        Duration value = read(option);
        return inRange(option, value == null ? min : value, min, max, ConfigReader::spelling)
                .toMillis();
    }

    /** A size within a range, both ends included, in bytes; the range ends below 2 GiB. */
    public int bytes(ConfigOption<MemorySize> option, MemorySize min, MemorySize max) {
        MemorySize value = read(option);
        return (int)
                inRange(option, value == null ? min : value, min, max, MemorySize::toString)
                        .getBytes();
    }

    /** All keys that begin with a prefix, without it: settings that are passed on as they are. */
    public Map<String, String> withPrefix(String prefix) {
        Map<String, String> passed = new TreeMap<>();
        configuration
                .toMap()
                .forEach(
                        (key, value) -> {
                            if (key.startsWith(prefix)) {
                                known.add(key);
                                passed.put(key.substring(prefix.length()), value);
                            }
                        });
        return passed;
    }

    /** Whether any key begins with a prefix. */
    public boolean hasAny(String prefix) {
        return configuration.keySet().stream().anyMatch(key -> key.startsWith(prefix));
    }

    /** Reports a problem between options; the message names them. */
    public void problem(String message) {
        problems.add(message);
    }

    /**
     * Refuses options that nobody asked for.
     *
     * @throws InvalidConfigException if there was any problem
     */
    public void finish() {
        for (String key : new TreeSet<>(configuration.keySet())) {
            if (!known.contains(key)) {
                problem(key + ": is not an option of this job; its options are " + known);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    private <T> T read(ConfigOption<T> option) {
        known.add(option.key());
        try {
            return configuration.get(option);
        } catch (IllegalArgumentException e) {
            problem(option, "cannot be read: " + deepest(e).getMessage());
            return option.defaultValue();
        }
    }

    private static Throwable deepest(Throwable e) {
        return e.getCause() == null ? e : deepest(e.getCause());
    }

    private <N extends Comparable<N>> N inRange(
            ConfigOption<N> option, N value, N min, N max, Function<N, String> spelling) {
        N allowed = value;
        if (value.compareTo(min) < 0) {
            allowed = min;
        } else if (value.compareTo(max) > 0) {
            allowed = max;
        }
        if (!allowed.equals(value)) {
            problem(
                    option,
                    "must be "
                            + spelling.apply(min)
                            + " to "
                            + spelling.apply(max)
                            + ", is "
                            + spelling.apply(value));
        }
        return allowed;
    }

    private void problem(ConfigOption<?> option, String text) {
        problem(option.key() + ": " + text);
    }

    private static String spelling(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String spelling(Duration duration) {
        return TimeUtils.formatWithHighestUnit(duration);
    }
}
