// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.description.HtmlFormatter;
import org.apache.flink.util.TimeUtils;

/** The options of a job as its README and its commented options file must show them. */
public final class OptionTable {

    private static final String BEGIN = "<!-- options -->\n";
    private static final String END = "<!-- /options -->\n";

    private final List<ConfigOption<?>> options = new ArrayList<>();

    private OptionTable() {}

    /** The table of the options that are constants of these classes, in the order given. */
    public static OptionTable of(Class<?>... holders) throws IllegalAccessException {
        OptionTable table = new OptionTable();
        for (Class<?> holder : holders) {
            for (Field field : holder.getFields()) {
                if (field.get(null) instanceof ConfigOption<?> option) {
                    table.options.add(option);
                }
            }
        }
        return table;
    }

    /** Asserts that a README shows exactly this table between its two marks. */
    public void assertIn(Path readme) throws IOException {
        String text = Files.readString(readme);
        assertThat(text).contains(BEGIN, END);
        assertThat(between(text)).isEqualTo(markdown());
    }

    /** Writes the table into a README. */
    public void writeTo(Path readme) throws IOException {
        String text = Files.readString(readme);
        Files.writeString(
                readme,
                text.substring(0, text.indexOf(BEGIN) + BEGIN.length())
                        + markdown()
                        + text.substring(text.indexOf(END)));
    }

    /** Asserts that a properties file names each option once, with its default, as a comment. */
    public void assertDefaultsIn(Path properties) throws IOException {
        List<String> lines = Files.readAllLines(properties);
        assertThat(options)
                .allSatisfy(
                        option ->
                                assertThat(lines)
                                        .filteredOn(l -> l.startsWith("#" + option.key() + "="))
                                        .as(option.key())
                                        .singleElement()
                                        .satisfies(l -> assertDefault(option, l)));
    }

    private static void assertDefault(ConfigOption<?> option, String line) {
        if (option.hasDefaultValue()) {
            assertThat(line).isEqualTo("#" + option.key() + "=" + spelling(option));
        }
    }

    private static String between(String text) {
        return text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
    }

    private String markdown() {
        StringBuilder table = new StringBuilder("| option | default | meaning |\n|---|---|---|\n");
        for (ConfigOption<?> option : options) {
            table.append("| `")
                    .append(option.key())
                    .append("` | ")
                    .append(option.hasDefaultValue() ? spelling(option) : "")
                    .append(" | ")
                    .append(new HtmlFormatter().format(option.description()))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static String spelling(ConfigOption<?> option) {
        Object value = option.defaultValue();
        if (value instanceof Duration duration) {
            return TimeUtils.formatWithHighestUnit(duration);
        }
        return value instanceof MemorySize size
                ? size.getKibiBytes() + " kb"
                : String.valueOf(value);
    }
}
