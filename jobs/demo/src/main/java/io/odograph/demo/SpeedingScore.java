// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.demo.GroundTruth.Speeding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Episodes of speeding, against the ground truth.
 *
 * @param pairs the episodes with their alerts
 * @param repeated records of the topic that stood there before
 */
record SpeedingScore(Pairs<Speeding, SeenSpeeding> pairs, int repeated) implements Score {

    /**
     * Compares.
     *
     * @param episodes episodes that had to be found
     * @param alerts alerts in the order in which they came; of those with the same id the last
     *     counts
     */
    static SpeedingScore of(List<Speeding> episodes, Collection<SeenSpeeding> alerts) {
        return new SpeedingScore(
                Pairs.of(
                        episodes.stream()
                                .sorted(Comparator.comparingLong(Speeding::start))
                                .toList(),
                        Pairs.lastRevisions(alerts),
                        SpeedingScore::distance),
                Pairs.repeated(alerts));
    }

    /** An alert belongs to an episode of its vehicle if they have a moment in common. */
    private static long distance(Speeding episode, SeenSpeeding alert) {
        boolean common =
                alert.vehicleId().equals(episode.vehicleId())
                        && alert.eventTime() <= episode.end()
                        && alert.end() >= episode.start();
        return common ? Math.abs(alert.eventTime() - episode.start()) : Pairs.NONE;
    }

    private static boolean isRightBand(Speeding episode, SeenSpeeding alert) {
        return alert.band().equals(episode.band());
    }

    /** Episodes that were found with their band. */
    long rightBands() {
        return pairs.found().entrySet().stream()
                .filter(found -> isRightBand(found.getKey(), found.getValue()))
                .count();
    }

    private boolean allClosed() {
        return pairs.found().values().stream().allMatch(SeenSpeeding::isClosed);
    }

    @Override
    public boolean isPerfect() {
        return pairs.isPerfect()
                && repeated == 0
                && rightBands() == pairs.found().size()
                && allClosed();
    }

    @Override
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Speeding " + pairs.counts() + ", right band " + rightBands());
        for (Speeding episode : pairs.missed()) {
            lines.add(Score.named("missed", episode.vehicleId(), episode.start()));
        }
        for (SeenSpeeding alert : pairs.wrong()) {
            lines.add(Score.named("false", alert.vehicleId(), alert.eventTime()));
        }
        pairs.found()
                .forEach(
                        (episode, alert) -> {
                            if (!isRightBand(episode, alert)) {
                                String bands = alert.band() + " instead of " + episode.band();
                                lines.add(Score.named(bands, episode.vehicleId(), episode.start()));
                            }
                            if (!alert.isClosed()) {
                                lines.add(
                                        Score.named(
                                                "not closed",
                                                episode.vehicleId(),
                                                episode.start()));
                            }
                        });
        lines.add("Bands    " + bands());
        if (repeated > 0) {
            lines.add(INDENT + "repeated on the topic: " + repeated);
        }
        return lines;
    }

    private String bands() {
        List<String> bands = pairs.found().values().stream().map(SeenSpeeding::band).toList();
        return bands.isEmpty() ? "no episodes" : Score.tally(bands);
    }
}
