// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.Identity;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.common.intake.SchemaStore;
import io.odograph.common.intake.SingleObjectReader;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes the rules of one detector; those of others are nobody's business here. */
public final class RuleDecoder implements ReferenceDecoder<Rule> {

    private static final ReferenceChecks CHECKS = new ReferenceChecks(RejectionReason.INVALID_RULE);

    private final String detector;
    private final RuleCheck check;
    private final SingleObjectReader<io.odograph.schemas.Rule> reader;

    /**
     * Creates the decoder.
     *
     * @param limits how much one record may ask for
     * @param detector name of the detector, such as crash
     * @param check what the detector's thresholds may be
     */
    public RuleDecoder(DecodeLimits limits, String detector, RuleCheck check) {
        this.detector = detector;
        this.check = check;
        this.reader =
                new SingleObjectReader<>(
                        limits,
                        SchemaStore.released(
                                io.odograph.schemas.Rule.class,
                                io.odograph.schemas.Rule.getClassSchema()),
                        io.odograph.schemas.Rule.getClassSchema());
    }

    @Override
    public @Nullable ReferenceUpdate<Rule> decode(byte @Nullable [] key, byte @Nullable [] value)
            throws RejectedRecordException {
        if (value == null) {
            return new ReferenceUpdate<>(CHECKS.withdrawn(key), null);
        }
        io.odograph.schemas.Rule record = reader.read(value);
        if (!record.getDetector().equals(detector)) {
            return null;
        }
        CHECKS.identity("rule_id", record.getRuleId(), key, record.getVersion());
        Rule rule = map(record);
        checkScope(rule);
        checkThresholds(rule.thresholds());
        List<String> problems = check.problems(rule);
        CHECKS.require(problems.isEmpty(), String.join("; ", problems));
        return new ReferenceUpdate<>(rule.ruleId(), rule);
    }

    private static Rule map(io.odograph.schemas.Rule from) throws RejectedRecordException {
        return new Rule(
                from.getRuleId(),
                from.getVersion(),
                from.getDetector(),
                from.getTenantId(),
                from.getFleetId(),
                vehicleClass(from.getVehicleClass()),
                from.getDeviceKind() == null
                        ? null
                        : DeviceKind.valueOf(from.getDeviceKind().name()),
                from.getVehicleId(),
                from.getEffectiveFrom().toEpochMilli(),
                from.getEffectiveTo() == null
                        ? Long.MAX_VALUE
                        : from.getEffectiveTo().toEpochMilli(),
                Map.copyOf(from.getThresholds()));
    }

    private static @Nullable VehicleClass vehicleClass(@Nullable String name)
            throws RejectedRecordException {
        if (name == null) {
            return null;
        }
        for (VehicleClass known : VehicleClass.values()) {
            if (known != VehicleClass.UNKNOWN && known.name().equals(name)) {
                return known;
            }
        }
        CHECKS.require(false, "vehicle_class is none of " + Arrays.toString(VehicleClass.values()));
        return null;
    }

    private static void checkScope(Rule rule) throws RejectedRecordException {
        CHECKS.name("tenant_id", rule.tenantId());
        CHECKS.name("fleet_id", rule.fleetId());
        CHECKS.require(
                rule.vehicleId() == null || Identity.isIdentifier(rule.vehicleId()),
                "vehicle_id is not 1..64 printable ASCII characters without white space");
        // A kind that a later version of the contract adds also arrives as UNKNOWN.
        CHECKS.require(
                rule.deviceKind() != DeviceKind.UNKNOWN,
                "device_kind is UNKNOWN, or a kind that this job does not know");
        CHECKS.require(
                rule.effectiveFrom() < rule.effectiveTo(),
                "effective_to is not after effective_from");
    }

    private static void checkThresholds(Map<String, Double> thresholds)
            throws RejectedRecordException {
        CHECKS.require(!thresholds.isEmpty(), "thresholds are empty");
        CHECKS.require(
                thresholds.values().stream().allMatch(Double::isFinite),
                "a threshold is not a finite number");
    }
}
