// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.reference.VehicleClass;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HarshThresholdsTest {

    private static final HarshThresholds CAR = HarshThresholds.DEFAULTS;

    @Test
    void eachIsReadBackUnderItsName() {
        for (Map.Entry<String, Double> entry : CAR.byName().entrySet()) {
            HarshThresholds changed = CAR.with(Map.of(entry.getKey(), entry.getValue() * 1.5));

            assertThat(changed.byName())
                    .containsEntry(entry.getKey(), entry.getValue() * 1.5)
                    .hasSize(CAR.byName().size());
            changed.byName()
                    .forEach(
                            (name, value) -> {
                                if (!name.equals(entry.getKey())) {
                                    assertThat(value).isEqualTo(CAR.byName().get(name));
                                }
                            });
        }
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        assertThat(CAR.problems()).isEmpty();
        for (String name : CAR.byName().keySet()) {
            assertThat(CAR.with(Map.of(name, -1.0)).problems()).anyMatch(p -> p.startsWith(name));
            assertThat(CAR.with(Map.of(name, Double.NaN)).problems()).hasSize(1);
            assertThat(CAR.with(Map.of(name, 1000.0)).problems()).anyMatch(p -> p.startsWith(name));
        }
        assertThat(CAR.with(Map.of(HarshThresholds.SEVERE, 2.0)).problems()).hasSize(1);
    }

    @Test
    void heavyVehiclesHaveLowerThresholds() {
        for (VehicleClass vehicle : VehicleClass.values()) {
            assertThat(CAR.of(vehicle).problems()).isEmpty();
        }
        HarshThresholds truck = CAR.of(VehicleClass.HEAVY_TRUCK);
        assertThat(truck.acceleration()).isCloseTo(0.20, within(1e-9));
        assertThat(truck.braking()).isCloseTo(0.25, within(1e-9));
        assertThat(truck.cornering()).isCloseTo(0.30, within(1e-9));
        assertThat(truck).isEqualTo(CAR.of(VehicleClass.BUS));
        assertThat(CAR.of(VehicleClass.LIGHT_TRUCK).braking()).isBetween(0.25, 0.33);
        assertThat(CAR.of(VehicleClass.UNKNOWN)).isEqualTo(CAR);
        assertThat(CAR.of(VehicleClass.MOTORCYCLE)).isEqualTo(CAR);
    }
}
