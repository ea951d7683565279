// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static io.odograph.common.alert.AlertHeaders.known;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.CrashAlert;
import io.odograph.schemas.EvidenceItem;
import io.odograph.schemas.InjuryRisk;
import io.odograph.schemas.MinimumSetOfData;
import io.odograph.schemas.Propulsion;
import io.odograph.schemas.SeverityBasis;
import io.odograph.schemas.VehicleClass;
import io.odograph.udfs.crash.CrashFacts;
import io.odograph.udfs.crash.CrashSeverity;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.crash.Evidence;
import io.odograph.udfs.crash.InjuryModel;
import java.time.Instant;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Incidents as {@link CrashAlert}s, key = vehicle id.
 *
 * @param mais2 model of moderate injury
 * @param mais3 model of serious injury
 */
public record CrashAlertFormat(InjuryModel mais2, InjuryModel mais3)
        implements OutputFormat<CrashIncident> {

    @Override
    public Schema schema() {
        return CrashAlert.getClassSchema();
    }

    @Override
    public CrashAlert toAvro(CrashIncident incident) {
        CrashFacts facts = incident.facts();
        return CrashAlert.newBuilder()
                .setHeader(AlertHeaders.toAvro(incident.alert()))
                .setDeltaV(known(facts.deltaV()))
                .setPeakAcceleration(known(facts.peakAcceleration()))
                .setSaturated(facts.saturated())
                .setSpeedBefore(known(facts.speedBefore()))
                .setAirbagDeployed(facts.airbagDeployed())
                .setRolledOver(facts.rolledOver())
                .setRestTime(
                        facts.restTime() == CrashState.NEVER
                                ? null
                                : Instant.ofEpochMilli(facts.restTime()))
                .setStage(io.odograph.schemas.CrashStage.valueOf(incident.stage().name()))
                .setReason(io.odograph.schemas.CrashReason.valueOf(incident.reason().name()))
                .setEvidence(facts.evidence().stream().map(CrashAlertFormat::item).toList())
                .setSeverityBasis(SeverityBasis.valueOf(CrashSeverity.basis(facts).name()))
                .setDeltaVLongitudinal(known(facts.forward()))
                .setDeltaVLateral(known(facts.left()))
                .setDirectionOfForce(known(facts.directionOfForce()))
                .setPulseDuration(known(facts.pulseDuration()))
                .setSpeedChange(known(facts.speedChange()))
                .setSecondaryImpacts(facts.secondaryImpacts())
                .setInjuryRisk(risk(facts))
                .setOccupants(count(facts.occupants()))
                .setOccupantsBelted(count(facts.belted()))
                .setDelayed(facts.delayed())
                .setLastContact(Instant.ofEpochMilli(incident.alert().receivedAt()))
                .setMinimumSetOfData(minimumSet(incident, facts))
                .build();
    }

    private static EvidenceItem item(Evidence item) {
        return EvidenceItem.newBuilder()
                .setKind(io.odograph.schemas.EvidenceKind.valueOf(item.kind().name()))
                .setTime(Instant.ofEpochMilli(item.time()))
                .setWeight(item.weight())
                .setValue(known(item.value()))
                .build();
    }

    /** Only of a change of velocity that can be relied on. */
    private @Nullable InjuryRisk risk(CrashFacts facts) {
        double deltaV = facts.reliableDeltaV();
        if (Double.isNaN(deltaV)) {
            return null;
        }
        double direction = facts.directionOfForce();
        return InjuryRisk.newBuilder()
                .setMais2Model(mais2.label())
                .setPMais2Plus(mais2.probability(deltaV, direction))
                .setMais3Model(mais3.label())
                .setPMais3Plus(mais3.probability(deltaV, direction))
                .build();
    }

    private static MinimumSetOfData minimumSet(CrashIncident incident, CrashFacts facts) {
        return MinimumSetOfData.newBuilder()
                .setAutomaticActivation(facts.automatic())
                .setTestCall(facts.test())
                .setPositionCanBeTrusted(facts.positionTrusted())
                .setVehicleType(VehicleClass.valueOf(facts.vehicleClass().name()))
                .setVin(facts.vin())
                .setVehiclePropulsionStorageType(Propulsion.valueOf(facts.propulsion().name()))
                .setTimestamp(Instant.ofEpochMilli(incident.alert().eventTime()))
                .setVehicleLocation(AlertHeaders.toAvro(facts.position()))
                .setVehicleDirection(known(facts.heading()))
                .setRecentVehicleLocationN1(AlertHeaders.toAvro(facts.previous()))
                .setRecentVehicleLocationN2(AlertHeaders.toAvro(facts.beforePrevious()))
                .setNumberOfPassengers(count(facts.belted()))
                .build();
    }

    private static @Nullable Integer count(int count) {
        return count < 0 ? null : count;
    }

    @Override
    public String key(CrashIncident incident) {
        return incident.alert().vehicleId();
    }

    @Override
    public CloudEvent event(CrashIncident incident) {
        return AlertHeaders.event(incident.alert(), CrashJob.NAME);
    }
}
