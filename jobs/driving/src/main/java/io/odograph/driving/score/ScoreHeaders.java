// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.kafka.CloudEvent;
import io.odograph.schemas.FeatureHeader;
import io.odograph.schemas.VehicleClass;
import io.odograph.udfs.identity.NameBasedUuid;
import io.odograph.udfs.score.ScoreOutput;
import java.time.Instant;
import java.util.UUID;

/** What every score begins with, and its CloudEvents attributes. */
final class ScoreHeaders {

    /** Namespace of the ids; fixed for ever, since every id depends on it. */
    private static final UUID SCORES = UUID.fromString("9a7c11de-51c8-5f0e-a1b2-0d06a9f00004");

    private ScoreHeaders() {}

    static FeatureHeader toAvro(ScoreOutput output) {
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
    static String id(ScoreOutput output) {
        return NameBasedUuid.of(
                        SCORES,
                        String.join(
                                "\n",
                                output.subject().name(),
                                output.vehicleId(),
                                Long.toString(output.start())))
                .toString();
    }

    static CloudEvent event(ScoreOutput output) {
        return new CloudEvent(
                id(output) + "-" + output.revision(),
                "/odograph/driving",
                "io.odograph.driving.score",
                output.detectedAt());
    }
}
