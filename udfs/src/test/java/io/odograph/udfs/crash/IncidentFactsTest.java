// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.CrashEdge.Kind.AT_REST;
import static io.odograph.udfs.crash.CrashEdge.Kind.DROVE_ON;
import static io.odograph.udfs.crash.CrashEdge.Kind.IMPACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an incident takes along from rules, the vehicle's profile, its clock and its place. */
class IncidentFactsTest {

    private static final VehicleProfile PROFILE =
            new VehicleProfile(
                    "car",
                    1,
                    "acme",
                    null,
                    VehicleClass.PASSENGER_CAR,
                    "WDB1230000000001",
                    Propulsion.ELECTRIC);

    private long version = 1;
    private double impactDeltaV = 8;
    private final VehicleContext context =
            new VehicleContext() {
                @Override
                public VehicleProfile profile() {
                    return PROFILE;
                }

                @Override
                public @Nullable Rule rule(String detector, Telemetry record, long eventTime) {
                    assertThat(detector).isEqualTo(CrashDetector.NAME);
                    return new Rule(
                            "strict",
                            version,
                            detector,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0,
                            Long.MAX_VALUE,
                            Map.of(CrashThresholds.IMPACT_DELTA_V, impactDeltaV));
                }
            };

    private static Drive car() {
        return Drive.of("car").driving(60, 20);
    }

    private static Drive crash(double deltaV) {
        return car().impact(60, deltaV).braking(60, 0, 0.8);
    }

    @Test
    void theRuleInForceDecides() {
        impactDeltaV = 12;
        assertThat(new Watch().knowing(context).take(crash(11).resting(20)).edges).isEmpty();

        impactDeltaV = 5;
        CrashFacts facts =
                new Watch().knowing(context).take(crash(6).resting(20)).the(IMPACT).facts();
        assertThat(facts.ruleVersion()).isEqualTo("strict@1");
        assertThat(facts.thresholds().impactDeltaV()).isEqualTo(5);
        assertThat(facts.thresholds().speedBefore()).isEqualTo(24);
    }

    @Test
    void theRuleIsFrozenIntoAnIncident() {
        Watch watch = new Watch().knowing(context).take(crash(10));
        version = 2;
        impactDeltaV = 50;
        watch.take(Drive.of("car").after(24_000).impact(0, 20).resting(20));

        CrashFacts facts = watch.the(AT_REST).facts();
        assertThat(facts.ruleVersion()).isEqualTo("strict@1");
        assertThat(facts.secondaryImpacts()).isEqualTo(1);
    }

    @Test
    void anIncidentThatFollowsAnotherAsksForItsOwnRule() {
        Watch watch = new Watch().knowing(context).take(car().impact(60, 10).driving(4, 1));
        version = 2;
        watch.take(Drive.of("car").after(100_000).impact(0, 20));

        assertThat(watch.all(IMPACT).get(1).facts().ruleVersion()).isEqualTo("strict@2");
    }

