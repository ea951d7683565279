// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitOverride.Direction;
import io.odograph.udfs.road.LimitOverride.Reason;
import io.odograph.udfs.road.Overrides;
import io.odograph.udfs.road.Schedule;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overrides of limits in the pipeline: where and when they hold, and that the alert says so. */
class SpeedingOverridesITCase {

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
    void worksOnAWayHoldForItsDirectionAndStandInTheAlert() throws Exception {
        SpeedingRun run = run().override(works().on(1, Direction.FORWARD).build()).of(at50());

        assertThat(run.alerts()).isNotEmpty();
        var limit = run.alerts().get(0).facts().limit();
        assertThat(limit.kmh()).isEqualTo(30);
        assertThat(limit.provenance().name()).isEqualTo("OVERRIDE");
        assertThat(limit.overrideId()).isEqualTo("works");
        SpeedingAlertFormat coarse = new SpeedingAlertFormat(500);
        assertThat(coarse.toAvro(run.alerts().get(0)).getLimits().get(0).getOverrideId()).isNull();
        assertThat(run().override(works().on(1, Direction.BACKWARD).build()).of(at50()).alerts())
                .isEmpty();
        assertThat(run().override(works().on(2, Direction.BOTH).build()).of(at50()).alerts())
                .isEmpty();
    }

    @Test
    void anAreaHoldsForThePartOfTheRoadThatIsInIt() throws Exception {
        // From 1000 m to 3000 m, at 13.9 m a second.
        int north = TestRoads.LATITUDE + 10_000;
        int south = TestRoads.LATITUDE - 10_000;
        SpeedingRun run =
                run().override(
                                works().within(
                                                south,
                                                TestRoads.longitude(1_000),
                                                north,
                                                TestRoads.longitude(3_000))
                                        .build())
                        .of(at50());

        SpeedingEpisode last = run.alerts().get(run.alerts().size() - 1);
        assertThat(last.facts().start()).isBetween(at(71), at(78));
        assertThat(last.facts().end()).isBetween(at(213), at(222));
        assertThat(last.facts().endReason()).hasToString("BELOW_LIMIT");
    }

    @Test
    void anOverrideHoldsWithinItsEffectiveTime() throws Exception {
        SpeedingRun run =
                run().override(works().on(1, Direction.BOTH).between(at(100), at(200)).build())
                        .of(at50());

        SpeedingEpisode last = run.alerts().get(run.alerts().size() - 1);
        assertThat(last.facts().start()).isBetween(at(99), at(105));
        assertThat(last.facts().end()).isBetween(at(195), at(205));
    }

    @Test
    void aSchoolZoneHoldsInSchoolHours() throws Exception {
        // The drive begins at 8 o'clock in Germany, on a Monday.
        Overrides before = works().on(1, Direction.BOTH).during(null, hours(6, 8));
        Overrides within = works().on(1, Direction.BOTH).during(null, hours(8, 13));

        assertThat(run().override(before.build()).of(at50()).alerts()).isEmpty();
        assertThat(run().override(within.build()).of(at50()).alerts()).isNotEmpty();
    }

    @Test
    void anOverrideHoldsForItsClassAndTenant() throws Exception {
        List<Telemetry> arrivals = new ArrayList<>(at50());
        arrivals.addAll(Drive.of("bus").driving(50, 100).records());
        VehicleProfile bus =
                new VehicleProfile(
                        "bus", 1, null, null, VehicleClass.BUS, null, Propulsion.UNKNOWN);
        Overrides buses = works().on(1, Direction.BOTH).forClass(VehicleClass.BUS);

        SpeedingRun run = run().override(buses.forTenant("acme").build()).profile(bus).of(arrivals);

        assertThat(run.alerts()).extracting(e -> e.alert().vehicleId()).containsOnly("bus");
        assertThat(
                        run().override(buses.forTenant("other").build())
                                .profile(bus)
                                .of(arrivals)
                                .alerts())
                .isEmpty();
    }

    @Test
    void aCorrectionRaisesALimitOrTakesItAway() throws Exception {
        List<Telemetry> drive = Drive.of("car").driving(75, 100).driving(45, 30).records();
        Overrides correction = Overrides.of("fix").because(Reason.CORRECTION).on(1, Direction.BOTH);

        assertThat(run().of(drive).alerts()).isNotEmpty();
        assertThat(run().override(correction.limit(70).build()).of(drive).alerts()).isEmpty();
        assertThat(run().override(correction.saying(LimitKind.NONE).build()).of(drive).alerts())
                .isEmpty();
        assertThat(run().override(correction.saying(LimitKind.UNKNOWN).build()).of(drive).alerts())
                .isEmpty();
    }

    private static SpeedingRun.Setup run() {
        return new SpeedingRun.Setup(flink, roads);
    }

    private static Overrides works() {
        return Overrides.of("works");
    }

    private static Schedule.Period hours(int from, int to) {
        return new Schedule.Period(101, 1231, 0b001_1111, from * 60, to * 60);
    }

    private static List<Telemetry> at50() {
        return Drive.of("car").driving(50, 300).driving(20, 30).records();
    }

    private static long at(int second) {
        return Drive.START + second * 1_000L;
    }
}
