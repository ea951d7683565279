// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.FenceKind.KEEP_IN;
import static io.odograph.udfs.fence.FenceKind.KEEP_OUT;
import static io.odograph.udfs.fence.FenceKind.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Fixes;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fences that come, change and go, or are for some vehicles, in mid-drive. */
class FenceChangesTest {

    private static final long START = Drive.START;
    private static final long END = Long.MAX_VALUE;
    private static final Fence YARD = Fences.box("yard", KEEP_OUT, 0, -100, 200, 100);
    private static final Fence FAR = Fences.box("yard", KEEP_OUT, 5_000, -100, 5_200, 100);

    private static Journey parked() {
        return Journey.of("car").at(100, 0).every(10).standing(600);
    }

    private static Journey through() {
        return Journey.of("car").at(-200, 0).to(1_000, 0, 36);
    }

    @Test
    void aFenceThatComesAroundAVehicleBeginsWhenItDoes() {
        Fence later = Fences.version(YARD, 1, START + 305_000, END);

        assertThat(new FenceRun(later).drive(parked().records()).told())
                .containsExactly("yard START FENCE_CHANGED 305.0");
    }

    @Test
    void aFenceThatMovesAwayEndsItsBreach() {
        FenceRun run =
                new FenceRun(YARD, Fences.version(FAR, 2, START + 305_000, END))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_WITHDRAWN 310.0");
    }

    @Test
    void aFenceThatShrinksToWhereTheVehicleIsNotEndsItsBreachWhenItDoes() {
        Fence half = Fences.box("yard", KEEP_OUT, 150, -100, 200, 100);
        FenceRun run =
                new FenceRun(YARD, Fences.version(half, 2, START + 305_000, END))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_CHANGED 305.0");
    }

    @Test
    void aFenceThatChangesAroundTheVehicleKeepsItsBreach() {
        Fence wider = Fences.box("yard", KEEP_OUT, -50, -150, 250, 150);
        FenceRun run =
                new FenceRun(YARD, Fences.version(wider, 2, START + 305_000, END))
                        .drive(parked().to(1_000, 0, 36).records());

        assertThat(run.edges()).extracting(BreachEdge::breach).containsOnly("" + START);
        assertThat(run.edges().get(run.edges().size() - 1).fenceVersion()).isEqualTo(2);
        assertThat(run.told()).last().asString().startsWith("yard END CROSSED_BACK ~");
    }

    @Test
    void whenUpdatesComeMakesNoDifferenceAsLongAsTheyComeBeforeTheyHold() {
        Fence wider =
                Fences.version(
                        Fences.box("yard", KEEP_OUT, 0, -100, 500, 100), 2, START + 50_000, END);
        List<String> known = new FenceRun(YARD, wider).drive(through().records()).told();
        for (int after = 0; after <= 50; after += 10) {
            FenceRun run = new FenceRun(YARD);
            run.drive(through().records().subList(0, after));
            run.book().put(wider);
            run.drive(through().records().subList(after, 120));
            assertThat(run.told()).as("after %d records", after).isEqualTo(known);
        }
    }

    @Test
    void aFenceWithdrawnEndsItsBreach() {
        FenceRun run = new FenceRun(YARD).drive(parked().records().subList(0, 20));
        run.book().withdraw("yard");
        run.drive(parked().records().subList(20, 40));

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_WITHDRAWN 200.0");
    }

    @Test
    void aFenceThatExpiresEndsItsBreachThen() {
        FenceRun run =
                new FenceRun(Fences.version(YARD, 1, START, START + 305_000))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_EXPIRED 305.0");
    }

    @Test
    void aFenceForOthersIsNone() {
        Fence trucks =
                Fences.with(
                        YARD,
                        new FenceScope(
                                null, List.of(), List.of(VehicleClass.HEAVY_TRUCK), List.of()));
        Fence other = Fences.with(YARD, new FenceScope("other", List.of(), List.of(), List.of()));
        Fence own =
                Fences.with(
                        YARD, new FenceScope("acme", List.of(), List.of(), List.of("van", "car")));

        assertThat(new FenceRun(trucks).drive(through().records()).told()).isEmpty();
        assertThat(new FenceRun(other).drive(through().records()).told()).isEmpty();
        assertThat(new FenceRun(own).drive(through().records()).told()).hasSize(2);
    }

