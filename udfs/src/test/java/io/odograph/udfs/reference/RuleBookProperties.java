// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.DeviceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The book against the words of its documentation, for any order of arrival. */
class RuleBookProperties {

    @Property(tries = 500)
    void anyOrderAndRepetitionOfArrivalGivesTheSameAnswers(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") RuleScope subject,
            @ForAll("times") long time,
            @ForAll Random random) {
        List<Rule> given = List.copyOf(distinct(rules));
        List<Rule> arrivals = new ArrayList<>(given);
        arrivals.addAll(given.subList(0, given.size() / 2));
        Collections.shuffle(arrivals, random);

        RuleBook book = new RuleBook();
        for (Rule rule : arrivals) {
            assertThat(book.put(rule)).isTrue();
        }

        assertThat(ask(book, subject, time)).isEqualTo(naive(given, subject, time));
    }

    @Property(tries = 200)
    void whatIsWithdrawnLeavesNoTrace(
            @ForAll("rules") List<Rule> rules,
            @ForAll("subjects") RuleScope subject,
            @ForAll("times") long time) {
        Collection<Rule> given = distinct(rules);
        RuleBook book = new RuleBook();
        given.forEach(book::put);
        book.withdraw("a");
        book.withdraw("c");

        List<Rule> left = given.stream().filter(r -> !"ac".contains(r.ruleId())).toList();
        assertThat(ask(book, subject, time)).isEqualTo(naive(left, subject, time));
    }

    private static @Nullable Rule ask(RuleBook book, RuleScope s, long time) {
        return book.inForce(
                s.vehicleId(), s.vehicleClass(), s.fleetId(), s.tenantId(), s.deviceKind(), time);
    }

    private static @Nullable Rule naive(List<Rule> rules, RuleScope subject, long time) {
        Map<String, Rule> inForce = new HashMap<>();
        for (Rule rule : rules) {
            if (rule.effectiveFrom() <= time && time < rule.effectiveTo()) {
                inForce.merge(rule.ruleId(), rule, (a, b) -> a.version() > b.version() ? a : b);
            }
        }
        return inForce.values().stream()
                .filter(rule -> matches(rule, subject))
                .min(
                        Comparator.comparing((Rule r) -> r.vehicleId() == null)
                                .thenComparing(r -> r.vehicleClass() == null)
                                .thenComparing(r -> r.fleetId() == null)
                                .thenComparing(r -> r.tenantId() == null)
                                .thenComparing(r -> r.deviceKind() == null)
                                .thenComparing(Rule::ruleId))
                .orElse(null);
    }

    private static boolean matches(Rule rule, RuleScope subject) {
        return allows(rule.vehicleId(), subject.vehicleId())
                && allows(rule.vehicleClass(), subject.vehicleClass())
                && allows(rule.fleetId(), subject.fleetId())
                && allows(rule.tenantId(), subject.tenantId())
                && allows(rule.deviceKind(), subject.deviceKind());
    }

    private static boolean allows(@Nullable Object selector, @Nullable Object value) {
        return selector == null || Objects.equals(selector, value);
    }

    /** One content for each version of each rule, and no more versions than are kept. */
    private static Collection<Rule> distinct(List<Rule> rules) {
        Map<String, Rule> distinct = new HashMap<>();
        rules.forEach(rule -> distinct.putIfAbsent(rule.label(), rule));
        return distinct.values();
    }

    @Provide
    Arbitrary<List<Rule>> rules() {
        Arbitrary<String> ids = Arbitraries.of("a", "b", "c", "d");
        Arbitrary<Long> versions = Arbitraries.longs().between(1, RuleBook.MAX_VERSIONS);
        return Combinators.combine(ids, versions, scopes(0.6), times(), times())
                .as(RuleBookProperties::rule)
                .list()
                .ofMaxSize(20);
    }

    private static Rule rule(String id, long version, RuleScope scope, long from, long length) {
        return new Rule(
                id,
                version,
                "crash",
                scope.tenantId(),
                scope.fleetId(),
                scope.vehicleClass(),
                scope.deviceKind(),
                scope.vehicleId(),
                from,
                length % 3 == 0 ? Long.MAX_VALUE : from + length,
                Map.of("x", (double) version));
    }

    @Provide
    Arbitrary<Long> times() {
        return Arbitraries.longs().between(1, 12);
    }

    @Provide
    Arbitrary<RuleScope> subjects() {
        return scopes(0.2)
                .map(
                        s ->
                                new RuleScope(
                                        Objects.requireNonNullElse(s.vehicleId(), "other"),
                                        s.vehicleClass(),
                                        s.fleetId(),
                                        s.tenantId(),
                                        s.deviceKind()));
    }

    private static Arbitrary<RuleScope> scopes(double unstated) {
        return Combinators.combine(
                        Arbitraries.of("v", "w").injectNull(unstated),
                        Arbitraries.of(VehicleClass.BUS, VehicleClass.MOTORCYCLE)
                                .injectNull(unstated),
                        Arbitraries.of("f", "g").injectNull(unstated),
                        Arbitraries.of("t", "u").injectNull(unstated),
                        Arbitraries.of(DeviceKind.PHONE, DeviceKind.EMBEDDED).injectNull(unstated))
                .as(RuleScope::new);
    }
}
