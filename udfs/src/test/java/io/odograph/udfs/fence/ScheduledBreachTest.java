// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.FenceKind.KEEP_IN;
import static io.odograph.udfs.fence.FenceKind.KEEP_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fences that hold at times. */
class ScheduledBreachTest {

    private static final long START = Drive.START;
    private static final Fence YARD = Fences.box("yard", KEEP_OUT, 0, -100, 200, 100);

    private static FenceSchedule between(int fromMinute, int toMinute) {
        return new FenceSchedule(
                List.of(new FenceSchedule.Period(0x7F, fromMinute, toMinute)),
                "Europe/Berlin",
                List.of());
    }

    private static Journey through() {
        return Journey.of("car").at(-200, 0).to(1_000, 0, 36);
    }

    @Test
    void aScheduleThatBeginsWhileTheVehicleIsOutsideIsABreachFromThen() {
        Fence home = Fences.box("home", KEEP_IN, -1_000, -1_000, 1_000, 1_000);
        // Drives begin at 08:00 in Berlin.
        FenceRun run =
                new FenceRun(Fences.scheduled(home, between(8 * 60 + 3, 8 * 60 + 6)))
                        .drive(Journey.of("car").at(3_000, 0).every(7).standing(600).records());

        assertThat(run.told())
                .containsExactly(
                        "home START SCHEDULE_STARTED 180.0", "home END SCHEDULE_ENDED 360.0");
    }

    @Test
    void whoCrossesWhileTheScheduleDoesNotHoldIsNotInBreach() {
        Fence night = Fences.scheduled(YARD, between(20 * 60, 22 * 60));

        assertThat(new FenceRun(night).drive(through().records()).told()).isEmpty();
    }

    @Test
    void aVehicleThatReportsSeldomHasABreachForEachNight() {
        Fence night = Fences.scheduled(YARD, between(20 * 60, 22 * 60));
        FenceRun run =
                new FenceRun(night)
                        .drive(
                                Journey.of("car")
                                        .at(100, 0)
                                        .standing(70)
                                        .silent(12.5 * 3_600)
                                        .standing(1)
                                        .silent(23.9 * 3_600)
                                        .standing(1)
                                        .records());

        assertThat(run.told())
                .containsExactly(
                        "yard START SCHEDULE_STARTED 43200.0",
                        "yard END SCHEDULE_ENDED 50400.0",
                        "yard START SCHEDULE_STARTED 129600.0");
    }

    @Test
    void aBreachEndsWithTheFirstScheduleThatEndsBehindItsBeginning() {
        FenceSchedule halves =
                new FenceSchedule(
                        List.of(
                                new FenceSchedule.Period(0x7F, 8 * 60, 12 * 60),
                                new FenceSchedule.Period(0x7F, 13 * 60, 17 * 60)),
                        "Europe/Berlin",
                        List.of());
        FenceRun run =
                new FenceRun(Fences.scheduled(YARD, halves))
                        .drive(
                                Journey.of("car")
                                        .at(100, 0)
                                        .standing(70)
                                        .silent(12 * 3_600)
                                        .standing(1)
                                        .records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END SCHEDULE_ENDED 14400.0");
    }

    @Test
    void aScheduleThatEndedLongAgoEndsItsBreachThen() {
        FenceSchedule once =
                new FenceSchedule(
                        List.of(new FenceSchedule.Period(FenceSchedule.HOLIDAY, 0, 12 * 60)),
                        "Europe/Berlin",
                        List.of((int) (START / 86_400_000)));
        FenceSettings patient =
                new FenceSettings(FenceThresholds.DEFAULTS, 120_000, 40L * 86_400_000, 0);
        FenceRun run =
                new FenceRun(patient, Fences.scheduled(YARD, once))
                        .drive(
                                Journey.of("car")
                                        .at(100, 0)
                                        .standing(70)
                                        .silent(20 * 86_400)
                                        .standing(1)
                                        .records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END SCHEDULE_ENDED 14400.0");
    }

    @Test
    void aScheduleThatComesLaterEndsABreachWhenItDoes() {
        Fence night = Fences.scheduled(YARD, between(20 * 60, 22 * 60));
        FenceRun run =
                new FenceRun(YARD, Fences.version(night, 2, START + 305_000, Long.MAX_VALUE))
                        .drive(Journey.of("car").at(100, 0).every(10).standing(600).records());

        assertThat(run.told())
                .containsExactly("yard START FIRST_SEEN 0.0", "yard END SCHEDULE_ENDED 305.0");
    }

    @Test
    void aScheduleThatComesLaterAndHoldsKeepsItsBreach() {
        Fence morning = Fences.scheduled(YARD, between(8 * 60 + 3, 22 * 60));
        FenceRun run =
                new FenceRun(YARD, Fences.version(morning, 2, START + 305_000, Long.MAX_VALUE))
                        .drive(Journey.of("car").at(100, 0).every(10).standing(600).records());

        assertThat(run.told()).containsExactly("yard START FIRST_SEEN 0.0");
    }

    @Test
    void whoDrivesThroughWhileTheScheduleDoesNotHoldHasNotPassed() {
        Fence small = Fences.circle("small", KEEP_OUT, 300, 10, 50);
        Journey journey = Journey.of("car").at(-800, 0).every(15).to(2_000, 0, 104.4);

        assertThat(
                        new FenceRun(Fences.scheduled(small, between(8 * 60, 9 * 60)))
                                .drive(journey.records())
                                .edges())
                .hasSize(1);
        assertThat(
                        new FenceRun(Fences.scheduled(small, between(20 * 60, 22 * 60)))
                                .drive(journey.records())
                                .edges())
                .isEmpty();
    }
}
