// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.FenceKind.KEEP_IN;
import static io.odograph.udfs.fence.FenceKind.KEEP_OUT;
import static io.odograph.udfs.fence.FenceKind.ZONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageTest {

    private static final Fence CITY = Fences.box("city", KEEP_IN, -1_000, -1_000, 1_000, 1_000);

    private static Journey car() {
        return Journey.of("car");
    }

    @Test
    void aSmallPlaceIsSeenToBeDrivenThroughBetweenTwoFixes() {
        Fence small = Fences.circle("small", KEEP_OUT, 300, 10, 50);
        // 29 m/s: 435 m from fix to fix.
        List<Telemetry> drive = car().at(-800, 0).every(15).to(2_000, 0, 104.4).records();

        FenceRun run = new FenceRun(small).drive(drive);

        assertThat(run.edges()).hasSize(1);
        BreachEdge edge = run.edges().get(0);
        assertThat(edge.kind()).isEqualTo(BreachEdge.Kind.PASSAGE);
        assertThat(edge.facts().cause()).isEqualTo(BreachCause.PASSED_THROUGH);
        assertThat(edge.facts().end() - edge.facts().start()).isCloseTo(3_380, within(60L));
        assertThat(edge.facts().farthest()).isCloseTo(40, within(1.0));
        assertThat(edge.facts().startInterpolated()).isTrue();
    }

    @Test
    void aPlaceWithOneFixInsideIsDrivenThroughAsWell() {
        Fence small = Fences.circle("small", ZONE, 300, 10, 100);
        List<Telemetry> drive = car().at(-570, 0).every(15).to(2_000, 0, 104.4).records();

        FenceRun run = new FenceRun(small).drive(drive);

        assertThat(run.told())
                .singleElement()
                .asString()
                .startsWith("small PASSAGE PASSED_THROUGH");
        assertThat(run.edges().get(0).facts().end() - run.edges().get(0).facts().start())
                .isCloseTo(6_860, within(60L));
    }

    @Test
    void aPlaceIsDrivenThroughAsDeepAsTheWaysWithinIt() {
        // The only fix inside is 3 m from the line, the middle is on the way to the next one.
        Fence small = Fences.circle("small", ZONE, 300, 10, 100);
        List<Telemetry> drive = car().at(-663, 0).every(15).to(2_000, 0, 104.4).records();

        FenceRun run = new FenceRun(small).drive(drive);

        assertThat(run.told())
                .singleElement()
                .asString()
                .startsWith("small PASSAGE PASSED_THROUGH");
        assertThat(run.edges().get(0).facts().farthest()).isCloseTo(90, within(3.0));
    }

    @Test
    void whoPassesThroughWhatItMustKeepInIsInTheSameBreachAsBefore() {
        // One position is inside, which is not enough to be back.
        List<Telemetry> drive = car().at(-6_600, 0).every(90).to(6_000, 0, 72).records();

        assertThat(new FenceRun(CITY).drive(drive).told())
                .containsExactly("city START FIRST_SEEN 0.0");
    }

    @Test
    void whoGrazesTheLineAfterItWasDeepInsideHasDrivenThrough() {
        Fence strip = Fences.box("strip", ZONE, 0, 0, 1_000, 100);
        // 40 m inside, 12 m outside, which is too near to be sure, 4 m inside, and off.
        List<Telemetry> drive =
                car().accuracy(10)
                        .every(15)
                        .at(500, -660)
                        .to(500, 60, 86.4)
                        .to(500, -12, 17.28)
                        .to(500, 4, 3.84)
                        .to(500, -812, 97.92)
                        .records();

        assertThat(new FenceRun(strip).drive(drive).told())
                .singleElement()
                .asString()
                .startsWith("strip PASSAGE");
    }

    @Test
    void whoDrivesOffWasWhereItsFirstFixOnTheWayIs() {
        // Until the second fix the vehicle may still stand.
        FenceRun run =
                new FenceRun(Fences.circle("corner", ZONE, 200, 200, 60))
                        .drive(
                                car().at(0, 200)
                                        .every(10)
                                        .standing(120)
                                        .to(200, 200, 72)
                                        .to(200, -600, 72)
                                        .records());

        assertThat(run.told()).hasSize(1);
    }

    @Test
    void aWayThatTouchesTheLineDrivesThroughNothing() {
        Fence small = Fences.circle("small", KEEP_OUT, 300, 48, 50);

        assertThat(
                        new FenceRun(small)
                                .drive(car().at(-800, 0).every(15).to(2_000, 0, 104.4).records())
                                .told())
                .isEmpty();
    }

    @Test
    void whoIsAsFarOutAsItsPositionsMayBeOffHasNotLeft() {
        Fence yard = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);
        Journey near = Journey.of("car").at(100, 0).standing(70).to(250, 0, 36).to(260, 0, 36);

        assertThat(new FenceRun(yard).drive(near.records()).told())
                .last()
                .asString()
                .startsWith("yard END CROSSED_BACK");
        assertThat(
                        new FenceRun(yard)
                                .drive(
                                        Journey.of("car")
                                                .accuracy(40)
                                                .at(100, 0)
                                                .standing(70)
                                                .to(250, 0, 36)
                                                .to(260, 0, 36)
                                                .records())
                                .told())
                .containsExactly("yard START FIRST_SEEN 0.0");
    }

    @Test
    void whatLastsIsToldAnewAfterThirtyDaysAlsoWhereNoUpdatesAreAskedFor() {
        double not = Double.NaN;
        Fence yard =
                Fences.with(
                        Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100),
                        new FenceThresholds(not, not, not, not, not, 0));
        FenceRun run =
                new FenceRun(yard)
                        .drive(
                                Journey.of("car")
                                        .at(100, 0)
                                        .every(21_600)
                                        .standing(65 * 86_400)
                                        .records());

        assertThat(run.edges())
                .extracting(BreachEdge::kind)
                .containsExactly(
                        BreachEdge.Kind.START, BreachEdge.Kind.STILL, BreachEdge.Kind.STILL);
    }
}
