// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.demo.GroundTruth.Crash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Crashes, against the ground truth.
 *
 * @param pairs the crashes with their alerts; those taken back find nothing and are not false
 * @param stages last stage of each incident
 * @param repeated records of the topic that stood there before
 */
record CrashScore(Pairs<Crash, SeenCrash> pairs, List<String> stages, int repeated)
        implements Score {

    /** An alert belongs to a crash of its vehicle that is at most so far from it, ms. */
    static final long TOLERANCE = 5_000;

    /**
     * Compares.
     *
     * @param crashes crashes that had to be found
     * @param alerts alerts in the order in which they came; of those with the same id the last
     *     counts
     */
    static CrashScore of(List<Crash> crashes, Collection<SeenCrash> alerts) {
        Collection<SeenCrash> last = Pairs.lastRevisions(alerts);
        return new CrashScore(
                Pairs.of(
                        crashes.stream()
                                .sorted(Comparator.comparingLong(Crash::impactTime))
                                .toList(),
                        last.stream()
                                .filter(alert -> !alert.stage().equals(SeenCrash.DISMISSED))
                                .toList(),
                        CrashScore::distance),
                last.stream().map(SeenCrash::stage).toList(),
                Pairs.repeated(alerts));
    }

    private static long distance(Crash crash, SeenCrash alert) {
        long distance = Math.abs(alert.eventTime() - crash.impactTime());
        boolean near = distance <= TOLERANCE && alert.vehicleId().equals(crash.vehicleId());
        return near ? distance : Pairs.NONE;
    }

    @Override
    public boolean isPerfect() {
        return pairs.isPerfect() && repeated == 0;
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Crashes  " + pairs.counts());
        for (Crash crash : pairs.missed()) {
            lines.add(Score.named("missed", crash.vehicleId(), crash.impactTime()));
        }
        for (SeenCrash alert : pairs.wrong()) {
            lines.add(Score.named("false", alert.vehicleId(), alert.eventTime()));
        }
        lines.add("Stages   " + (stages.isEmpty() ? "no incidents" : Score.tally(stages)));
        if (repeated > 0) {
            lines.add(INDENT + "repeated on the topic: " + repeated);
        }
        return lines;
    }
}
