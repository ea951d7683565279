// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineWriterTest {

    private static final Measurement DRIVES =
            Measurement.of("drives", "One window of one vehicle.")
                    .tagPerVehicle("vehicle_id", "The vehicle.")
                    .tag("size", 3, "Size of the window.")
                    .field("distance", FieldType.DECIMAL, "km", "Distance driven.")
                    .field("stops", FieldType.INTEGER, "1", "Stops.")
                    .field("night", FieldType.FLAG, "", "Whether at night.")
                    .fieldOnceKnown("mean", FieldType.DECIMAL, "km/h", "Mean speed.")
                    .fieldOnceKnown("place", FieldType.TEXT, "", "Where it began.")
                    .build();

    private final LineWriter writer = new LineWriter();

    @Test
    void aLineHasItsTagsByNameAndItsFieldsAsDeclared() {
        start("car 1")
                .field("distance", 12.345)
                .field("stops", 3L)
                .field("night", false)
                .field("mean", 50.0)
                .field("place", "a \"b\" \\c")
                .at(1_700_000_000_123L);

        assertThat(text())
                .isEqualTo(
                        "drives,size=1m,vehicle_id=car\\ 1 distance=12.345,stops=3i,night=false,"
                                + "mean=50,place=\"a \\\"b\\\" \\\\c\" 1700000000123\n");
        assertThat(writer.entry().seriesLength())
                .isEqualTo("drives,size=1m,vehicle_id=car\\ 1".length());
        assertThat(writer.entry().problem()).isNull();
    }

    @Test
    void whatIsNotKnownYetIsLeftOutWhereTheCatalogueAllowsIt() {
        start("a")
                .field("distance", 0.0)
                .field("stops", 0L)
                .field("night", true)
                .field("mean", Double.NaN)
                .field("place", (String) null)
                .at(1);

        assertThat(text())
                .isEqualTo("drives,size=1m,vehicle_id=a distance=0,stops=0i,night=true 1\n");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void whatMustBeInEveryLineCannotBeUnknown(double value) {
        LineWriter line = start("a");

        assertThatThrownBy(() -> line.field("distance", value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("drives: distance must be in every line, and is unknown or not finite");
    }

    @Test
    void tagsAndFieldsAreExactlyThoseOfTheCatalogue() {
        assertThatThrownBy(() -> writer.begin(DRIVES).tag("vehicle_id", "a"))
                .hasMessage("drives: next comes tag size, not tag vehicle_id");
        assertThatThrownBy(() -> writer.begin(DRIVES).tag("size", "1m").field("distance", 1.0))
                .hasMessage("drives: next comes tag vehicle_id, not field distance");
        assertThatThrownBy(() -> start("a").field("stops", 1L))
                .hasMessage("drives: next comes field distance as DECIMAL, not field stops");
        assertThatThrownBy(() -> start("a").field("distance", 1L))
                .hasMessage(
                        "drives: next comes field distance as DECIMAL, not field distance as"
                                + " INTEGER");
        assertThatThrownBy(() -> start("a").field("distance", 1.0).at(1))
                .hasMessage("drives: next comes field stops as INTEGER, not the end of the line");
        assertThatThrownBy(() -> complete("a").tag("more", "b"))
                .hasMessage("A line begins with begin() and ends with at()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a\\|tag vehicle_id has a backslash that InfluxDB would take as an escape",
                "a\\,b|tag vehicle_id has a backslash that InfluxDB would take as an escape",
            })
    void aBackslashThatWouldEscapeIsAProblem(String id, String problem) {
        complete(id);

        assertThat(writer.entry().problem()).isEqualTo(problem);
    }

    @Test
    void whatInfluxCannotCarryIsAProblemThatTellsNoId() {
        assertThat(problemOf("a\nb,c=d e=1i 5"))
                .isEqualTo("tag vehicle_id has the control character U+000A");
        assertThat(problemOf("a\rb")).isEqualTo("tag vehicle_id has the control character U+000D");
        assertThat(problemOf("a\uD800b")).isEqualTo("tag vehicle_id is not well-formed Unicode");
        assertThat(problemOf("a".repeat(65_536)))
                .isEqualTo("tag vehicle_id is longer than 65535 bytes");
        assertThat(problemOf("a".repeat(65_530)))
                .isEqualTo("measurement and tags are longer than 65535 bytes");
        start("a").field("distance", 1.0).field("stops", 1L).field("night", true);
        writer.field("mean", 1.0).field("place", "x\0").at(LineWriter.MAX_TIME + 1);
        assertThat(writer.entry().problem())
                .isEqualTo("field place has the control character U+0000");
    }

    @Test
    void aTimeThatNanosecondsCannotHoldIsAProblem() {
        start("a").field("distance", 1.0).field("stops", 1L).field("night", true);
        writer.unknown("mean").unknown("place").at(LineWriter.MAX_TIME + 1);

        assertThat(writer.entry().problem())
                .isEqualTo("the time is outside the years 1677 to 2262");
    }

    @Test
    void revisionsOfAPointAreEqualWhateverTheirFields() {
        complete("a");
        LineEntry first = writer.entry();
        start("a").field("distance", 9.0).field("stops", 9L).field("night", false);
        writer.unknown("mean").unknown("place").at(5);

        assertThat(writer.entry()).isEqualTo(first).hasSameHashCodeAs(first);
        complete("b");
        assertThat(writer.entry()).isNotEqualTo(first);
        assertThat(writer.entry()).hasToString("line of " + text().length() + " bytes");
    }

    private String problemOf(String id) {
        complete(id);
        return String.valueOf(writer.entry().problem());
    }

    private LineWriter complete(String id) {
        start(id).field("distance", 1.0).field("stops", 1L).field("night", true);
        writer.unknown("mean").unknown("place").at(5);
        return writer;
    }

    private LineWriter start(String id) {
        return writer.begin(DRIVES).tag("size", "1m").tag("vehicle_id", id);
    }

    private String text() {
        return new String(writer.entry().line(), UTF_8);
    }
}
