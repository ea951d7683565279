// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.influx.LineWriter;
import io.odograph.common.influx.Measurement;
import io.odograph.driving.score.ScoreLines;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.testing.Drive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;

/** What the job tells, as lines of exactly the declared tags and fields. */
class DrivingLinesTest {

    @Test
    void everythingThatIsToldIsALineOfTheCatalogue() throws Exception {
        List<String> lines = new ArrayList<>();
        try (EmbeddedFlink flink = EmbeddedFlink.start(2, new Configuration())) {
            DrivingRun run =
                    new DrivingRun.Setup(flink)
                            .of(
                                    Drive.of("car")
                                            .driving(60, 70)
                                            .braking(60, 20, 0.5)
                                            .driving(20, 60)
                                            .records());
            run.told().forEach(output -> lines.add(line(output)));
        }

        Set<String> measurements = new HashSet<>();
        lines.forEach(line -> measurements.add(line.substring(0, line.indexOf(','))));
        assertThat(measurements)
                .containsExactlyInAnyOrderElementsOf(
                        DrivingMeasurements.ALL.stream()
                                .filter(measurement -> measurement != ScoreLines.SCORES)
                                .map(Measurement::name)
                                .toList());
        assertThat(lines)
                .filteredOn(line -> line.startsWith("driving_features"))
                .first()
                .asString()
                .startsWith(
                        "driving_features,tenant_id=acme,vehicle_id=car,window=PT1M revision=1i,"
                                + "retracted=false,distance_m=");
    }

    private static String line(DrivingOutput output) {
        LineWriter line = new LineWriter();
        new DrivingLines().write(output, line);
        return line.toString();
    }

    @Test
    void theSeriesOfAVehicleAreFew() {
        assertThat(DrivingMeasurements.ALL.stream().mapToLong(Measurement::seriesPerVehicle).sum())
                .isEqualTo(11);
    }
}
