// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.udfs.crash.CrashStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What became of the crashes of one group.
 *
 * @param name as tables name it
 * @param n how many
 * @param detected of those, found
 * @param confirmed of those, confirmed in the end
 * @param others alerts besides that of the crash
 * @param deltaVError relative error of the change of velocity, 1 is all of it
 * @param directionError degrees
 * @param toSuspected from true impact to the first alert, s
 * @param toConfirmed from true impact to the confirming alert, s
 * @param fromEvidence from the receipt of the first record that shows it to the first alert, s
 * @param rightSeverity of those found, with the right severity
 */
record CrashGroup(
        String name,
        int n,
        int detected,
        int confirmed,
        int others,
        Distribution deltaVError,
        Distribution directionError,
        Distribution toSuspected,
        Distribution toConfirmed,
        Distribution fromEvidence,
        int rightSeverity) {

    /** Sums up. */
    static CrashGroup of(String name, List<CrashOutcome> all) {
        return new CrashGroup(
                name,
                all.size(),
                count(all, CrashOutcome::detected),
                count(all, outcome -> outcome.stage() == CrashStage.CONFIRMED),
                all.stream().mapToInt(CrashOutcome::others).sum(),
                Distribution.of(all, CrashOutcome::deltaVError),
                Distribution.of(all, CrashOutcome::directionError),
                Distribution.of(all, CrashOutcome::toSuspected),
                Distribution.of(all, CrashOutcome::toConfirmed),
                Distribution.of(all, CrashOutcome::fromEvidence),
                count(all, CrashOutcome::rightSeverity));
    }

    /** One for each value of a key, in the order in which they come. */
    static List<CrashGroup> by(List<CrashOutcome> all, Function<CrashOutcome, String> key) {
        Map<String, List<CrashOutcome>> parts = new LinkedHashMap<>();
        for (CrashOutcome outcome : all) {
            parts.computeIfAbsent(key.apply(outcome), name -> new ArrayList<>()).add(outcome);
        }
        return parts.entrySet().stream().map(e -> of(e.getKey(), e.getValue())).toList();
    }

    /** Share that was found; NaN without any. */
    double recall() {
        return detected / (double) n;
    }

    /** Its 95 % interval. */
    Interval recallInterval() {
        return Interval.wilson(detected, n);
    }

    private static int count(List<CrashOutcome> all, Predicate<CrashOutcome> test) {
        return (int) all.stream().filter(test).count();
    }
}
