// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.influx.FieldType;
import io.odograph.common.influx.Measurement;
import io.odograph.driving.score.ScoreLines;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import java.util.List;
import java.util.Locale;

/**
 * The catalogue of what the job writes to InfluxDB. In a line whose {@code retracted} is true
 * nothing else counts.
 */
public final class DrivingMeasurements {

    /** Windows; time = start of the window. */
    public static final Measurement FEATURES =
            sums(begin("driving_features", "how a vehicle was driven in a window")
                            .tag("window", 3, "size of the window: PT1M, PT15M, P1D"))
                    .field("speed_p50_kmh", FieldType.DECIMAL, "km/h", "median while moving, or 0")
                    .field("speed_p85_kmh", FieldType.DECIMAL, "km/h", "85th percentile, or 0")
                    .field("speed_p95_kmh", FieldType.DECIMAL, "km/h", "95th percentile, or 0")
                    .field("window_s", FieldType.INTEGER, "s", "length of the window")
                    .build();

    /** Trips; time = start of the trip. */
    public static final Measurement TRIPS =
            sums(begin("trips", "a trip of a vehicle"))
                    .field("status", FieldType.TEXT, "", "OPEN, UPDATED, CLOSED or RETRACTED")
                    .field("duration_s", FieldType.DECIMAL, "s", "from start to end, or so far")
                    .field("stops", FieldType.INTEGER, "", "stops of a minute or more within it")
                    .field("trip_id", FieldType.TEXT, "", "feature_id of the trip's records")
                    .build();

    /** Harsh events; time = start of the event. */
    public static final Measurement HARSH =
            begin("harsh_events", "a harsh manoeuvre")
                    .tag("kind", 4, "ACCELERATION, BRAKING, CORNERING_LEFT or CORNERING_RIGHT")
                    .field("grade", FieldType.TEXT, "", "HARSH, SEVERE or EXTREME")
                    .field("source", FieldType.TEXT, "", "signals that proved it")
                    .field("peak_ms2", FieldType.DECIMAL, "m/s2", "largest acceleration")
                    .field("threshold_ms2", FieldType.DECIMAL, "m/s2", "threshold in force")
                    .field("duration_ms", FieldType.INTEGER, "ms", "from start to end")
                    .field("quality", FieldType.DECIMAL, "", "how well it is proved, 0..1")
                    .fieldOnceKnown("speed_before_kmh", FieldType.DECIMAL, "km/h", "at the start")
                    .fieldOnceKnown("speed_after_kmh", FieldType.DECIMAL, "km/h", "after the end")
                    .build();

    /** All of them. */
    public static final List<Measurement> ALL = List.of(FEATURES, TRIPS, HARSH, ScoreLines.SCORES);

    private DrivingMeasurements() {}

    private static Measurement.Builder begin(String name, String meaning) {
        return Measurement.of(name, meaning)
                .tagPerVehicle("vehicle_id", "the vehicle")
                .tagPerVehicle("tenant_id", "its customer; absent where there is one alone")
                .field("revision", FieldType.INTEGER, "", "1 and up")
                .field("retracted", FieldType.FLAG, "", "whether it turned out not to have been");
    }

    private static Measurement.Builder sums(Measurement.Builder of) {
        of.field("distance_m", FieldType.DECIMAL, "m", "distance driven")
                .field("moving_s", FieldType.DECIMAL, "s", "time in motion")
                .field("idle_s", FieldType.DECIMAL, "s", "time standing with the engine running")
                .field("unknown_s", FieldType.DECIMAL, "s", "time between reports too far apart")
                .field("speed_mean_kmh", FieldType.DECIMAL, "km/h", "mean while moving, or 0")
                .field("speed_max_kmh", FieldType.DECIMAL, "km/h", "highest, or 0")
                .field("accelerations", FieldType.INTEGER, "", "accelerations measured")
                .field(
                        "acceleration_deviation_ms2",
                        FieldType.DECIMAL,
                        "m/s2",
                        "their spread, or 0")
                .field("night_s", FieldType.DECIMAL, "s", "time in motion at night")
                .field("night_m", FieldType.DECIMAL, "m", "distance at night")
                .field("rush_s", FieldType.DECIMAL, "s", "time in motion in rush hours")
                .field("rush_m", FieldType.DECIMAL, "m", "distance in rush hours")
                .field("phone_s", FieldType.DECIMAL, "s", "in motion with the phone in a hand")
                .field("phone_known_s", FieldType.DECIMAL, "s", "in motion, phone known")
                .field("unbelted_s", FieldType.DECIMAL, "s", "in motion with the belt open")
                .field("belt_known_s", FieldType.DECIMAL, "s", "in motion, belt known")
                .field("records", FieldType.INTEGER, "", "records received")
                .field("records_missed", FieldType.INTEGER, "", "records counted, not received")
                .field("fixes", FieldType.INTEGER, "", "positions of their time")
                .field("fixes_refused", FieldType.INTEGER, "", "positions that cannot be")
                .fieldOnceKnown("engine_speed_max_rpm", FieldType.DECIMAL, "rpm", "highest")
                .fieldOnceKnown("coolant_max_degc", FieldType.DECIMAL, "degC", "highest")
                .fieldOnceKnown("battery_min_v", FieldType.DECIMAL, "V", "lowest")
                .fieldOnceKnown("battery_max_v", FieldType.DECIMAL, "V", "highest");
        for (HarshKind kind : HarshKind.values()) {
            for (HarshGrade grade : HarshGrade.values()) {
                of.field(count(kind, grade), FieldType.INTEGER, "", "events that began in it");
            }
        }
        return of;
    }

    /** Name of the field that counts events of a kind and grade. */
    static String count(HarshKind kind, HarshGrade grade) {
        return (kind.name() + "_" + grade.name()).toLowerCase(Locale.ROOT);
    }
}
