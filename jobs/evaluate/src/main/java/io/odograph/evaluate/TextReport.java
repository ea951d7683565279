// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.List;
import java.util.Locale;

/** A result as text for people. */
final class TextReport {

    private TextReport() {}

    /** The whole report. */
    static String of(EvaluationResult result) {
        StringBuilder text = new StringBuilder();
        text.append(
                format(
                        "Crash detection, simulated and laboratory data; seed %d, scale %s\n\n",
                        result.seed(), number(result.scale())));
        text.append("CRASHES\n").append(crashes("scenario", result.scenarios())).append('\n');
        for (Breakdown breakdown : Breakdown.of(result.crashes())) {
            text.append(crashes(breakdown.property(), breakdown.groups())).append('\n');
        }
        text.append("HARMLESS (rates are assumptions; hours are what so many events stand for)\n");
        text.append(hazards(result)).append('\n');
        text.append(recorded(result)).append('\n');
        text.append("FLOORS\n").append(FloorReport.text(result.floors()));
        return text.toString();
    }

    private static String crashes(String property, List<CrashGroup> groups) {
        TextTable table =
                new TextTable(
                        property,
                        "n",
                        "recall %",
                        "95 % interval",
                        "confirmed %",
                        "dV error %",
                        "p95",
                        "direction deg",
                        "p95",
                        "suspected s",
                        "p95",
                        "confirmed s",
                        "p95",
                        "record to alert s",
                        "severity %",
                        "others");
        for (CrashGroup group : groups) {
            Interval interval = group.recallInterval();
            table.add(
                    group.name(),
                    String.valueOf(group.n()),
                    percent(group.recall()),
                    format("%s-%s", percent(interval.low()), percent(interval.high())),
                    percent(group.confirmed() / (double) group.n()),
                    percent(group.deltaVError().median()),
                    percent(group.deltaVError().p95()),
                    tenths(group.directionError().median()),
                    tenths(group.directionError().p95()),
                    tenths(group.toSuspected().median()),
                    tenths(group.toSuspected().p95()),
                    tenths(group.toConfirmed().median()),
                    tenths(group.toConfirmed().p95()),
                    tenths(group.fromEvidence().median()),
                    percent(group.rightSeverity() / (double) group.detected()),
                    String.valueOf(group.others()));
        }
        return table.toString();
    }

    private static String hazards(EvaluationResult result) {
        TextTable table =
                new TextTable(
                        "scenario",
                        "per 1000 h",
                        "events",
                        "vehicle-hours",
                        "suspected",
                        "per 1000 h",
                        "95 % interval",
                        "alarms",
                        "per 1000 h",
                        "95 % interval");
        for (HazardResult hazard : result.hazards()) {
            addTo(table, hazard);
        }
        addTo(table, result.total());
        return table.toString();
    }

    private static void addTo(TextTable table, HazardResult hazard) {
        boolean assumed = !Double.isNaN(hazard.per1000Hours());
        table.add(
                hazard.scenario(),
                assumed ? number(hazard.per1000Hours()) : "-",
                String.valueOf(hazard.episodes()),
                format("%.0f", hazard.hours()),
                String.valueOf(hazard.suspected()),
                format("%.4f", hazard.suspectedRate()),
                interval(hazard.suspectedInterval()),
                String.valueOf(hazard.alarms()),
                format("%.4f", hazard.alarmRate()),
                interval(hazard.alarmInterval()));
    }

    private static String recorded(EvaluationResult result) {
        if (result.recorded().isEmpty()) {
            return "RECORDED: none, no --recordings given\n";
        }
        TextTable table = new TextTable("recorded", "material", "expected", "measured");
        for (RecordedRow row : result.recorded()) {
            table.add(row.name(), row.material(), row.expected(), row.measured());
        }
        return "RECORDED\n" + table;
    }

    private static String interval(Interval interval) {
        return format("%.4f-%.4f", interval.low(), interval.high());
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : format("%.1f", 100 * share);
    }

    private static String tenths(double value) {
        return Double.isNaN(value) ? "-" : format("%.1f", value);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? format("%.0f", value) : String.valueOf(value);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
