// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import java.util.List;

/**
 * What an evaluation measured.
 *
 * @param seed of all randomness
 * @param scale share of the full suite
 * @param crashes every simulated crash
 * @param hazards every kind of harmless event, and ordinary driving
 * @param recorded real recordings, none where there are none
 */
record EvaluationResult(
        long seed,
        double scale,
        List<CrashOutcome> crashes,
        List<HazardResult> hazards,
        List<RecordedRow> recorded) {

    /** What was to be reached. */
    List<Floor> floors() {
        return Floors.of(crashes, hazards, recorded);
    }

    /** Crashes by scenario. */
    List<CrashGroup> scenarios() {
        return CrashGroup.by(crashes, CrashOutcome::scenario);
    }

    /** All harmless events and ordinary driving in the time that they stand for together. */
    HazardResult total() {
        int suspected = hazards.stream().mapToInt(HazardResult::suspected).sum();
        int alarms = hazards.stream().mapToInt(HazardResult::alarms).sum();
        int episodes = hazards.stream().mapToInt(HazardResult::episodes).sum();
        double hours = hazards.stream().mapToDouble(HazardResult::hours).max().orElse(0);
        return new HazardResult(
                "together", Double.NaN, false, episodes, hours, suspected, alarms, List.of());
    }
}
