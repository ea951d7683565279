// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.udfs.reference.VehicleProfile;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * Profiles that never change, looked at like the state that holds those that do.
 *
 * @param profiles profiles by vehicle id
 * @param vehicleId the current key
 */
record FixedProfiles(Map<String, VehicleProfile> profiles, Supplier<String> vehicleId)
        implements ValueState<VehicleProfile> {

    @Override
    public @Nullable VehicleProfile value() {
        return profiles.get(vehicleId.get());
    }

    @Override
    public void update(VehicleProfile profile) {
        throw new UnsupportedOperationException("profiles that never change");
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("profiles that never change");
    }
}
