// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import java.util.List;

/**
 * A true breach or visit.
 *
 * @param stretches beyond the line
 * @param began whether it began with a crossing
 * @param ended whether it ended with one
 * @param farthest how far beyond the line it got, m
 */
record Visit(List<Profile.Stretch> stretches, boolean began, boolean ended, double farthest) {

    static Visit of(List<Profile.Stretch> stretches, Profile profile) {
        double from = stretches.get(0).from();
        double to = stretches.get(stretches.size() - 1).to();
        return new Visit(
                List.copyOf(stretches),
                from > 0,
                to < profile.duration(),
                profile.farthest(from, to));
    }

    double from() {
        return stretches.get(0).from();
    }

    double to() {
        return stretches.get(stretches.size() - 1).to();
    }

    /** Time beyond the line, s. */
    double seconds() {
        return stretches.stream().mapToDouble(stretch -> stretch.to() - stretch.from()).sum();
    }

    /** Time beyond the line within a span, s. */
    double seconds(double from, double to) {
        return stretches.stream().mapToDouble(stretch -> stretch.overlap(from, to)).sum();
    }

    /** How far the nearest crossing into it is from a time, s. */
    double entryError(double time) {
        return stretches.stream()
                .filter(stretch -> stretch.from() > 0)
                .mapToDouble(stretch -> Math.abs(stretch.from() - time))
                .min()
                .orElse(Double.NaN);
    }

    /** How far the nearest crossing back is from a time, s. */
    double exitError(double time, double duration) {
        return stretches.stream()
                .filter(stretch -> stretch.to() < duration)
                .mapToDouble(stretch -> Math.abs(stretch.to() - time))
                .min()
                .orElse(Double.NaN);
    }
}
