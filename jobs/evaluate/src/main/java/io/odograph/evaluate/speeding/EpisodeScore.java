// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.simulator.road.Speeding;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * How right a detector is about episodes of speeding.
 *
 * @param expected how many there were
 * @param found of them told
 * @param rightBand of those told in the right band
 * @param told how many were told
 * @param wrong of them that never were: whoever gets one is accused of what did not happen
 * @param parts of them that are the further part of an episode that was told before
 * @param peakError sum over those found of how far the peak excess is off, km/h
 */
record EpisodeScore(
        int expected, int found, int rightBand, int told, int wrong, int parts, double peakError) {

    /** Bands, the lowest first. */
    private static final List<String> BANDS = List.of("MINOR", "MAJOR", "SEVERE");

    /** Nothing judged. */
    static final EpisodeScore NONE = new EpisodeScore(0, 0, 0, 0, 0, 0, 0);

    EpisodeScore plus(EpisodeScore other) {
        return new EpisodeScore(
                expected + other.expected,
                found + other.found,
                rightBand + other.rightBand,
                told + other.told,
                wrong + other.wrong,
                parts + other.parts,
                peakError + other.peakError);
    }

    /** Share of the episodes that were told, 0..1. */
    double recall() {
        return expected == 0 ? Double.NaN : (double) found / expected;
    }

    /** Share of what was told that was so, 0..1. */
    double precision() {
        return told == 0 ? Double.NaN : (double) (told - wrong) / told;
    }

    /**
     * Compares what was told of one drive with what happened: they belong together where they
     * overlap. The largest peak and the highest band of its parts are those of an episode.
     *
     * @param truth episodes, by time, s from the departure
     * @param told ends of the episodes that the detector told, in order
     * @param departure event time of the departure, ms
     */
    static EpisodeScore of(List<Speeding> truth, List<SpeedingEdge> told, long departure) {
        List<SpeedingEdge> wrong = new ArrayList<>(told);
        EpisodeScore score = NONE;
        for (Speeding episode : truth) {
            List<SpeedingEdge> parts =
                    told.stream().filter(edge -> overlaps(episode, edge, departure)).toList();
            wrong.removeAll(parts);
            score = score.plus(of(episode, parts));
        }
        return score.plus(new EpisodeScore(0, 0, 0, told.size(), wrong.size(), 0, 0));
    }

    private static EpisodeScore of(Speeding episode, List<SpeedingEdge> parts) {
        if (parts.isEmpty()) {
            return new EpisodeScore(1, 0, 0, 0, 0, 0, 0);
        }
        int band = 0;
        double peak = 0;
        for (SpeedingEdge part : parts) {
            band = Math.max(band, BANDS.indexOf(part.facts().band().name()));
            peak = Math.max(peak, part.facts().peakExcess());
        }
        boolean rightBand = band == BANDS.indexOf(episode.band().name());
        return new EpisodeScore(
                1,
                1,
                rightBand ? 1 : 0,
                0,
                0,
                parts.size() - 1,
                Math.abs(peak - episode.peakExcess()));
    }

    private static boolean overlaps(Speeding episode, SpeedingEdge edge, long departure) {
        SpeedingFacts facts = edge.facts();
        double from = (facts.start() - departure) / 1000.0;
        double to = (facts.end() - departure) / 1000.0;
        return from <= episode.end() && to >= episode.start();
    }
}
