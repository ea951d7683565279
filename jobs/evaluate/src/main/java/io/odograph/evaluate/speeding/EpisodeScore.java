// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.simulator.road.Speeding;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How right a detector is about episodes of speeding.
 *
 * @param expected how many there were
 * @param found of them told
 * @param rightBand of those told in the right band
 * @param told how many were told
 * @param wrong of them that never were
 * @param peakError sum over those found of how far the peak excess is off, km/h
 */
record EpisodeScore(int expected, int found, int rightBand, int told, int wrong, double peakError) {

    /** Nothing judged. */
    static final EpisodeScore NONE = new EpisodeScore(0, 0, 0, 0, 0, 0);

    EpisodeScore plus(EpisodeScore other) {
        return new EpisodeScore(
                expected + other.expected,
                found + other.found,
                rightBand + other.rightBand,
                told + other.told,
                wrong + other.wrong,
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
     * overlap, one with one.
     *
     * @param truth episodes, by time, s from the departure
     * @param told ends of the episodes that the detector told, in order
     * @param departure event time of the departure, ms
     */
    static EpisodeScore of(List<Speeding> truth, List<SpeedingEdge> told, long departure) {
        List<SpeedingEdge> left = new ArrayList<>(told);
        int found = 0;
        int rightBand = 0;
        double peakError = 0;
        for (Speeding episode : truth) {
            SpeedingEdge match = overlapping(episode, left, departure);
            if (match != null) {
                left.remove(match);
                found++;
                rightBand += match.facts().band().name().equals(episode.band().name()) ? 1 : 0;
                peakError += Math.abs(match.facts().peakExcess() - episode.peakExcess());
            }
        }
        return new EpisodeScore(
                truth.size(), found, rightBand, told.size(), left.size(), peakError);
    }

    private static @Nullable SpeedingEdge overlapping(
            Speeding episode, List<SpeedingEdge> told, long departure) {
        for (SpeedingEdge edge : told) {
            SpeedingFacts facts = edge.facts();
            double from = (facts.start() - departure) / 1000.0;
            double to = (facts.end() - departure) / 1000.0;
            if (from <= episode.end() && to >= episode.start()) {
                return edge;
            }
        }
        return null;
    }
}
