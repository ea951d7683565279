// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.clock.ClockOutput;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.io.IOException;
import java.util.ArrayList;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** What one vehicle takes in a checkpoint, as the README states it. */
class VehicleStateSizeTest {

    private static final Fence CITY =
            Fences.box("city", FenceKind.KEEP_IN, -90_000, -90_000, 90_000, 90_000);
    private static final Fence YARD = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);

    @Test
    void aVehicleThatHasNothingToDoWithFencesTakesWhereItIs() throws IOException {
        assertThat(size(Journey.of("car").at(5_000, 0).to(9_000, 0, 50), YARD)).isBetween(300, 700);
    }

    @Test
    void eachFenceThatItMustKeepInTakesALittle() throws IOException {
        Journey drive = Journey.of("car").at(0, 0).to(4_000, 0, 50);

        assertThat(size(drive, CITY) - size(drive)).isBetween(100, 300);
    }

    @Test
    void anOpenBreachTakesAsMuchAgain() throws IOException {
        Journey drive = Journey.of("car").at(-200, 0).to(100, 0, 36).standing(600);

        assertThat(size(drive, YARD) - size(drive)).isBetween(300, 700);
    }

    @Test
    void whoIsInMoreFencesThanAreRememberedTakesNoMore() throws IOException {
        Journey drive = Journey.of("car").at(-200, 0).to(100, 0, 36).standing(600);
        Fence[] many = new Fence[300];
        for (int i = 0; i < many.length; i++) {
            many[i] = Fences.box("yard-" + i, FenceKind.KEEP_OUT, 0, -100, 200, 100);
        }

        assertThat(size(drive, many)).isBetween(20_000, 45_000);
    }

    private static int size(Journey journey, Fence... fences) throws IOException {
        ClockState state = new ClockState();
        Detected detected = new Detected(fences);
        GeofenceState geofence = detected.newState();
        VehicleClock clock = new VehicleClock(ClockLimits.DEFAULTS);
        journey.records().forEach(r -> clock.offer(state, r, into(detected, geofence)));
        assertThat(state.held).isEmpty();
        DataOutputSerializer out = new DataOutputSerializer(1_024);
        write(ClockState.class, state, out);
        write(GeofenceState.class, geofence, out);
        return out.length();
    }

    private static ClockOutput into(Detected detected, GeofenceState state) {
        return new ClockOutput() {
            @Override
            public void released(Telemetry record, long at) {
                detected.accept(state, record, new ArrayList<>());
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
