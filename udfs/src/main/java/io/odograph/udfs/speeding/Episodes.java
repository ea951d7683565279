// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes episodes of reports. An episode begins with a report above limit and tolerance, lasts while
 * further ones follow closely, is told when it has lasted long enough, and ends at the last report
 * above.
 */
final class Episodes {

    /** Identities of one moment that are told apart: only a clock set back has several. */
    private static final long OF_ONE_MOMENT = 1_000;

    private Episodes() {}

    /** Takes edges. */
    interface Edges {

        /**
         * Something happened in an episode.
         *
         * @param endReason why it ended, or null
         */
        void emit(Kind kind, OpenEpisode open, long time, @Nullable EndReason endReason);
    }

    /**
     * Takes the vehicle's next report.
     *
     * @param thresholds thresholds in force; an open episode keeps its own
     * @param opening makes an episode for the report to begin, or null where none may begin
     */
    static void take(
            SpeedingState state,
            SpeedReport report,
            SpeedingThresholds thresholds,
            Supplier<@Nullable OpenEpisode> opening,
            Edges edges) {
        lookForEnd(state, report.time, edges);
        OpenEpisode open = state.episode;
        if (open != null) {
            open.pass(report);
            follow(state, open, report, edges);
        } else if (report.isKnown() && isAbove(report, thresholds, 0)) {
            begin(state, report, thresholds, opening, edges);
        }
    }

    /** Ends an episode to which nothing of this time or later can belong. */
    static void lookForEnd(SpeedingState state, long time, Edges edges) {
        OpenEpisode open = state.episode;
        if (open == null) {
            return;
        }
        long gap = time - open.lastOver;
        if (open.below && gap > open.thresholds.mergeGapMillis()) {
            end(state, EndReason.BELOW_LIMIT, edges);
        } else if (gap > open.thresholds.maxGapMillis()) {
            end(state, EndReason.GAP, edges);
        }
    }

    /** Ends the open episode, if there is one; tells it if its start was told. */
    static void end(SpeedingState state, EndReason reason, Edges edges) {
        OpenEpisode open = state.episode;
        state.episode = null;
        if (open != null && open.told) {
            edges.emit(Kind.END, open, open.lastOver, reason);
        }
    }

    private static void begin(
            SpeedingState state,
            SpeedReport report,
            SpeedingThresholds thresholds,
            Supplier<@Nullable OpenEpisode> opening,
            Edges edges) {
        OpenEpisode open = opening.get();
        if (open == null) {
            return;
        }
        open.thresholds = thresholds;
        open.episode = identify(state, report.time);
        open.begin(report);
        state.episode = open;
        tell(open, SpeedBand.MINOR, edges);
    }

    private static void follow(
            SpeedingState state, OpenEpisode open, SpeedReport report, Edges edges) {
        if (!report.isKnown()) {
            return;
        }
        double hysteresis = open.below ? 0 : open.thresholds.hysteresis();
        if (isAbove(report, open.thresholds, hysteresis)) {
            SpeedBand before = open.band;
            open.takeOver(report);
            tell(open, before, edges);
        } else {
            open.takeBelow();
            if (report.time - open.lastOver >= open.thresholds.mergeGapMillis()) {
                end(state, EndReason.BELOW_LIMIT, edges);
            }
        }
    }

    private static void tell(OpenEpisode open, SpeedBand before, Edges edges) {
        if (open.told && open.band != before) {
            edges.emit(Kind.BAND, open, open.lastOver, null);
        } else if (!open.told && open.covered >= open.thresholds.minDurationMillis()) {
            open.told = true;
            edges.emit(Kind.START, open, open.lastOver, null);
        }
    }

    private static boolean isAbove(
            SpeedReport report, SpeedingThresholds thresholds, double hysteresis) {
        double least = thresholds.tolerance(report.kmh) - hysteresis;
        return report.excess() > Math.max(0, least);
    }

    /** Identity of a new episode: its time, or just after the last one where that has had it. */
    private static long identify(SpeedingState state, long time) {
        long last = state.lastEpisode;
        boolean taken = last != SpeedingState.NEVER && time <= last && last - time < OF_ONE_MOMENT;
        state.lastEpisode = taken ? last + 1 : time;
        return state.lastEpisode;
    }
}
