// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FixedProfilesTest {

    private static final VehicleProfile BUS =
            new VehicleProfile("bus", 1, null, null, VehicleClass.BUS, null, Propulsion.UNKNOWN);

    private String current = "bus";
    private final FixedProfiles profiles = new FixedProfiles(Map.of("bus", BUS), () -> current);

    @Test
    void theProfileIsThatOfTheCurrentVehicle() {
        assertThat(profiles.value()).isEqualTo(BUS);
        current = "car";
        assertThat(profiles.value()).isNull();
    }

    @Test
    void nothingChangesThem() {
        assertThatThrownBy(() -> profiles.update(BUS))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(profiles::clear).isInstanceOf(UnsupportedOperationException.class);
    }
}
