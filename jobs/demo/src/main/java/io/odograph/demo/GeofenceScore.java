// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.demo.GroundTruth.Geofence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Breaches of fences and visits, against the ground truth.
 *
 * @param pairs what happened with its alerts
 * @param repeated records of the topic that stood there before
 */
record GeofenceScore(Pairs<Geofence, SeenGeofence> pairs, int repeated) implements Score {

    /** Positions are off by some metres, and so are the times of crossings, ms. */
    private static final long TOLERANCE = 5_000;

    /**
     * Compares.
     *
     * @param expected what had to be found
     * @param alerts alerts in the order in which they came; of those with the same id the last
     *     counts
     */
    static GeofenceScore of(List<Geofence> expected, Collection<SeenGeofence> alerts) {
        return new GeofenceScore(
                Pairs.of(
                        expected.stream()
                                .sorted(Comparator.comparingLong(Geofence::start))
                                .toList(),
                        Pairs.lastRevisions(alerts),
                        GeofenceScore::distance),
                Pairs.repeated(alerts));
    }

    private static long distance(Geofence expected, SeenGeofence alert) {
        long off = Math.abs(alert.eventTime() - expected.start());
        boolean same =
                alert.vehicleId().equals(expected.vehicleId())
                        && alert.fenceId().equals(expected.fenceId())
                        && off <= TOLERANCE;
        return same ? off : Pairs.NONE;
    }

    private static boolean isRightEnd(Geofence expected, SeenGeofence alert) {
        Long end = expected.end();
        return end == null || (alert.isClosed() && Math.abs(alert.end() - end) <= TOLERANCE);
    }

    private boolean allRightEnds() {
        return pairs.found().entrySet().stream()
                .allMatch(found -> isRightEnd(found.getKey(), found.getValue()));
    }

    @Override
    public boolean isPerfect() {
        return pairs.isPerfect() && repeated == 0 && allRightEnds();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Geofence " + pairs.counts());
        for (Geofence expected : pairs.missed()) {
            lines.add(Score.named("missed", expected.vehicleId(), expected.start()));
        }
        for (SeenGeofence alert : pairs.wrong()) {
            lines.add(Score.named("false", alert.vehicleId(), alert.eventTime()));
        }
        pairs.found()
                .forEach(
                        (expected, alert) -> {
                            if (!isRightEnd(expected, alert)) {
                                lines.add(
                                        Score.named(
                                                "wrong end",
                                                expected.vehicleId(),
                                                expected.start()));
                            }
                        });
        List<String> kinds = pairs.found().values().stream().map(SeenGeofence::kind).toList();
        lines.add("Fences   " + (kinds.isEmpty() ? "none met" : Score.tally(kinds)));
        if (repeated > 0) {
            lines.add(INDENT + "repeated on the topic: " + repeated);
        }
        return lines;
    }
}