    @Test
    void withoutARuleTheOptionsHold() {
        CrashFacts facts = Watch.of(crash(20)).the(IMPACT).facts();

        assertThat(facts.ruleVersion()).isNull();
        assertThat(facts.thresholds()).isEqualTo(CrashThresholds.DEFAULTS);
        assertThat(facts.vin()).isNull();
        assertThat(facts.vehicleClass()).isEqualTo(VehicleClass.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theVinIsTakenOnlyWhereAllowed(boolean allowed) {
        CrashSettings settings =
                new CrashSettings(CrashThresholds.DEFAULTS, 120_000, 0, 60_000, 100, allowed);
        CrashFacts facts = new Watch(settings).knowing(context).take(crash(20)).the(IMPACT).facts();

        assertThat(facts.vin()).isEqualTo(allowed ? PROFILE.vin() : null);
        assertThat(facts.vehicleClass()).isEqualTo(VehicleClass.PASSENGER_CAR);
        assertThat(facts.propulsion()).isEqualTo(Propulsion.ELECTRIC);
    }

    @Test
    void aBacklogIsDelayed() {
        Watch watch = new Watch();
        crash(20)
                .records()
                .forEach(r -> watch.take(Drive.receivedAt(r, r.eventTime() + 3_600_000)));

        assertThat(watch.the(IMPACT).facts().delayed()).isTrue();
        assertThat(Watch.of(crash(20)).the(IMPACT).facts().delayed()).isFalse();
    }

    @Test
    void aTestIsMarked() {
        assertThat(Watch.of(car().asTest().impact(60, 20)).the(IMPACT).facts().test()).isTrue();
        assertThat(Watch.of(crash(20)).the(IMPACT).facts().test()).isFalse();
    }

    @Test
    void aPositionIsTrustedWithAFreshFix() {
        assertThat(trusted(car().impact(60, 20))).isTrue();
        assertThat(trusted(car().gnss().fix(FixType.THREE_D, 10_001).impact(60, 20))).isFalse();
        assertThat(trusted(car().fix(FixType.NONE, 0).impact(60, 20))).isFalse();
        assertThat(trusted(Drive.of("car").placed(false).driving(60, 20).impact(60, 20))).isFalse();
        assertThat(trusted(car().placed(false).driving(60, 9).impact(60, 20))).isTrue();
        assertThat(trusted(car().placed(false).driving(60, 10).impact(60, 20))).isFalse();
    }

    private static boolean trusted(Drive drive) {
        return Watch.of(drive).the(IMPACT).facts().positionTrusted();
    }

    @Test
    void thePositionsBeforeAreKnown() {
        CrashFacts facts = Watch.of(car().impact(60, 20)).the(IMPACT).facts();

        double step = facts.position().longitude() - facts.previous().longitude();
        assertThat(step).isPositive();
        assertThat(facts.previous().longitude() - facts.beforePrevious().longitude())
                .isCloseTo(step, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {-2_050, -20_000, -3_600_000})
    void aClockSetBackKeepsTheIncidentAndItsDurations(long back) {
        Watch watch = new Watch();
        Drive drive = crash(30).resting(4).after(back).resting(80).driving(60, 1);
        for (Telemetry r : drive.records()) {
            watch.detector.accept(
                    watch.state, r, r.receivedAt(), VehicleContext.NONE, watch.edges::add);
        }

        CrashEdge impact = watch.the(IMPACT);
        CrashEdge rest = watch.the(AT_REST);
        assertThat(watch.all(DROVE_ON)).isEmpty();
        assertThat(rest.incident()).isEqualTo(impact.incident());
        assertThat(rest.time()).isEqualTo(Drive.START + 22_000 + back + 1_000);
        assertThat(watch.state.incident).isNull();
    }

    @Test
    void aClockSetBackDoesNotSilenceTheDriver() {
        Drive drive = car().responds(60, DriverResponse.NEEDS_HELP).driving(60, 30);
        drive.after(-3_600_000).driving(60, 100).responds(60, DriverResponse.NEEDS_HELP);
        Watch watch = new Watch();
        for (Telemetry r : drive.records()) {
            watch.detector.accept(
                    watch.state, r, r.receivedAt(), VehicleContext.NONE, watch.edges::add);
        }

        assertThat(watch.incidents()).hasSize(2);
    }

    @Test
    void thresholdsAreNamedAndOverridden() {
        CrashThresholds defaults = CrashThresholds.DEFAULTS;

        assertThat(defaults.with(Map.of())).isEqualTo(defaults);
        int i = 100;
        for (String name : defaults.byName().keySet()) {
            double value = i++;
            assertThat(defaults.with(Map.of(name, value)).byName())
                    .containsEntry(name, value)
                    .hasSize(10);
            assertThat(defaults.with(Map.of(name, value)).byName().values())
                    .containsOnlyOnce(value);
        }
    }
}