    @Test
    void whatAFenceStatesComesBeforeTheOptions() {
        FenceThresholds slow =
                new FenceThresholds(Double.NaN, Double.NaN, 30, Double.NaN, Double.NaN, Double.NaN);

        // Driving through takes 20 s.
        assertThat(new FenceRun(Fences.with(YARD, slow)).drive(through().records()).told())
                .isEmpty();
        assertThat(
                        new FenceRun(Fences.with(Fences.box("yard", ZONE, 0, -100, 200, 100), slow))
                                .drive(
                                        Journey.of("car")
                                                .at(-200, 0)
                                                .to(100, 0, 36)
                                                .standing(25)
                                                .to(500, 0, 36)
                                                .records())
                                .told())
                .containsExactly("yard START CROSSED ~19.0", "yard END CROSSED_BACK ~64.0");
    }

    @Test
    void aDeviceThatSetsItsClockBackKeepsItsVisit() {
        List<Telemetry> drive = new ArrayList<>();
        List<Telemetry> records = through().records();
        for (int i = 0; i < records.size(); i++) {
            drive.add(i < 25 ? records.get(i) : Fixes.setBack(records.get(i), 600_000));
        }
        FenceRun run = new FenceRun(YARD).drive(drive);

        assertThat(run.edges()).hasSize(2);
        assertThat(run.edges()).extracting(BreachEdge::breach).containsOnly("" + (START + 19_000));
        BreachFacts facts = run.edges().get(1).facts();
        assertThat(facts.end() - facts.start()).isBetween(19_000L, 21_100L);
    }

    @Test
    void whoIsWhereAFenceNowForbidsToBeIsInBreachFromThen() {
        Fence depot = Fences.box("yard", KEEP_IN, 0, -100, 200, 100);
        FenceRun run =
                new FenceRun(depot, Fences.version(YARD, 2, START + 305_000, END))
                        .drive(parked().records());

        assertThat(run.told()).containsExactly("yard START FENCE_CHANGED 305.0");
    }

    @Test
    void aFenceThatBecomesAnotherWhileTheVehicleIsAtItsLineIsReadAnew() {
        Fence depot = Fences.box("yard", KEEP_IN, 0, -100, 200, 100);
        FenceRun run =
                new FenceRun(YARD, Fences.version(depot, 2, START + 19_500, END))
                        .drive(through().records());

        assertThat(run.told()).containsExactly("yard START CROSSED ~39.0");
    }

    @Test
    void whoIsWhereAFenceNoLongerForbidsToBeHasNotReturned() {
        Fence depot = Fences.box("yard", KEEP_IN, 0, -100, 200, 100);
        FenceRun run =
                new FenceRun(YARD, Fences.version(depot, 2, START + 305_000, END))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_CHANGED 305.0");
        assertThat(run.edges()).extracting(BreachEdge::fenceKind).containsOnly(KEEP_OUT);
    }

    @Test
    void aVisitThatIsNowForbiddenIsOverAndABreachBegins() {
        Fence zone = Fences.box("yard", ZONE, 0, -100, 200, 100);
        FenceRun run =
                new FenceRun(zone, Fences.version(YARD, 2, START + 255_000, END))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly(
                        "yard START FIRST_SEEN 0.0",
                        "yard END FENCE_CHANGED 255.0",
                        "yard START FENCE_CHANGED 255.0");
        assertThat(run.edges())
                .extracting(BreachEdge::fenceKind)
                .containsExactly(ZONE, ZONE, KEEP_OUT);
    }

    @Test
    void aFenceThatExpiresWhileItsVehicleDrivesFarAwayEndsItsBreachThen() {
        FenceRun run =
                new FenceRun(Fences.version(YARD, 1, START, START + 305_000))
                        .drive(
                                Journey.of("car")
                                        .at(100, 0)
                                        .standing(70)
                                        .silent(1_000)
                                        .at(9_000, 0)
                                        .to(9_500, 0, 50)
                                        .records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_EXPIRED 305.0");
    }

    @Test
    void aFenceWhoseLineMovesJustBehindAParkedVehicleEndsItsBreach() {
        Fence half = Fences.box("yard", KEEP_OUT, 110, -100, 200, 100);
        FenceRun run =
                new FenceRun(YARD, Fences.version(half, 2, START + 305_000, END))
                        .drive(parked().records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END FENCE_CHANGED 305.0");
    }

    @Test
    void aCrossingWhileTheClockIsSetBackIsByTheNewClock() {
        List<Telemetry> drive = new ArrayList<>();
        for (Telemetry record : through().records()) {
            boolean old = record.eventTime() < START + 20_000;
            drive.add(old ? record : Fixes.setBack(record, 600_000));
        }
        // Its line is midway between two positions.
        FenceRun run = new FenceRun(Fences.box("yard", KEEP_OUT, 5, -100, 200, 100)).drive(drive);

        assertThat(run.edges()).hasSize(2);
        assertThat(run.edges().get(0).facts().start())
                .isBetween(START - 600_000 + 19_000, START - 600_000 + 20_000);
    }
}
