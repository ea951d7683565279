// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The floors of crash detection. */
final class Floors {

    private static final double FELT = 0.99;
    private static final double SPEED_ALONE = 0.90;
    private static final double DELTA_V_ERROR = 0.05;
    private static final double SLOWEST_RATE = 25;

    private Floors() {}

    /** Judges a result. */
    static List<Floor> of(
            List<CrashOutcome> crashes, List<HazardResult> hazards, List<RecordedRow> recorded) {
        List<Floor> floors = new ArrayList<>();
        floors.add(
                recall(
                        "recall, accelerometer at 25 Hz and more, delta-V from 16 km/h",
                        FELT,
                        crashes,
                        Floors::isFelt));
        floors.add(
                recall(
                        "recall, speed alone, loss beyond braking, receiver without lag",
                        SPEED_ALONE,
                        crashes,
                        outcome -> outcome.beyondBraking() && !outcome.sensing().speedLags()));
        floors.add(deltaV(crashes));
        for (HazardResult hazard : hazards) {
            if (hazard.floor()) {
                floors.add(quiet(hazard));
            }
        }
        floors.add(neverConfirmed(hazards));
        for (RecordedRow row : recorded) {
            floors.add(
                    new Floor(
                            "recorded: " + row.name(),
                            row.expected(),
                            row.measured(),
                            row.met(),
                            row.examples()));
        }
        return floors;
    }

    private static boolean isFelt(CrashOutcome outcome) {
        return outcome.sensing().evidence() == Evidence.IMU
                && outcome.sensing().rate() >= SLOWEST_RATE
                && outcome.truth().deltaV() >= Breakdown.MODERATE;
    }

    private static Floor recall(
            String name, double least, List<CrashOutcome> all, Predicate<CrashOutcome> which) {
        List<CrashOutcome> judged = all.stream().filter(which).toList();
        CrashGroup group = CrashGroup.of(name, judged);
        Map<String, String> missed = new LinkedHashMap<>();
        judged.stream()
                .filter(Predicate.not(CrashOutcome::detected))
                .forEach(outcome -> missed.putIfAbsent(outcome.scenario(), outcome.toString()));
        return new Floor(
                name,
                String.format(Locale.ROOT, ">= %.0f %%", 100 * least),
                String.format(
                        Locale.ROOT,
                        "%.2f %% (%d of %d)",
                        100 * group.recall(),
                        group.detected(),
                        group.n()),
                group.recall() >= least,
                List.copyOf(missed.values()));
    }

    private static Floor deltaV(List<CrashOutcome> all) {
        Distribution error = Distribution.of(all, CrashOutcome::deltaVError);
        return new Floor(
                "median error of delta-V, unclipped",
                String.format(Locale.ROOT, "< %.0f %%", 100 * DELTA_V_ERROR),
                String.format(Locale.ROOT, "%.2f %% (n %d)", 100 * error.median(), error.count()),
                error.median() < DELTA_V_ERROR,
                List.of());
    }

    /** What is suspected may be; nothing harmless may be confirmed or call for help. */
    private static Floor neverConfirmed(List<HazardResult> hazards) {
        int alarms = hazards.stream().mapToInt(HazardResult::alarms).sum();
        return new Floor(
                "alarms (confirmed or without contact) of all harmless events",
                "0",
                alarms + " of " + hazards.stream().mapToInt(HazardResult::episodes).sum(),
                alarms == 0,
                hazards.stream()
                        .filter(hazard -> hazard.alarms() > 0)
                        .flatMap(hazard -> hazard.examples().stream())
                        .toList());
    }

    private static Floor quiet(HazardResult hazard) {
        return new Floor(
                "suspected, " + hazard.scenario(),
                "0",
                hazard.suspected() + " of " + hazard.episodes(),
                hazard.suspected() == 0,
                hazard.examples());
    }
}
