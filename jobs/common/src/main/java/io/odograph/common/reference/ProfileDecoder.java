// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.SchemaStore;
import io.odograph.common.intake.SingleObjectReader;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Decodes vehicle profiles. */
public final class ProfileDecoder implements ReferenceDecoder<VehicleProfile> {

    private static final ReferenceChecks CHECKS =
            new ReferenceChecks(RejectionReason.INVALID_PROFILE);

    /** ISO 3779: capital letters without I, O and Q, which look like digits, and digits. */
    private static final String VIN = "[A-HJ-NPR-Z0-9]{17}";

    private final SingleObjectReader<io.odograph.schemas.VehicleProfile> reader;

    /** A decoder that lets one record ask for so much. */
    public ProfileDecoder(DecodeLimits limits) {
        this.reader =
                new SingleObjectReader<>(
                        limits,
                        SchemaStore.released(
                                io.odograph.schemas.VehicleProfile.class,
                                io.odograph.schemas.VehicleProfile.getClassSchema()),
                        io.odograph.schemas.VehicleProfile.getClassSchema());
    }

    @Override
    public ReferenceUpdate<VehicleProfile> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException {
        if (value == null) {
            return new ReferenceUpdate<>(CHECKS.withdrawn(key), null);
        }
        io.odograph.schemas.VehicleProfile record = reader.read(value);
        CHECKS.identity("vehicle_id", record.getVehicleId(), key, record.getVersion());
        CHECKS.name("tenant_id", record.getTenantId());
        CHECKS.name("fleet_id", record.getFleetId());
        CHECKS.require(
                record.getVin() == null || record.getVin().matches(VIN),
                "vin is not 17 digits and capital letters without I, O and Q");
        CHECKS.require(
                record.getTimeZone() == null
                        || ZoneId.getAvailableZoneIds().contains(record.getTimeZone()),
                "time_zone is no name of a time zone");
        return new ReferenceUpdate<>(
                record.getVehicleId(),
                new VehicleProfile(
                        record.getVehicleId(),
                        record.getVersion(),
                        record.getTenantId(),
                        record.getFleetId(),
                        VehicleClass.valueOf(record.getVehicleClass().name()),
                        record.getVin(),
                        Propulsion.valueOf(record.getPropulsion().name()),
                        record.getTimeZone()));
    }
}
