// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.FenceKind.KEEP_IN;
import static io.odograph.udfs.fence.FenceKind.KEEP_OUT;
import static io.odograph.udfs.fence.FenceKind.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Fixes;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeofenceDetectorTest {

    private static final Fence DEPOT = Fences.box("depot", ZONE, 0, -100, 200, 100);
    private static final Fence YARD = Fences.box("yard", KEEP_OUT, 0, -100, 200, 100);
    private static final Fence CITY = Fences.box("city", KEEP_IN, -1_000, -1_000, 1_000, 1_000);

    private static Journey car() {
        return Journey.of("car");
    }

    @Test
    void aVisitHasAnArrivalADwellAndADeparture() {
        FenceRun run =
                new FenceRun(DEPOT)
                        .drive(
                                car().at(-200, 0)
                                        .to(100, 0, 36)
                                        .standing(400)
                                        .to(300, 0, 36)
                                        .records());

        // 20 s to the line, 10 s on to the place; 300 s later the dwell; out after 200 m more.
        assertThat(run.told())
                .containsExactly(
                        "depot START CROSSED ~19.0",
                        "depot DWELL CROSSED ~19.0",
                        "depot END CROSSED_BACK ~439.0");
        BreachFacts facts = run.edges().get(2).facts();
        assertThat(facts.farthest()).isCloseTo(100, within(1.0));
        assertThat(facts.distance()).isCloseTo(200, within(5.0));
        assertThat(facts.maxSpeed()).isEqualTo(36);
        assertThat(facts.withoutIgnition()).isFalse();
        assertThat(run.edges()).extracting(BreachEdge::revision).containsExactly(1, 2, 3);
        assertThat(run.edges()).extracting(BreachEdge::breach).containsOnly("" + facts.start());
    }

    @Test
    void whoLeavesAFenceToBeKeptInIsInBreachUntilItIsBack() {
        FenceRun run =
                new FenceRun(CITY)
                        .drive(car().at(0, 0).every(10).to(3_000, 0, 72).to(0, 0, 72).records());

        assertThat(run.told())
                .containsExactly("city START CROSSED ~40.0", "city END CROSSED_BACK ~240.0");
        BreachFacts facts = run.edges().get(1).facts();
        assertThat(facts.farthest()).isCloseTo(2_000, within(5.0));
        assertThat(facts.distance()).isCloseTo(4_000, within(300.0));
        assertThat(facts.confidence()).isGreaterThan(0.99);
    }

    @Test
    void whatLastsIsToldAnewEveryQuarterOfAnHour() {
        FenceRun run =
                new FenceRun(YARD)
                        .drive(
                                car().at(-200, 0)
                                        .to(100, 0, 36)
                                        .every(30)
                                        .standing(3_600)
                                        .records());

        assertThat(run.edges())
                .extracting(BreachEdge::kind)
                .containsExactly(
                        BreachEdge.Kind.START,
                        BreachEdge.Kind.STILL,
                        BreachEdge.Kind.STILL,
                        BreachEdge.Kind.STILL);
    }

    @Test
    void whoIsFirstSeenInsideHasEnteredNothing() {
        FenceRun run =
                new FenceRun(DEPOT, YARD, CITY)
                        .drive(car().at(100, 0).standing(120).to(300, 0, 36).records());

        assertThat(run.told())
                .containsExactly(
                        "depot START FIRST_SEEN 0.0",
                        "yard START FIRST_SEEN 0.0",
                        "depot END CROSSED_BACK ~129.0",
                        "yard END CROSSED_BACK ~129.0");
    }

    @Test
    void whoIsFirstSeenOutsideOfWhatItMustKeepInIsInBreach() {
        assertThat(new FenceRun(CITY).drive(car().at(5_000, 0).standing(120).records()).told())
                .containsExactly("city START FIRST_SEEN 0.0");
        assertThat(
                        new FenceRun(DEPOT, YARD)
                                .drive(car().at(5_000, 0).standing(120).records())
                                .told())
                .isEmpty();
    }

    @Test
    void aFixThatIsOffIsNoBreach() {
        List<Telemetry> drive = new ArrayList<>(car().at(-300, 0).to(-300, 500, 36).records());
        Telemetry off = drive.get(20);
        drive.set(20, Fixes.at(off, Journey.latitude(0) / 1e7, Journey.longitude(100) / 1e7));

        assertThat(new FenceRun(YARD).drive(drive).told())
                .noneMatch(line -> line.contains("START"));
    }

    @Test
    void noiseAtTheLineMakesOneCrossing() {
        // Along the line, in and out of it by 10 m.
        FenceRun run =
                new FenceRun(YARD)
                        .drive(
                                car().drifting(10, 4)
                                        .at(-300, -90)
                                        .to(5, -90, 36)
                                        .to(5, 90, 5)
                                        .to(100, 90, 36)
                                        .records());

        assertThat(run.edges()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void whoParksAtTheLineDriftsAcrossItWithoutAnybodyBeingTold() {
        int told = 0;
        for (int night = 0; night < 50; night++) {
            double x = night % 2 == 0 ? 3 : -3;
            List<Telemetry> records =
                    car().drifting(12, night)
                            .at(-300, 0)
                            .to(x, 0, 36)
                            .every(30)
                            .standing(300)
                            .standing(10 * 3_600)
                            .records();
            FenceRun run = new FenceRun(Fences.with(YARD, quiet())).drive(records);
            told += run.edges().size();
            assertThat(run.edges()).as("night %d", night).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(told).isPositive();
    }

    private static FenceThresholds quiet() {
        return new FenceThresholds(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0);
    }

    @Test
    void whoIsTowedAwayLeavesWithTheIgnitionOff() {
        List<Telemetry> tow =
                car().at(0, 0)
                        .ignition(true)
                        .standing(10)
                        .ignition(false)
                        .every(10)
                        .standing(600)
                        .to(3_000, 0, 36)
                        .records();
        assertThat(new FenceRun(CITY).drive(tow).edges())
                .singleElement()
                .matches(edge -> edge.facts().withoutIgnition());
        Fence garage = Fences.circle("garage", ZONE, 0, 0, 50);
        assertThat(new FenceRun(garage).drive(tow).edges())
                .last()
                .matches(edge -> edge.kind() == BreachEdge.Kind.END)
                .matches(edge -> edge.facts().withoutIgnition());
    }

    @Test
    void whoComesOutOfATunnelInsideHasEnteredMeanwhile() {
        FenceRun run =
                new FenceRun(DEPOT)
                        .drive(
                                car().at(-200, 0)
                                        .to(-100, 0, 36)
                                        .located(false)
                                        .to(100, 0, 36)
                                        .located(true)
                                        .to(190, 0, 36)
                                        .records());

        assertThat(run.told()).containsExactly("depot START CROSSED ~19.0");
    }

    @Test
    void silenceEndsWhatIsOpen() {
        FenceRun run =
                new FenceRun(DEPOT)
                        .drive(car().at(-200, 0).to(100, 0, 36).standing(70).records())
                        .silence()
                        .drive(car().at(100, 0).silent(200_000).standing(5).records());

        assertThat(run.told())
                .containsExactly(
                        "depot START CROSSED ~19.0",
                        "depot END SILENCE 99.0",
                        "depot START FIRST_SEEN 200000.0");
    }

    @Test
    void aVehicleThatHasNothingToDoWithFencesIsRememberedInLittle() {
        FenceRun run = new FenceRun(DEPOT).drive(car().at(-5_000, 0).to(5_000, 3, 72).records());

        assertThat(run.state().tracks).isEmpty();
        assertThat(Drive.START).isPositive();
    }
}
