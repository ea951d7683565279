// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.evaluate.FloorReport;
import io.odograph.evaluate.TextTable;
import io.odograph.udfs.motion.HarshSource;
import java.util.Locale;

/** An evaluation as text for people. */
final class DrivingReport {

    private DrivingReport() {}

    /** All of it. */
    static String of(DrivingEvaluation evaluation) {
        return String.format(
                        Locale.ROOT,
                        "Drives  %d, %.0f km, seed %d",
                        evaluation.drives(),
                        evaluation.kilometres(),
                        evaluation.seed())
                + "\n\nHARSH MANOEUVRES, recall % by grade\n"
                + harsh(evaluation)
                + "\nHOW A LOOSE DEVICE LIES\n"
                + mounts(evaluation)
                + "\nFLOORS\n"
                + FloorReport.text(evaluation.floors());
    }

    private static String harsh(DrivingEvaluation evaluation) {
        TextTable table =
                new TextTable(
                        "by",
                        "events",
                        "harsh",
                        "severe",
                        "extreme",
                        "recall %",
                        "told",
                        "wrong",
                        "precision %",
                        "right grade %");
        for (DrivingEvaluation.Row row : evaluation.rows()) {
            HarshScore score = row.score();
            table.add(
                    row.sensed().toString(),
                    Integer.toString(score.all().all()),
                    percent(score.harsh().value()),
                    percent(score.severe().value()),
                    percent(score.extreme().value()),
                    percent(score.recall()),
                    Integer.toString(score.told()),
                    Integer.toString(score.wrong()),
                    percent(score.precision()),
                    percent((double) score.rightGrade() / score.all().some()));
        }
        return table.toString();
    }

    private static String mounts(DrivingEvaluation evaluation) {
        TextTable table =
                new TextTable(
                        "by",
                        "to learn",
                        "minutes p50",
                        "p95",
                        "error deg p50",
                        "p95",
                        "in 15 min to 5 deg %");
        for (DrivingEvaluation.Row row : evaluation.rows()) {
            if (row.sensed().source() == HarshSource.DEVICE_IMU) {
                MountScore mount = row.mount();
                table.add(
                        row.sensed().toString(),
                        Integer.toString(mount.errors().size()),
                        tenths(MountScore.quantile(mount.minutes(), 0.5)),
                        tenths(MountScore.quantile(mount.minutes(), 0.95)),
                        tenths(MountScore.quantile(mount.errors(), 0.5)),
                        tenths(MountScore.quantile(mount.errors(), 0.95)),
                        percent(mount.inTime().value()));
            }
        }
        return table.toString();
    }

    private static String percent(double share) {
        return tenths(100 * share);
    }

    private static String tenths(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.1f", value) : "-";
    }
}
