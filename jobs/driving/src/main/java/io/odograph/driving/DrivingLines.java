// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving;

import io.odograph.common.influx.LineFormat;
import io.odograph.common.influx.LineWriter;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.driving.SpeedSketch;
import io.odograph.udfs.driving.WindowFacts;
import io.odograph.udfs.driving.WindowSize;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.trip.TripFacts;

/** Windows, trips and harsh events as lines of {@link DrivingMeasurements}. */
final class DrivingLines implements LineFormat<DrivingOutput> {

    private static final long serialVersionUID = 1;

    private static final DrivingTotals NOTHING = new DrivingTotals();

    @Override
    public void write(DrivingOutput output, LineWriter line) {
        switch (output.kind()) {
            case WINDOW -> writeWindow(output, line);
            case TRIP -> writeTrip(output, line);
            case HARSH -> writeHarsh(output, line);
        }
        line.at(output.start());
    }

    private static void tag(DrivingOutput output, LineWriter line) {
        line.tag("tenant_id", output.tenantId()).tag("vehicle_id", output.vehicleId());
    }

    private static void revise(DrivingOutput output, LineWriter line) {
        line.field("revision", (long) output.revision()).field("retracted", output.retracted());
    }

    private static void writeWindow(DrivingOutput output, LineWriter line) {
        WindowFacts window = output.window();
        DrivingTotals totals = window == null ? NOTHING : window.totals();
        float[] speeds = SpeedSketch.quantiles(totals.speeds, 0.5, 0.85, 0.95);
        line.begin(DrivingMeasurements.FEATURES);
        tag(output, line);
        line.tag("window", new WindowSize(output.part()).label());
        revise(output, line);
        writeSums(totals, line);
        line.field("speed_p50_kmh", orZero(speeds[0]))
                .field("speed_p85_kmh", orZero(speeds[1]))
                .field("speed_p95_kmh", orZero(speeds[2]))
                .field("window_s", window == null ? 0 : (window.end() - window.start()) / 1_000);
    }

    private static void writeTrip(DrivingOutput output, LineWriter line) {
        TripFacts trip = output.trip();
        line.begin(DrivingMeasurements.TRIPS);
        tag(output, line);
        revise(output, line);
        writeSums(trip == null ? NOTHING : trip.totals(), line);
        line.field("status", TripFormat.status(output).name())
                .field("duration_s", trip == null ? 0 : (trip.end() - trip.start()) / 1e3)
                .field("stops", trip == null ? 0L : trip.stops())
                .field("trip_id", FeatureHeaders.id(output));
    }

    private static void writeHarsh(DrivingOutput output, LineWriter line) {
        var harsh = output.harsh();
        line.begin(DrivingMeasurements.HARSH).tag("kind", HarshEventFormat.kind(output).name());
        tag(output, line);
        revise(output, line);
        line.field("grade", harsh == null ? "UNKNOWN" : harsh.grade().name())
                .field("source", harsh == null ? "UNKNOWN" : harsh.source().name())
                .field("peak_ms2", harsh == null ? 0 : harsh.peak())
                .field("threshold_ms2", harsh == null ? 0 : harsh.threshold())
                .field("duration_ms", harsh == null ? 0 : harsh.end() - harsh.start())
                .field("quality", harsh == null ? 0 : harsh.quality());
        known(line, "speed_before_kmh", harsh == null ? Float.NaN : harsh.speedBefore());
        known(line, "speed_after_kmh", harsh == null ? Float.NaN : harsh.speedAfter());
    }

    private static void writeSums(DrivingTotals totals, LineWriter line) {
        line.field("distance_m", SumsFormat.metres(totals.distance))
                .field("moving_s", seconds(totals.moving))
                .field("idle_s", seconds(totals.idle))
                .field("unknown_s", seconds(totals.unknown))
                .field("speed_mean_kmh", orZero(totals.meanSpeed()))
                .field("speed_max_kmh", orZero(totals.maxSpeed))
                .field("accelerations", totals.accelerations)
                .field("acceleration_deviation_ms2", orZero(totals.accelerationDeviation()))
                .field("night_s", seconds(totals.night))
                .field("night_m", SumsFormat.metres(totals.nightDistance))
                .field("rush_s", seconds(totals.rush))
                .field("rush_m", SumsFormat.metres(totals.rushDistance))
                .field("phone_s", seconds(totals.phone))
                .field("phone_known_s", seconds(totals.phoneKnown))
                .field("unbelted_s", seconds(totals.unbelted))
                .field("belt_known_s", seconds(totals.beltKnown))
                .field("records", (long) totals.records)
                .field("records_missed", (long) totals.missed)
                .field("fixes", (long) totals.fixes)
                .field("fixes_refused", (long) totals.fixesRefused);
        known(line, "engine_speed_max_rpm", totals.maxEngineSpeed);
        known(line, "coolant_max_degc", totals.maxCoolant);
        known(line, "battery_min_v", totals.minVoltage);
        known(line, "battery_max_v", totals.maxVoltage);
        for (HarshKind kind : HarshKind.values()) {
            for (HarshGrade grade : HarshGrade.values()) {
                line.field(
                        DrivingMeasurements.count(kind, grade),
                        (long) totals.harsh[DrivingTotals.slot(kind, grade)]);
            }
        }
    }

    private static void known(LineWriter line, String field, float number) {
        if (Float.isNaN(number)) {
            line.unknown(field);
        } else {
            line.field(field, number);
        }
    }

    private static double orZero(double number) {
        return Double.isNaN(number) ? 0 : number;
    }

    private static double seconds(long millis) {
        return millis / 1e3;
    }
}
