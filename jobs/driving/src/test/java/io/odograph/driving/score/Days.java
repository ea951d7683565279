// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.driving.WindowFacts;
import io.odograph.udfs.driving.WindowSize;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.reference.VehicleClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days of one vehicle, the first of them that of 1970. */
final class Days {

    static final long DAY = 86_400_000;

    private Days() {}

    /** So many days with some driving, each told when it is over. */
    static List<DrivingOutput> told(int days) {
        List<DrivingOutput> told = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            DrivingTotals totals = new DrivingTotals();
            totals.records = 1;
            totals.distance = (100 + day) * 1_000_000L;
            totals.moving = 3_600_000;
            totals.harsh[DrivingTotals.slot(HarshKind.BRAKING, HarshGrade.SEVERE)] = day % 5 + 5;
            told.add(day(day, 1, totals));
        }
        return told;
    }

    /** A day; null totals take it back. */
    static DrivingOutput day(int number, int revision, @Nullable DrivingTotals totals) {
        long start = number * DAY;
        return new DrivingOutput(
                DrivingOutput.Kind.WINDOW,
                WindowSize.DAY,
                start,
                "car",
                "acme",
                null,
                VehicleClass.PASSENGER_CAR,
                revision,
                totals == null,
                start + DAY,
                false,
                totals == null
                        ? null
                        : new WindowFacts(
                                new WindowSize(WindowSize.DAY), start, start + DAY, "UTC", totals),
                null,
                null);
    }
}
