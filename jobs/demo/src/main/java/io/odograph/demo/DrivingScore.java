// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import io.odograph.common.influx.Measurement;
import io.odograph.driving.DrivingMeasurements;
import io.odograph.embedded.EmbeddedQuestDb;
import java.util.List;
import java.util.Locale;

/**
 * What the database knows of how the vehicles were driven, against what became of the records.
 *
 * @param expected records that must be in the windows of the days
 * @param counted records that are
 * @param windows windows of all sizes
 * @param trips trips
 * @param backwards trips that end before they begin
 * @param harsh harsh events
 */
record DrivingScore(
        long expected, long counted, long windows, long trips, long backwards, long harsh)
        implements Score {

    /** Asks the database once all lines are in it. */
    static DrivingScore of(RecordAccount account, EmbeddedQuestDb database) {
        for (Measurement measurement : DrivingMeasurements.ALL) {
            database.awaitWrites(measurement.name());
        }
        return new DrivingScore(
                account.used() + account.late(),
                count(database, "sum(records) from driving_features where window = 'P1D' and"),
                count(database, "count() from driving_features where"),
                count(database, "count() from trips where"),
                count(database, "count() from trips where duration_s <= 0 and"),
                count(database, "count() from harsh_events where"));
    }

    private static long count(EmbeddedQuestDb database, String what) {
        Object number = database.sql("select " + what + " not retracted").get(0).get(0);
        return number == null ? 0 : ((Number) number).longValue();
    }

    @Override
    public boolean isPerfect() {
        return counted == expected && trips > 0 && backwards == 0 && harsh > 0;
    }

    @Override
    public List<String> lines() {
        String verdict =
                counted == expected
                        ? "every record is in a day"
                        : String.format(
                                Locale.ROOT,
                                "%,d records are in a day, not %,d",
                                counted,
                                expected);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Driving  %,d windows, %,d trips, %,d harsh events in the database; %s",
                        windows,
                        trips,
                        harsh,
                        verdict));
    }
}
