// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.evaluate.Floor;
import io.odograph.udfs.motion.HarshSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The floors of what is told of driving behaviour. */
final class DrivingFloors {

    private static final double BY_IMU = 0.95;
    private static final double BY_WHEELS = 0.85;
    private static final double MOUNTS = 0.95;

    private DrivingFloors() {}

    /** Judges what was measured. */
    static List<Floor> of(List<DrivingEvaluation.Row> rows) {
        List<Floor> floors = new ArrayList<>();
        for (DrivingEvaluation.Row row : rows) {
            HarshSource source = row.sensed().source();
            if (source == HarshSource.GNSS_SPEED) {
                continue;
            }
            double least = source.isImu() ? BY_IMU : BY_WHEELS;
            floors.add(floor("recall, " + row.sensed(), row.score().recall(), least));
            floors.add(floor("precision, " + row.sensed(), row.score().precision(), least));
        }
        for (DrivingEvaluation.Row row : rows) {
            if (row.sensed().source() == HarshSource.DEVICE_IMU) {
                double share = row.mount().inTime().value();
                floors.add(floor("mount within 15 min to 5 deg, " + row.sensed(), share, MOUNTS));
            }
        }
        return floors;
    }

    private static Floor floor(String name, double measured, double least) {
        return new Floor(
                name,
                String.format(Locale.ROOT, ">= %.0f %%", 100 * least),
                String.format(Locale.ROOT, "%.1f %%", 100 * measured),
                measured >= least,
                List.of());
    }
}
