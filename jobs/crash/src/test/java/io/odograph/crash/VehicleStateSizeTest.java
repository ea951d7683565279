// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.clock.ClockOutput;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.crash.CrashDetector;
import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What one vehicle takes in a checkpoint, as the README states it. */
class VehicleStateSizeTest {

    private final CrashDetector detector = new CrashDetector(CrashSettings.DEFAULTS);
    private final VehicleClock clock = new VehicleClock(ClockLimits.DEFAULTS);

    @Test
    void aVehicleThatDrivesTakesTheLastMinuteAndAHalf() throws IOException {
        Drive drive = Drive.of("car").driving(60, 3_600);

        assertThat(size(drive)).isBetween(2_400, 2_800);
    }

    @Test
    void aVehicleThatIsParkedTakesLittle() throws IOException {
        Drive drive = Drive.of("car");
        for (int i = 0; i < 60; i++) {
            drive.resting(1).after(60_000);
        }

        assertThat(size(drive)).isBetween(500, 900);
    }

    @Test
    void noHistoryOfRestartsAndGapsTakesMuchMore() throws IOException {
        Drive drive = Drive.of("car");
        for (int i = 0; i < 50; i++) {
            drive.after(60_000).deviceRestarts().driving(60, 120);
        }

        assertThat(size(drive)).isBetween(2_600, 3_400);
    }

    private int size(Drive drive) throws IOException {
        ClockState state = new ClockState();
        CrashState crash = detector.newState();
        drive.records().forEach(r -> clock.offer(state, r, toDetector(crash)));
        assertThat(state.held).isEmpty();
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        write(ClockState.class, state, out);
        write(CrashState.class, crash, out);
        return out.length();
    }

    private ClockOutput toDetector(CrashState crash) {
        return new ClockOutput() {
            @Override
            public void released(Telemetry record, long at) {
                detector.accept(crash, record, at, VehicleContext.NONE, edge -> {});
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
