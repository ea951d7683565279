// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.driving.WindowFacts;
import io.odograph.udfs.driving.WindowSize;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.trip.TripEnd;
import io.odograph.udfs.trip.TripFacts;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drives, days and scorecards for tests. */
final class Drives {

    static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private Drives() {}

    /** A scorecard of braking and the phone, half and half, whose means cost 10 and 20 points. */
    static Scorecard scorecard() {
        return scorecard(1, 0);
    }

    static Scorecard scorecard(long version, long effectiveFrom) {
        return new Scorecard(
                "test",
                version,
                effectiveFrom,
                500,
                1.5,
                1,
                List.of(
                        factor(ScoreFactor.HARSH_BRAKING_PER_100KM, 50, 2, 10),
                        factor(ScoreFactor.PHONE_SHARE, 50, 0.4, 1)));
    }

    /** A factor whose curve is a straight line from 100 points at 0 to none. */
    static ScorecardFactor factor(ScoreFactor factor, double weight, double mean, double worst) {
        return new ScorecardFactor(
                factor, weight, mean, new ScoreCurve(List.of(0.0, worst), List.of(100.0, 0.0)));
    }

    /** Some driving at 60 km/h. */
    static DrivingTotals driving(int kilometres) {
        DrivingTotals totals = new DrivingTotals();
        totals.records = 1;
        totals.distance = kilometres * 1_000_000L;
        totals.moving = kilometres * 60_000L;
        totals.maxSpeed = 60;
        return totals;
    }

    static DrivingTotals braking(int kilometres, HarshGrade grade, int times) {
        DrivingTotals totals = driving(kilometres);
        totals.harsh[DrivingTotals.slot(HarshKind.BRAKING, grade)] = times;
        return totals;
    }

    static Exposure exposure(DrivingTotals totals) {
        return Exposure.of(totals);
    }

    /** A day, counted from the first; null totals retract it. */
    static DrivingOutput day(int number, int revision, @Nullable DrivingTotals totals) {
        LocalDate date = FIRST.plusDays(number);
        long start = startOf(date);
        WindowFacts facts =
                totals == null
                        ? null
                        : new WindowFacts(
                                new WindowSize(WindowSize.DAY),
                                start,
                                startOf(date.plusDays(1)),
                                ZONE.getId(),
                                totals);
        return output(
                DrivingOutput.Kind.WINDOW, WindowSize.DAY, start, revision, facts, null, start);
    }

    static long startOf(int number) {
        return startOf(FIRST.plusDays(number));
    }

    private static long startOf(LocalDate date) {
        return date.atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    /** A trip of a quarter of an hour; null totals retract it. */
    static DrivingOutput trip(
            long start, int revision, @Nullable TripEnd reason, @Nullable DrivingTotals totals) {
        TripFacts facts =
                totals == null
                        ? null
                        : new TripFacts(
                                start,
                                start + 900_000,
                                reason,
                                Integer.MIN_VALUE,
                                Integer.MIN_VALUE,
                                Integer.MIN_VALUE,
                                Integer.MIN_VALUE,
                                0,
                                totals,
                                null,
                                null);
        return output(DrivingOutput.Kind.TRIP, 0, start, revision, null, facts, start);
    }

    private static DrivingOutput output(
            DrivingOutput.Kind kind,
            int part,
            long start,
            int revision,
            @Nullable WindowFacts window,
            @Nullable TripFacts trip,
            long at) {
        return new DrivingOutput(
                kind,
                part,
                start,
                "vehicle",
                "tenant",
                null,
                VehicleClass.PASSENGER_CAR,
                revision,
                window == null && trip == null,
                at,
                false,
                window,
                trip,
                null);
    }
}
