// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.schemas.FeatureHeader;
import io.odograph.schemas.VehicleClass;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.identity.NameBasedUuid;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** What every record of driving behaviour begins with, and its CloudEvents attributes. */
final class FeatureHeaders {

    /** Namespace of the ids; fixed for ever, since every id depends on it. */
    private static final UUID FEATURES = UUID.fromString("9a7c11de-51c8-5f0e-a1b2-0d06a9f00003");

    private FeatureHeaders() {}

    static FeatureHeader toAvro(DrivingOutput output) {
        return FeatureHeader.newBuilder()
                .setFeatureId(id(output))
                .setRevision(output.revision())
                .setIsRetracted(output.retracted())
                .setVehicleId(output.vehicleId())
                .setTenantId(output.tenantId())
                .setFleetId(output.fleetId())
                .setVehicleClass(VehicleClass.valueOf(output.vehicleClass().name()))
                .setDecidedAt(Instant.ofEpochMilli(output.detectedAt()))
                .setIsTest(output.test())
                .build();
    }

    /**
     * The same for every revision and every replay. Without the tenant, which may only become known
     * while a trip is under way.
     */
    static String id(DrivingOutput output) {
        return NameBasedUuid.of(
                        FEATURES,
                        String.join(
                                "\n",
                                output.kind().name(),
                                Integer.toString(output.part()),
                                output.vehicleId(),
                                Long.toString(output.start())))
                .toString();
    }

    static CloudEvent event(DrivingOutput output) {
        return new CloudEvent(
                id(output) + "-" + output.revision(),
                "/odograph/" + DrivingJob.NAME,
                "io.odograph.driving." + output.kind().name().toLowerCase(Locale.ROOT),
                output.detectedAt());
    }
}
