// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.embedded.EmbeddedQuestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The day of the vehicle that was driven farthest, as sparklines, and a question in SQL with its
 * answer.
 *
 * @param database where the driving job wrote
 */
record VehicleDay(EmbeddedQuestDb database) {

    private static final String SIGNS = "▁▂▃▄▅▆▇█";

    private static final String BRAKES =
            """
            select vehicle_id, 100000 * sum(braking_harsh + braking_severe + braking_extreme)
                   / sum(distance_m) as per_100_km, sum(distance_m) / 1000 as km
            from driving_features where window = 'P1D' and not retracted and distance_m > 1000
            order by per_100_km desc, vehicle_id limit 5""";

    /** As lines for a person. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<List<@Nullable Object>> farthest =
                database.sql(
                        "select vehicle_id, distance_m / 1000 km from driving_features where window"
                                + " = 'P1D' and not retracted order by km desc, vehicle_id limit 1");
        if (!farthest.isEmpty()) {
            String vehicle = String.valueOf(farthest.get(0).get(0));
            lines.add("");
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "Day of   %s, %.1f km, a sign for each minute",
                            vehicle,
                            number(farthest.get(0).get(1))));
            sparkline(lines, vehicle, "speed", "speed_mean_kmh", "km/h");
            sparkline(lines, vehicle, "top", "speed_max_kmh", "km/h");
            sparkline(lines, vehicle, "way", "distance_m", "m");
            sparkline(lines, vehicle, "spread", "acceleration_deviation_ms2", "m/s2");
        }
        lines.add("");
        lines.add("Harsh brakes per 100 km by vehicle:");
        BRAKES.lines().forEach(line -> lines.add(Score.INDENT + line));
        for (List<@Nullable Object> row : database.sql(BRAKES.replace('\n', ' '))) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "%s%-12s %6.1f   on %5.1f km",
                            Score.INDENT,
                            row.get(0),
                            number(row.get(1)),
                            number(row.get(2))));
        }
        lines.add("");
        return lines;
    }

    private void sparkline(
            List<String> lines, String vehicle, String name, String field, String unit) {
        List<Double> values =
                database
                        .sql(
                                "select "
                                        + field
                                        + " from driving_features where window = 'PT1M' and"
                                        + " vehicle_id = '"
                                        + vehicle.replace("'", "''")
                                        + "' order by timestamp")
                        .stream()
                        .map(row -> number(row.get(0)))
                        .toList();
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        lines.add(
                String.format(
                        Locale.ROOT,
                        "%s%-7s%s  up to %.3g %s",
                        Score.INDENT,
                        name,
                        sparkline(values, most),
                        most,
                        unit));
    }

    /** One sign for each value, the highest for the largest of all. */
    static String sparkline(List<Double> values, double most) {
        StringBuilder line = new StringBuilder(values.size());
        for (double value : values) {
            double part = most > 0 ? Math.max(0, value) / most : 0;
            line.append(SIGNS.charAt((int) Math.min(SIGNS.length() - 1.0, part * SIGNS.length())));
        }
        return line.toString();
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }
}
