// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import static io.odograph.udfs.reference.Rules.ALWAYS;
import static io.odograph.udfs.reference.Rules.forAll;
import static io.odograph.udfs.reference.Rules.forVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.DeviceKind;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private final RuleBook book = new RuleBook();

    @Test
    void anEmptyBookHasNoRule() {
        assertThat(book.isEmpty()).isTrue();
        assertThat(labelAt(0)).isNull();
    }

    @Test
    void aRuleHoldsFromItsBeginningUntilBeforeItsEnd() {
        book.put(forAll("r", 1, 100, 200));

        assertThat(labelAt(99)).isNull();
        assertThat(labelAt(100)).isEqualTo("r@1");
        assertThat(labelAt(199)).isEqualTo("r@1");
        assertThat(labelAt(200)).isNull();
    }

    @Test
    void theHighestVersionOfTheTimeCountsWhateverCameFirst() {
        book.put(forAll("r", 3, 200, ALWAYS));
        book.put(forAll("r", 1, 0, ALWAYS));
        book.put(forAll("r", 2, 100, 150));

        assertThat(labelAt(50)).isEqualTo("r@1");
        assertThat(labelAt(120)).isEqualTo("r@2");
        assertThat(labelAt(160)).isEqualTo("r@1");
        assertThat(labelAt(300)).isEqualTo("r@3");
    }

    @Test
    void theMoreSpecificWins() {
        List<Rule> risingInWeight =
                List.of(
                        rule("g", null, null, null, null, null),
                        rule("f", null, null, null, null, DeviceKind.PHONE),
                        rule("e", null, null, null, "alpha", null),
                        rule("d", null, null, "vans", null, null),
                        rule("c", null, VehicleClass.BUS, null, null, null),
                        rule("b", "car", null, null, null, null),
                        rule("a", "car", null, null, null, DeviceKind.PHONE));
        for (Rule rule : risingInWeight) {
            book.put(rule);
            assertThat(labelAt(5)).isEqualTo(rule.label());
        }
    }

    @Test
    void ofTwoRulesForTheSameTheSmallerIdWins() {
        book.put(forVehicle("b", "car"));
        book.put(forVehicle("a", "car"));
        book.put(forVehicle("c", "car"));

        assertThat(labelAt(5)).isEqualTo("a@1");
    }

    @Test
    void aRuleForOthersDoesNotHold() {
        book.put(rule("a", "bus", null, null, null, null));
        book.put(rule("b", null, VehicleClass.MOTORCYCLE, null, null, null));
        book.put(rule("c", null, null, "trucks", null, null));
        book.put(rule("d", null, null, null, "beta", null));
        book.put(rule("e", null, null, null, "alpha", DeviceKind.EMBEDDED));

        assertThat(labelAt(5)).isNull();
        assertThat(book.inForce("car", null, null, null, null, 5)).isNull();
    }

    @Test
    void aNewVersionMayHoldForOthersThanTheOneBefore() {
        book.put(forVehicle("r", "car"));
        book.put(Rules.of("r", 2, null, "bus", 100, ALWAYS));

        assertThat(labelAt(50)).isEqualTo("r@1");
        assertThat(labelAt(150)).isNull();
        assertThat(book.inForce("bus", null, null, null, null, 150)).isNotNull();
        assertThat(book.inForce("bus", null, null, null, null, 50)).isNull();
    }

    @Test
    void aWithdrawnRuleIsGoneInAllVersionsAndMayComeBack() {
        book.put(forAll("r", 1, 0, ALWAYS));
        book.put(forAll("r", 2, 0, ALWAYS));
        book.withdraw("r");
        book.withdraw("never heard of");

        assertThat(labelAt(5)).isNull();
        assertThat(book.isEmpty()).isTrue();

        book.put(forAll("r", 1, 0, ALWAYS));
        assertThat(labelAt(5)).isEqualTo("r@1");
    }

    @Test
    void theHighestVersionsAreKept() {
        for (long version = 20; version > 0; version--) {
            assertThat(book.put(forAll("r", version, version, ALWAYS))).isTrue();
            assertThat(book.put(forAll("r", 40 - version, 40 - version, ALWAYS))).isTrue();
        }

        assertThat(book.versions("r"))
                .extracting(Rule::version)
                .containsExactly(39L, 38L, 37L, 36L, 35L, 34L, 33L, 32L);
        assertThat(labelAt(31)).isNull();
    }

    @Test
    void aFullBookRefusesOtherRulesAndTakesItsOwn() {
        for (int i = 0; i < RuleBook.MAX_RULES; i++) {
            assertThat(book.put(forVehicle("r" + i, "v" + i))).isTrue();
        }

        assertThat(book.put(forVehicle("one more", "car"))).isFalse();
        assertThat(book.put(Rules.of("r7", 2, null, "v7", 0, ALWAYS))).isTrue();
        assertThat(book.size()).isEqualTo(RuleBook.MAX_RULES);
        assertThat(labelAt(5)).isNull();
        book.withdraw("r0");
        assertThat(book.put(forVehicle("one more", "car"))).isTrue();
        assertThat(labelAt(5)).isEqualTo("one more@1");
    }

    private @Nullable String labelAt(long eventTime) {
        Rule rule =
                book.inForce("car", VehicleClass.BUS, "vans", "alpha", DeviceKind.PHONE, eventTime);
        return rule == null ? null : rule.label();
    }

    private static Rule rule(
            String ruleId,
            @Nullable String vehicleId,
            @Nullable VehicleClass vehicleClass,
            @Nullable String fleetId,
            @Nullable String tenantId,
            @Nullable DeviceKind deviceKind) {
        return new Rule(
                ruleId,
                1,
                "crash",
                tenantId,
                fleetId,
                vehicleClass,
                deviceKind,
                vehicleId,
                0,
                ALWAYS,
                Map.of());
    }
}
