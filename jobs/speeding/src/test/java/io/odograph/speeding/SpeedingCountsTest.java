// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.ConfigReader;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who watch the job can count. */
class SpeedingCountsTest {

    @Test
    void fixesAreCountedAsMatchedOrNotAndBreaksBetweenThem(@TempDir Path folder) throws Exception {
        String roads = TestRoads.write(folder).toString();
        SpeedingDetector detector =
                SpeedingConfig.read(
                                new ConfigReader(
                                        Configuration.fromMap(Map.of("roads.file", roads))))
                        .detector();
        Map<String, Integer> counts = new TreeMap<>();
        VehicleContext context =
                new VehicleContext() {
                    @Override
                    public @Nullable VehicleProfile profile() {
                        return null;
                    }

                    @Override
                    public @Nullable Rule rule(String of, Telemetry record, long eventTime) {
                        return null;
                    }

                    @Override
                    public void count(String what) {
                        counts.merge(what, 1, Integer::sum);
                    }
                };
        SpeedingState state = detector.newState();
        // The road of the test ends after thirty kilometres; then there is none.
        List<Telemetry> drive = Drive.of("car").driving(180, 660).records();
        drive.forEach(r -> detector.accept(state, r, r.receivedAt(), context, edge -> {}));

        assertThat(counts.get("numFixesMatched")).isBetween(595, 605);
        assertThat(counts.get("numFixesUnmatched")).isBetween(50, 60);
        assertThat(counts.get("numBreaks"))
                .as("the beginning, and leaving the road")
                .isBetween(1, 5);
    }
}
