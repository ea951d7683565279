// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static io.odograph.common.reference.References.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.odograph.common.intake.DecodeLimits;
import io.odograph.common.intake.RejectedRecordException;
import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.Rule;
import io.odograph.schemas.VehicleProfile;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReferenceDecoderTest {

    private final RuleDecoder rules =
            new RuleDecoder(
                    DecodeLimits.DEFAULT,
                    "crash",
                    rule ->
                            rule.thresholds().containsKey("no")
                                    ? List.of("no: is no threshold", "at all")
                                    : List.of());
    private final ProfileDecoder profiles = new ProfileDecoder(DecodeLimits.DEFAULT);

    @Test
    void aRuleComesOutWhole() throws Exception {
        Rule rule = References.rule("r", 7);
        rule.setTenantId("alpha");
        rule.setFleetId("vans of the north");
        rule.setVehicleClass("HEAVY_TRUCK");
        rule.setDeviceKind(io.odograph.schemas.DeviceKind.PHONE);
        rule.setVehicleId("car");
        rule.setEffectiveFrom(Instant.ofEpochMilli(5));
        rule.setEffectiveTo(Instant.ofEpochMilli(9));

        assertThat(rules.decode(key("r"), bytes(rule)))
                .isEqualTo(
                        new ReferenceUpdate<>(
                                "r",
                                new io.odograph.udfs.reference.Rule(
                                        "r",
                                        7,
                                        "crash",
                                        "alpha",
                                        "vans of the north",
                                        VehicleClass.HEAVY_TRUCK,
                                        DeviceKind.PHONE,
                                        "car",
                                        5,
                                        9,
                                        Map.of("delta-v", 17.0))));
    }

    @Test
    void aRuleForAllWithoutEndStatesNothingElse() throws Exception {
        assertThat(rules.decode(key("r"), bytes(References.rule("r", 0))).value())
                .isEqualTo(
                        new io.odograph.udfs.reference.Rule(
                                "r",
                                0,
                                "crash",
                                null,
                                null,
                                null,
                                null,
                                null,
                                0,
                                Long.MAX_VALUE,
                                Map.of("delta-v", 10.0)));
    }

    @Test
    void aProfileComesOutWhole() throws Exception {
        VehicleProfile profile = References.profile("car", 3);
        profile.setTenantId("alpha");
        profile.setFleetId("vans");
        profile.setVin("WVWZZZ1JZXW000001");

        assertThat(profiles.decode(key("car"), bytes(profile)))
                .isEqualTo(
                        new ReferenceUpdate<>(
                                "car",
                                new io.odograph.udfs.reference.VehicleProfile(
                                        "car",
                                        3,
                                        "alpha",
                                        "vans",
                                        VehicleClass.BUS,
                                        "WVWZZZ1JZXW000001",
                                        Propulsion.HYBRID)));
    }

    @Test
    void aTombstoneWithdraws() throws Exception {
        assertThat(rules.decode(key("r"), null)).isEqualTo(new ReferenceUpdate<>("r", null));
        assertThat(profiles.decode(key("car"), null)).isEqualTo(new ReferenceUpdate<>("car", null));
    }

    @Test
    void aRuleForAnotherDetectorIsPassedOverEvenIfItCouldNotBeUsed() throws Exception {
        Rule rule = References.rule("r", -1);
        rule.setDetector("speeding");

        assertThat(rules.decode(key("r"), bytes(rule))).isNull();
    }

    static Stream<Arguments> invalidRules() {
        return Stream.of(
                invalid("rule_id is not 1..64", r -> r.setRuleId("")),
                invalid("rule_id is not 1..64", r -> r.setRuleId("x".repeat(65))),
                invalid("the key of the record is not rule_id", r -> r.setRuleId("other")),
                invalid("version is below 0", r -> r.setVersion(-1L)),
                invalid("tenant_id is not 1..64", r -> r.setTenantId("")),
                invalid("fleet_id is not 1..64", r -> r.setFleetId("a\nb")),
                invalid("vehicle_id is not 1..64", r -> r.setVehicleId("a car")),
                invalid("vehicle_class is none of", r -> r.setVehicleClass("TANK")),
                invalid("vehicle_class is none of", r -> r.setVehicleClass("UNKNOWN")),
                invalid(
                        "device_kind is UNKNOWN",
                        r -> r.setDeviceKind(io.odograph.schemas.DeviceKind.UNKNOWN)),
                invalid(
                        "effective_to is not after effective_from",
                        r -> r.setEffectiveTo(Instant.EPOCH)),
                invalid("thresholds are empty", r -> r.setThresholds(Map.of())),
                invalid("not a finite number", r -> r.setThresholds(Map.of("x", Double.NaN))),
                invalid(
                        "no: is no threshold; at all",
                        r -> r.setThresholds(Map.of("delta-v", 1.0, "no", 1.0))));
    }

    private static Arguments invalid(String message, Consumer<Rule> change) {
        return Arguments.of(message, change);
    }

    @ParameterizedTest
    @MethodSource("invalidRules")
    void anInvalidRuleIsRefused(String message, Consumer<Rule> change) {
        Rule rule = References.rule("r", 1);
        change.accept(rule);

        String key = rule.getRuleId().equals("other") ? "r" : rule.getRuleId();
        RejectedRecordException rejected = rejection(rules, key, bytes(rule));
        assertThat(rejected.reason()).isEqualTo(RejectionReason.INVALID_RULE);
        assertThat(rejected).hasMessageContaining(message);
    }

    @Test
    void anInvalidProfileIsRefused() {
        VehicleProfile shortVin = References.profile("car", 1);
        shortVin.setVin("WVW");
        VehicleProfile letterO = References.profile("car", 1);
        letterO.setVin("WVWZZZ1JZXWO00001");
        VehicleProfile noTenant = References.profile("car", 1);
        noTenant.setTenantId("");

        for (VehicleProfile profile :
                List.of(shortVin, letterO, noTenant, References.profile("car", -1))) {
            assertThat(rejection(profiles, "car", bytes(profile)).reason())
                    .isEqualTo(RejectionReason.INVALID_PROFILE);
        }
        assertThat(rejection(profiles, "bus", bytes(References.profile("car", 1))))
                .hasMessage("the key of the record is not vehicle_id");
    }

    @Test
    void whatIsNoRuleIsRefusedAsTelemetryWouldBe() throws Exception {
        byte[] whole = bytes(References.rule("r", 1));
        assertThat(rejection(rules, "r", new byte[] {1, 2, 3}).reason())
                .isEqualTo(RejectionReason.NOT_SINGLE_OBJECT);
        assertThat(rejection(rules, "r", bytes(References.profile("r", 1))).reason())
                .isEqualTo(RejectionReason.UNKNOWN_SCHEMA);
        assertThat(rejection(rules, null, null).reason()).isEqualTo(RejectionReason.INVALID_RULE);
        for (int length = 1; length < whole.length; length++) {
            assertThat(rejection(rules, "r", Arrays.copyOf(whole, length)).reason())
                    .isEqualTo(RejectionReason.TRUNCATED);
            assertThat(rules.decode(key("r"), whole)).isNotNull();
        }
    }

    private static RejectedRecordException rejection(
            ReferenceDecoder<?> decoder, @Nullable String key, byte @Nullable [] value) {
        return catchThrowableOfType(
                RejectedRecordException.class,
                () -> decoder.decode(key == null ? null : key(key), value));
    }

    private static byte[] key(String id) {
        return id.getBytes(UTF_8);
    }
}
