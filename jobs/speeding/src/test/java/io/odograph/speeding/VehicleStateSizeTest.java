// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.ConfigReader;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.clock.ClockOutput;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one vehicle takes in a checkpoint, as the README states it. */
class VehicleStateSizeTest {

    @TempDir private Path folder;
    private SpeedingDetector detector;
    private final VehicleClock clock = new VehicleClock(ClockLimits.DEFAULTS);

    @BeforeEach
    void openRoads() throws Exception {
        String roads = TestRoads.write(folder).toString();
        detector =
                SpeedingConfig.read(
                                new ConfigReader(
                                        Configuration.fromMap(Map.of("roads.file", roads))))
                        .detector();
    }

    @Test
    void aVehicleThatDrivesTakesTheLastFixesAndTheirRoads() throws IOException {
        assertThat(size(Drive.of("car").driving(50, 600))).isBetween(500, 1_000);
    }

    @Test
    void anOpenEpisodeTakesAsMuchAgain() throws IOException {
        assertThat(size(Drive.of("car").driving(80, 300))).isBetween(1_000, 2_000);
    }

    private int size(Drive drive) throws IOException {
        ClockState state = new ClockState();
        SpeedingState speeding = detector.newState();
        drive.records().forEach(r -> clock.offer(state, r, toDetector(speeding)));
        assertThat(state.held).isEmpty();
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        write(ClockState.class, state, out);
        write(SpeedingState.class, speeding, out);
        return out.length();
    }

    private ClockOutput toDetector(SpeedingState speeding) {
        return new ClockOutput() {
            @Override
            public void released(Telemetry record, long at) {
                detector.accept(speeding, record, at, VehicleContext.NONE, edge -> {});
            }

            @Override
            public void duplicate(Telemetry record) {}

            @Override
            public void late(Telemetry record) {}
        };
    }

    private static <T> void write(Class<T> type, T value, DataOutputSerializer out)
            throws IOException {
        TypeInformation.of(type).createSerializer(new SerializerConfigImpl()).serialize(value, out);
    }
}
