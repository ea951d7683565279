// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.udfs.fence.BreachCause;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachEnd;
import io.odograph.udfs.fence.BreachFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A breach or visit as the detector told it.
 *
 * @param start when it began, s from the beginning
 * @param end when it was over, or when nothing more was told
 * @param began whether the vehicle was told to have crossed the line then
 * @param ended whether it was told to have crossed back then
 * @param farthest how far beyond the line it was told to have got, m; NaN while it lasts
 * @param passage whether it was told as one that was over at once
 */
record Told(
        double start, double end, boolean began, boolean ended, double farthest, boolean passage) {

    /** What edges tell, by fence. */
    static Map<String, List<Told>> byFence(List<BreachEdge> edges, double duration) {
        Map<String, List<Told>> told = new LinkedHashMap<>();
        Map<String, BreachEdge> open = new LinkedHashMap<>();
        for (BreachEdge edge : edges) {
            switch (edge.kind()) {
                case START -> open.put(edge.fenceId(), edge);
                case END, PASSAGE -> {
                    open.remove(edge.fenceId());
                    add(told, edge, of(edge));
                }
                default -> throw new IllegalStateException("not asked for: " + edge.kind());
            }
        }
        for (BreachEdge edge : open.values()) {
            boolean began = edge.facts().cause() == BreachCause.CROSSED;
            double start = Reports.seconds(edge.facts().start());
            add(told, edge, new Told(start, duration, began, false, Double.NaN, false));
        }
        return told;
    }

    private static void add(Map<String, List<Told>> told, BreachEdge edge, Told added) {
        told.computeIfAbsent(edge.fenceId(), id -> new ArrayList<>()).add(added);
    }

    private static Told of(BreachEdge edge) {
        BreachFacts facts = edge.facts();
        return new Told(
                Reports.seconds(facts.start()),
                Reports.seconds(facts.end()),
                facts.cause() == BreachCause.CROSSED || facts.cause() == BreachCause.PASSED_THROUGH,
                facts.endReason() == BreachEnd.CROSSED_BACK,
                facts.farthest(),
                edge.kind() == BreachEdge.Kind.PASSAGE);
    }
}
