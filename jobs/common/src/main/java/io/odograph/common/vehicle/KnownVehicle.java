// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.RuleBook;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the vehicle whose key is current. Its profile is read when somebody asks, once
 * per record; without rules nobody asks for the sake of them.
 */
final class KnownVehicle implements VehicleContext {

    private final String detector;
    private final @Nullable ValueState<VehicleProfile> profiles;
    private final RuleBook rules;

    private boolean read;
    private @Nullable VehicleProfile profile;

    KnownVehicle(String detector, @Nullable ValueState<VehicleProfile> profiles, RuleBook rules) {
        this.detector = detector;
        this.profiles = profiles;
        this.rules = rules;
    }

    /** Forgets the profile of the vehicle before. */
    void next() {
        read = false;
        profile = null;
    }

    /** Takes a profile of the current vehicle: the highest version wins, a withdrawal always. */
    void learn(ReferenceUpdate<VehicleProfile> update) throws IOException {
        next();
        VehicleProfile added = update.value();
        VehicleProfile known = profiles.value();
        if (added == null) {
            profiles.clear();
        } else if (known == null || added.version() > known.version()) {
            profiles.update(added);
        }
    }

    @Override
    public @Nullable VehicleProfile profile() {
        if (!read && profiles != null) {
            try {
                profile = profiles.value();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the profile of a vehicle", e);
            }
        }
        read = true;
        return profile;
    }

    @Override
    public @Nullable Rule rule(String of, Telemetry record, long eventTime) {
        if (rules.isEmpty() || !detector.equals(of)) {
            return null;
        }
        VehicleProfile known = profile();
        String tenantId = record.tenantId();
        if (tenantId == null && known != null) {
            tenantId = known.tenantId();
        }
        return rules.inForce(
                record.vehicleId(),
                known == null ? VehicleClass.UNKNOWN : known.vehicleClass(),
                known == null ? null : known.fleetId(),
                tenantId,
                record.deviceKind(),
                eventTime);
    }
}
