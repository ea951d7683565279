// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WindowsTest {

    private static final long MINUTE = 60_000;

    /** From 07:00 UTC on, for 40 minutes. */
    private static final List<Telemetry> DRIVE =
            Journey.of("car")
                    .at(0, 0)
                    .standing(30)
                    .to(12_000, 0, 60)
                    .standing(90)
                    .to(30_000, 0, 90)
                    .standing(900)
                    .records();

    private static DrivingRun run() {
        return new DrivingRun().receive(DRIVE).end();
    }

    @Test
    void eachMinuteHasWhatWasDrivenInIt() {
        List<DrivingTotals> minutes = run().windows(1);

        // A plain sum over the same records: mean speed of two times the time between them.
        for (int i = 0; i < minutes.size(); i++) {
            long start = Drive.START + i * MINUTE;
            double metres = 0;
            int records = 0;
            for (int j = 0; j < DRIVE.size(); j++) {
                Telemetry now = DRIVE.get(j);
                boolean inside = now.eventTime() >= start && now.eventTime() < start + MINUTE;
                records += inside ? 1 : 0;
                if (j > 0 && now.eventTime() > start && now.eventTime() <= start + MINUTE) {
                    metres += (now.speed() + DRIVE.get(j - 1).speed()) / 7.2;
                }
            }
            assertThat(minutes.get(i).records).isEqualTo(records);
            assertThat(minutes.get(i).distance / 1e3).isCloseTo(metres, within(0.1));
        }
    }

    @Test
    void largerWindowsAreTheSumsOfTheirMinutes() {
        DrivingRun run = run();
        List<DrivingTotals> minutes = run.windows(1);
        for (int size : new int[] {15, WindowSize.DAY}) {
            DrivingTotals sum = new DrivingTotals();
            run.windows(size).forEach(sum::add);
            DrivingTotals all = new DrivingTotals();
            minutes.forEach(all::add);

            assertThat(sum.distance).isEqualTo(all.distance).isGreaterThan(29_000_000);
            assertThat(sum.moving).isEqualTo(all.moving);
            assertThat(sum.records).isEqualTo(all.records).isEqualTo(DRIVE.size());
            assertThat(SpeedSketch.quantiles(sum.speeds, 0.5, 0.95))
                    .containsExactly(SpeedSketch.quantiles(all.speeds, 0.5, 0.95));
        }
    }

    @Test
    void quantilesAreThoseOfTheTimeInMotion() {
        DrivingTotals day = run().windows(WindowSize.DAY).get(0);

        // 12 minutes at 60 km/h, 12 minutes at 90 km/h.
        float[] quantiles = SpeedSketch.quantiles(day.speeds, 0.25, 0.75);
        assertThat(quantiles[0]).isCloseTo(60, within(0.7f));
        assertThat(quantiles[1]).isCloseTo(90, within(1.0f));
        assertThat(day.meanSpeed()).isCloseTo(75, within(1.0));
        assertThat(day.maxSpeed).isEqualTo(90);
    }

    @Test
    void aDayIsThatOfTheVehicle() {
        DrivingRun run = new DrivingRun().in("America/New_York").receive(DRIVE).end();
        WindowFacts day =
                run.told.stream()
                        .filter(output -> output.part() == WindowSize.DAY)
                        .map(output -> Objects.requireNonNull(output.window()))
                        .findFirst()
                        .orElseThrow();

        assertThat(Instant.ofEpochMilli(day.start())).hasToString("2026-03-02T05:00:00Z");
        assertThat(day.zone()).isEqualTo("America/New_York");
        // It is 2 o'clock at night there; 7 o'clock, the rush hour, in UTC.
        assertThat(day.totals().night).isEqualTo(day.totals().moving).isPositive();
        assertThat(day.totals().rush).isZero();
        DrivingTotals elsewhere = run().windows(WindowSize.DAY).get(0);
        assertThat(elsewhere.rush).isEqualTo(elsewhere.moving).isPositive();
        assertThat(elsewhere.night).isZero();
    }

    @Test
    void aDayOfTheChangeOfClocksHasItsHours() {
        WindowSize day = new WindowSize(WindowSize.DAY);
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        long spring = Instant.parse("2026-03-29T12:00:00Z").toEpochMilli();

        assertThat(day.endOf(spring, berlin) - day.startOf(spring, berlin))
                .isEqualTo(23 * 3_600_000L);
    }

    @Test
    void aWindowIsToldWhenTheVehicleFallsSilentAndAgainWhenItGoesOn() {
        List<Telemetry> drive = Journey.of("car").at(0, 0).to(2_000, 0, 72).records();
        List<Telemetry> rest =
                Journey.of("car").silent(400).at(2_000, 0).to(4_000, 0, 72).records();

        DrivingRun run = new DrivingRun().receive(drive).receive(rest).end();

        assertThat(run.told)
                .filteredOn(o -> o.part() == 15 && o.start() == Drive.START)
                .extracting(DrivingOutput::revision)
                .containsExactly(1);
        DrivingRun silent = new DrivingRun().receive(drive).end();
        int told = silent.told.size();
        silent.receive(rest).end();
        assertThat(silent.told.subList(told, silent.told.size()))
                .anyMatch(o -> o.part() == 15 && o.revision() == 2);
        assertThat(silent.last().keySet()).isEqualTo(run.last().keySet());
    }

    @Test
    void nothingIsToldOfAVehicleThatSaysNothingOfItsMotionButItsRecords() {
        List<DrivingTotals> minutes =
                new DrivingRun()
                        .receive(Journey.of("car").located(false).standing(60).records())
                        .end()
                        .windows(1);

        assertThat(minutes).hasSize(1);
        assertThat(minutes.get(0).records).isEqualTo(60);
        assertThat(minutes.get(0).fixes).isZero();
    }
}
