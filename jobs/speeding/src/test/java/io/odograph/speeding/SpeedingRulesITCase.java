// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.speeding.EndReason;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in the pipeline: which holds, from when, and that the alert says so. */
class SpeedingRulesITCase {

    private static final Map<String, Double> STRICT =
            Map.of("speeding.tolerance.absolute", 3.0, "speeding.tolerance.relative", 0.0);
    private static final Map<String, Double> OFF = Map.of("speeding.enabled", 0.0);

    @TempDir private static Path folder;
    private static Path roads;
    private static EmbeddedFlink flink;

    @BeforeAll
    static void startFlink() throws Exception {
        flink = EmbeddedFlink.start(2, new Configuration());
        roads = TestRoads.write(folder);
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void thresholdsDependOnFleetAndClassAndStandInTheAlert() throws Exception {
        List<Telemetry> arrivals = new ArrayList<>();
        for (String car : List.of("van", "bus", "other")) {
            // 56 is 6 over the limit, within the tolerance of ten.
            arrivals.addAll(
                    Drive.of(car).driving(45, 20).driving(56, 60).driving(45, 30).records());
        }

        SpeedingRun run =
                run().rule(rule("vans", "north", null, STRICT, 0))
                        .rule(rule("buses", null, VehicleClass.BUS, STRICT, 0))
                        .profile(profile("van", "north", VehicleClass.LIGHT_TRUCK))
                        .profile(profile("bus", "south", VehicleClass.BUS))
                        .profile(profile("other", "south", VehicleClass.LIGHT_TRUCK))
                        .of(arrivals);

        assertThat(run.alerts())
                .extracting(e -> e.alert().vehicleId() + " " + e.alert().ruleVersion())
                .containsOnly("van vans@1", "bus buses@1");
        assertThat(run.alerts())
                .allSatisfy(
                        episode ->
                                assertThat(episode.alert().thresholds())
                                        .containsEntry("speeding.tolerance.absolute", 3.0)
                                        .containsEntry("speeding.min-duration", 10.0));
    }

    @Test
    void aRuleHoldsFromItsEventTimeOn() throws Exception {
        long later = Drive.START + 200_000;
        List<Telemetry> drive =
                Drive.of("car").driving(56, 150).driving(45, 100).driving(56, 100).records();

        SpeedingRun run = run().rule(rule("strict", null, null, STRICT, later)).of(drive);

        assertThat(run.alerts()).isNotEmpty();
        assertThat(run.alerts())
                .allSatisfy(e -> assertThat(e.alert().eventTime()).isGreaterThan(later));
    }

    @Test
    void aRuleSwitchesOffAndEndsWhatIsOpen() throws Exception {
        long from = Drive.START + 60_000;

        SpeedingRun run = run().rule(rule("off", null, null, OFF, from)).of(fast("car"));

        assertThat(run.alerts()).isNotEmpty();
        SpeedingEpisode last = run.alerts().get(run.alerts().size() - 1);
        assertThat(last.facts().endReason()).isEqualTo(EndReason.SWITCHED_OFF);
        assertThat(last.facts().end()).isLessThanOrEqualTo(from);
    }

    @Test
    void aTenantThatIsOffHasNoAlertWhateverTheRulesSay() throws Exception {
        Map<String, Double> on = Map.of("speeding.enabled", 1.0);

        assertThat(run().of(fast("car")).alerts()).isNotEmpty();
        assertThat(
                        run().option("speeding.off.tenants", "other, acme")
                                .rule(rule("on", null, null, on, 0))
                                .of(fast("car"))
                                .alerts())
                .isEmpty();
    }

    @Test
    void aCountryThatIsOffHasNoAlert() throws Exception {
        assertThat(run().option("speeding.off.countries", "DE").of(fast("car")).alerts()).isEmpty();
        assertThat(run().option("speeding.off.countries", "FR").of(fast("car")).alerts())
                .isNotEmpty();
    }

    @Test
    void estimatedLimitsCountWhereARuleSaysSo() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(100, 720).driving(80, 120).records();
        Map<String, Double> upperBound = Map.of("speeding.inferred", 1.0);

        assertThat(run().of(drive).alerts())
                .extracting(e -> e.facts().limit().provenance().name())
                .doesNotContain("INFERRED");
        assertThat(run().rule(rule("all", null, null, upperBound, 0)).of(drive).alerts())
                .extracting(e -> e.facts().limit().provenance().name())
                .contains("INFERRED");
    }

    private static SpeedingRun.Setup run() {
        return new SpeedingRun.Setup(flink, roads);
    }

    private static List<Telemetry> fast(String car) {
        return Drive.of(car).driving(45, 20).driving(75, 100).driving(45, 30).records();
    }

    private static VehicleProfile profile(String id, String fleet, VehicleClass vehicleClass) {
        return new VehicleProfile(id, 1, "acme", fleet, vehicleClass, null, Propulsion.UNKNOWN);
    }

    private static Rule rule(
            String id,
            @Nullable String fleet,
            @Nullable VehicleClass vehicleClass,
            Map<String, Double> thresholds,
            long from) {
        return new Rule(
                id,
                1,
                SpeedingJob.NAME,
                null,
                fleet,
                vehicleClass,
                null,
                null,
                from,
                Long.MAX_VALUE,
                thresholds);
    }
}
