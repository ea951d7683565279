// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A recorded drive has no truth, but nobody drives from a street into another and back again. */
class RecordedFlipsTest {

    private static final int LONGITUDE = 1;
    private static final int LATITUDE = 2;
    private static final int TRIP = 6;
    private static final int TIME = 12;
    private static final int SPEED = 14;
    private static final int HEADING = 16;

    private record Row(int trip, long time, int lat, int lon, float speed, float heading) {

        static Row of(String line) {
            String[] fields = line.replace(',', '.').split(";", -1);
            float speed = Float.parseFloat(fields[SPEED]);
            return new Row(
                    Integer.parseInt(fields[TRIP]),
                    Math.round(Double.parseDouble(fields[TIME]) * 1000),
                    (int) Math.round(Double.parseDouble(fields[LATITUDE]) * 1e7),
                    (int) Math.round(Double.parseDouble(fields[LONGITUDE]) * 1e7),
                    speed,
                    speed < 3 ? Float.NaN : Float.parseFloat(fields[HEADING]));
        }
    }

    @Test
    void aRecordedDriverHardlyEverFlipsBetweenStreets() throws IOException {
        RoadNetwork city = RecordedCity.network();
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = RecordedCity.open("driver_A.csv.gz")) {
            lines.readLine();
            lines.lines().forEach(line -> rows.add(Row.of(line)));
        }
        rows.sort(Comparator.comparingInt(Row::trip).thenComparingLong(Row::time));

        double kilometres = rows.stream().mapToDouble(row -> row.speed() / 3_600).sum();
        List<Long> ways = ways(city, rows);
        int flips = 0;
        for (int i = 2; i < ways.size(); i++) {
            flips += ways.get(i).equals(ways.get(i - 2)) ? 1 : 0;
        }

        assertThat(kilometres).isBetween(15.0, 40.0);
        assertThat(ways).hasSizeGreaterThan(100);
        // In 22 km one is 4.5 per 100 km; nearest edges with heading make 26, nearest edges 162.
        assertThat(flips).as("flips in %.1f km", kilometres).isLessThanOrEqualTo(1);
    }

    /** The ways that were driven one after the other. */
    private static List<Long> ways(RoadNetwork city, List<Row> rows) {
        List<Long> ways = new ArrayList<>();
        RoadMatches sink =
                (time, lat, lon, speed, key, offset, confidence, broken) -> {
                    long way = key == RoadMatches.UNMATCHED ? -1 : city.wayId(key >> 1);
                    if (way >= 0 && (ways.isEmpty() || ways.get(ways.size() - 1) != way)) {
                        ways.add(way);
                    }
                };
        RoadMatcher matcher = new RoadMatcher(city, MatcherSettings.DEFAULTS);
        MatcherState state = new MatcherState();
        int trip = -1;
        for (Row row : rows) {
            if (row.trip() != trip) {
                matcher.flush(state, sink);
                // Whoever parks in a street may well return to it.
                ways.add(-1L - row.trip());
                trip = row.trip();
            }
            matcher.accept(
                    state,
                    row.time(),
                    row.lat(),
                    row.lon(),
                    row.speed(),
                    row.heading(),
                    Float.NaN,
                    sink);
        }
        matcher.flush(state, sink);
        return ways;
    }
}
