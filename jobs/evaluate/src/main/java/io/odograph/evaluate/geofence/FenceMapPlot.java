// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.evaluate.Svg;
import io.odograph.evaluate.speeding.Condition;
import io.odograph.udfs.fence.BreachCause;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachEnd;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import io.odograph.udfs.geo.Place;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A map of one visit to a fence: what the receiver reported around it, the positions with which it
 * was sure that the vehicle is in and out, and where and when it crossed the line.
 */
final class FenceMapPlot {

    private static final Condition RECEIVER = new Condition(10, 5, false);

    private static final int SIZE = 1_000;
    private static final int HEAD = 84;
    private static final int MARGIN = 40;
    private static final int CORNERS = 90;

    /** What is drawn before and after the visit, s. */
    private static final double AROUND = 25;

    private static final double E7 = 1e7;

    private record Visited(DrawnFence fence, BreachEdge start, BreachEdge end) {}

    private final List<Telemetry> records;
    private final Visited visit;
    private final double south;
    private final double west;
    private final double across;
    private final double up;
    private final int height;

    private FenceMapPlot(List<Telemetry> records, Visited visit) {
        this.records = records;
        this.visit = visit;
        List<Spot> all = new ArrayList<>(outline(visit.fence()));
        records.forEach(record -> all.add(spot(record)));
        south = all.stream().mapToDouble(Spot::latitude).min().orElse(0);
        west = all.stream().mapToDouble(Spot::longitude).min().orElse(0);
        double north = all.stream().mapToDouble(Spot::latitude).max().orElse(1);
        double east = all.stream().mapToDouble(Spot::longitude).max().orElse(1);
        double squeeze = Math.cos(Math.toRadians(south));
        double room = SIZE - 2.0 * MARGIN;
        up = room / Math.max(north - south, (east - west) * squeeze);
        across = up * squeeze;
        height = (int) Math.round((north - south) * up) + 2 * MARGIN;
    }

    /** Draws one of a tour, from 0; null if the tour has none that has a line to draw. */
    static @Nullable String of(GeofenceTrial trial, int tour) {
        List<Telemetry> records = trial.records(tour, RECEIVER);
        Visited visit = visit(trial, tour, records);
        if (visit == null) {
            return null;
        }
        long from = visit.start().facts().start() - Math.round(AROUND * 1_000);
        long to = visit.end().facts().end() + Math.round(AROUND * 1_000);
        List<Telemetry> around =
                records.stream()
                        .filter(record -> record.eventTime() >= from && record.eventTime() <= to)
                        .toList();
        return new FenceMapPlot(around, visit).draw();
    }

    /** The first visit that begins and ends with a crossing. */
    private static @Nullable Visited visit(GeofenceTrial trial, int tour, List<Telemetry> records) {
        Watcher watcher = trial.watcher(tour, GeofenceTrial.stays(tour, RECEIVER));
        List<BreachEdge> starts = new ArrayList<>();
        for (Telemetry record : records) {
            for (BreachEdge edge : watcher.see(record)) {
                if (edge.kind() == BreachEdge.Kind.START) {
                    starts.add(edge);
                }
                boolean whole =
                        edge.facts().cause() == BreachCause.CROSSED
                                && edge.facts().endReason() == BreachEnd.CROSSED_BACK;
                DrawnFence fence = fence(trial, tour, edge.fenceId());
                if (whole && fence.shape().kind() != FenceShape.Kind.CORRIDOR) {
                    for (BreachEdge start : starts) {
                        if (edge.isNextTo(start)) {
                            return new Visited(fence, start, edge);
                        }
                    }
                }
            }
        }
        return null;
    }

    private static DrawnFence fence(GeofenceTrial trial, int tour, String id) {
        return trial.fences().get(tour).stream()
                .filter(fence -> fence.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String draw() {
        Svg svg = new Svg(SIZE, height + HEAD, "One visit to a fence");
        List<double[]> line = new ArrayList<>();
        outline(visit.fence()).forEach(spot -> line.add(at(spot)));
        line.add(line.get(0));
        svg.path("two", line);
        svg.path("road", records.stream().map(record -> at(spot(record))).toList());
        for (Telemetry record : records) {
            double[] at = at(spot(record));
            boolean sure =
                    isReceivedWith(record, visit.start()) || isReceivedWith(record, visit.end());
            svg.circle(sure ? "dot" : "fix", at[0], at[1], sure ? 6 : 2.5);
        }
        crossing(svg, visit.start(), visit.start().facts().startPlace(), "in", true);
        crossing(svg, visit.end(), visit.end().facts().endPlace(), "out", false);
        legend(svg);
        return svg.end();
    }

    private static boolean isReceivedWith(Telemetry record, BreachEdge edge) {
        return record.receivedAt() == edge.receivedAt();
    }

    private void crossing(
            Svg svg, BreachEdge edge, @Nullable Place place, String what, boolean in) {
        if (place == null) {
            return;
        }
        double[] at = at(new Spot(place.latitude(), place.longitude()));
        svg.circle("point", at[0], at[1], 5);
        long time = in ? edge.facts().start() : edge.facts().end();
        String text =
                String.format(
                        Locale.ROOT,
                        "%s at %.1f s, told at %.0f s",
                        what,
                        Reports.seconds(time),
                        Reports.seconds(edge.releasedAt()));
        boolean left = at[0] > SIZE / 2.0;
        svg.text(
                "bold",
                at[0] + (left ? -10 : 10),
                at[1] + (in ? -10 : 20),
                left ? "end" : "start",
                text);
    }

    private void legend(Svg svg) {
        svg.text("title", MARGIN, 34, "start", "One visit to a fence");
        svg.text(
                "small",
                MARGIN,
                56,
                "start",
                String.format(
                        Locale.ROOT,
                        "%s, %s %.0f m wide; receiver with %.0f m of noise every %d s (small dots)",
                        visit.fence().kind(),
                        visit.fence().shape().kind().name().toLowerCase(Locale.ROOT),
                        visit.fence().width(),
                        RECEIVER.sigma(),
                        RECEIVER.interval()));
        svg.text(
                "small",
                MARGIN,
                74,
                "start",
                "Large dots: the position with which it was told. On the line: where it was crossed.");
    }

    private double[] at(Spot spot) {
        return new double[] {
            MARGIN + (spot.longitude() - west) * across,
            HEAD + height - MARGIN - (spot.latitude() - south) * up
        };
    }

    private static Spot spot(Telemetry record) {
        return new Spot(record.position().latitude(), record.position().longitude());
    }

    private static List<Spot> outline(DrawnFence fence) {
        List<Spot> outline = new ArrayList<>();
        Area.Ring ring = fence.shape().lines().get(0);
        for (int i = 0; i < ring.latitudes().length; i++) {
            outline.add(new Spot(ring.latitudes()[i] / E7, ring.longitudes()[i] / E7));
        }
        if (fence.shape().kind() == FenceShape.Kind.POLYGON) {
            return outline;
        }
        Spot centre = outline.get(0);
        List<Spot> circle = new ArrayList<>();
        for (int i = 0; i < CORNERS; i++) {
            circle.add(centre.towards(2 * Math.PI * i / CORNERS, fence.shape().radius()));
        }
        return circle;
    }
}
