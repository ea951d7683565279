// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementTest {

    @Test
    void seriesOfAVehicleAreTheProductOfItsTags() {
        Measurement measurement =
                Measurement.of("features", "One window.")
                        .tagPerVehicle("vehicle_id", "The vehicle.")
                        .tag("window", 3, "Size of the window.")
                        .tag("grade", 4, "Grade.")
                        .field("count", FieldType.INTEGER, "1", "Count.")
                        .build();

        assertThat(measurement.seriesPerVehicle()).isEqualTo(12);
        assertThat(measurement.tags())
                .extracting(Measurement.Tag::name)
                .containsExactly("grade", "vehicle_id", "window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"time", "Distance", "a b", "a,b", "_field", "#a", ""})
    void aNameThatAServerWouldTakeForSomethingElseIsRefused(String name) {
        Measurement.Builder builder =
                Measurement.of("features", "One window.")
                        .field(name, FieldType.INTEGER, "1", "Count.");

        assertThatThrownBy(builder::build)
                .hasMessage("Measurement features: " + name + " cannot be a name");
    }

    @Test
    void whatWouldMakeTooManySeriesOrPointsWithoutFieldsIsRefused() {
        Measurement.Builder builder = Measurement.of("features", "One window.");

        assertThatThrownBy(() -> builder.tag("trip_id", 1_000_000, "The trip."))
                .hasMessage("Measurement features: trip_id would make too many series");
        assertThatThrownBy(
                        () ->
                                builder.fieldOnceKnown("mean", FieldType.DECIMAL, "", "Mean.")
                                        .build())
                .hasMessage("Measurement features: a line needs a field that is always there");
        assertThatThrownBy(
                        () ->
                                builder.tagPerVehicle("mean", "Twice.")
                                        .field("a", FieldType.FLAG, "", "A.")
                                        .build())
                .hasMessage("Measurement features: mean is declared twice");
    }
}
