// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.evaluate.Svg;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatcher;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A map of one drive: the roads around it, what the receiver reported, and the roads that it was
 * matched to, coloured by how far the vehicle was above their limit.
 */
final class RoadMapPlot {

    private static final Condition RECEIVER = new Condition(10, 1, true);

    private static final int WIDTH = 1000;
    private static final int HEAD = 96;
    private static final int MARGIN = 24;
    private static final int FOOT = 60;
    private static final int LINE = 18;

    /** Excess from which the next colour is used, km/h. */
    private static final double[] BANDS = {Double.NEGATIVE_INFINITY, 0, 10, 16, 30};

    private static final String[] COLOURS = {"kept", "above", "minor", "major", "severe"};
    private static final String[] MEANINGS = {
        "within the limit", "above it", "by 10 km/h", "by 16 km/h", "by 30 km/h"
    };

    private final RoadNetwork network;
    private final double south;
    private final double west;
    private final double scale;
    private final double northScale;
    private final int height;

    private RoadMapPlot(RoadNetwork network, List<Fix> fixes) {
        this.network = network;
        double minLat = Double.POSITIVE_INFINITY;
        double maxLat = Double.NEGATIVE_INFINITY;
        double minLon = Double.POSITIVE_INFINITY;
        double maxLon = Double.NEGATIVE_INFINITY;
        for (Fix fix : fixes) {
            minLat = Math.min(minLat, fix.latitude() * MatchScore.E7);
            maxLat = Math.max(maxLat, fix.latitude() * MatchScore.E7);
            minLon = Math.min(minLon, fix.longitude() * MatchScore.E7);
            maxLon = Math.max(maxLon, fix.longitude() * MatchScore.E7);
        }
        double squeeze = Math.cos(Math.toRadians(minLat / MatchScore.E7));
        double across = (WIDTH - 2 * MARGIN) / Math.max(maxLon - minLon, 1);
        double up = (WIDTH - 2 * MARGIN) / Math.max(maxLat - minLat, 1) * squeeze;
        this.south = minLat;
        this.west = minLon;
        this.scale = Math.min(across, up);
        this.northScale = scale / squeeze;
        this.height = (int) Math.max(200, Math.round((maxLat - minLat) * northScale)) + 2 * MARGIN;
    }

    /**
     * Draws one.
     *
     * @param drive its number, from 0
     */
    static String of(SpeedingTrial trial, int drive, int lag) {
        List<Fix> fixes = trial.fixes(drive, RECEIVER, 0);
        RoadMapPlot plot = new RoadMapPlot(trial.network(), fixes);
        Svg svg =
                new Svg(
                        WIDTH,
                        plot.height + HEAD + FOOT,
                        "Matched roads and speeding of one drive");
        plot.roads(svg);
        plot.matches(svg, fixes, lag);
        plot.fixes(svg, fixes);
        plot.legend(svg, trial, drive);
        return svg.end();
    }

    private void roads(Svg svg) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            List<double[]> line = line(edge);
            if (line.stream().anyMatch(this::isInside)) {
                svg.path("road", line);
            }
        }
    }

    private boolean isInside(double[] point) {
        return point[0] >= 0 && point[0] <= WIDTH && point[1] >= HEAD && point[1] <= height + HEAD;
    }

    private List<double[]> line(int edge) {
        List<double[]> line = new ArrayList<>();
        for (int i = network.firstPoint(edge); i <= network.lastPoint(edge); i++) {
            line.add(at(network.latitude(i), network.longitude(i)));
        }
        return line;
    }

    private double[] at(double latitude, double longitude) {
        return new double[] {
            MARGIN + (longitude - west) * scale,
            HEAD + height - MARGIN - (latitude - south) * northScale
        };
    }

    /** Roads in the colour of the largest excess on them. */
    private void matches(Svg svg, List<Fix> fixes, int lag) {
        Map<Integer, Double> excess = new TreeMap<>();
        RoadMatches sink =
                (time, lat, lon, speed, key, offset, confidence, broken) -> {
                    if (key != RoadMatches.UNMATCHED) {
                        double over = speed - network.limit(key).kmh();
                        excess.merge(key >> 1, Double.isNaN(over) ? -1000 : over, Math::max);
                    }
                };
        RoadMatcher matcher = new RoadMatcher(network, MatcherSettings.ofLag(lag));
        MatcherState state = new MatcherState();
        for (Fix fix : fixes) {
            matcher.accept(
                    state,
                    Math.round(fix.time() * 1000),
                    (int) Math.round(fix.latitude() * MatchScore.E7),
                    (int) Math.round(fix.longitude() * MatchScore.E7),
                    fix.speed(),
                    fix.heading(),
                    (float) RECEIVER.sigma(),
                    sink);
        }
        matcher.flush(state, sink);
        excess.forEach((edge, over) -> svg.path("matched " + colour(over), line(edge)));
    }

    private static String colour(double excess) {
        int band = 0;
        while (band + 1 < BANDS.length && excess >= BANDS[band + 1]) {
            band++;
        }
        return COLOURS[band];
    }

    private void fixes(Svg svg, List<Fix> fixes) {
        for (Fix fix : fixes) {
            double[] at = at(fix.latitude() * MatchScore.E7, fix.longitude() * MatchScore.E7);
            svg.circle("fix", at[0], at[1], 1.6);
        }
    }

    private void legend(Svg svg, SpeedingTrial trial, int drive) {
        svg.rectangle("ground", 0, 0, WIDTH, HEAD);
        svg.rectangle("ground", 0, HEAD + height, WIDTH, FOOT);
        svg.text(
                "title", MARGIN, 34, "start", "Matched roads and speeding of drive " + (drive + 1));
        svg.text(
                "small",
                MARGIN,
                56,
                "start",
                String.format(
                        Locale.ROOT,
                        "%s, receiver with %.0f m of noise every second (dots), %.1f km",
                        trial.network().origin().source(),
                        RECEIVER.sigma(),
                        trial.drives().get(drive).drive().route().length() / 1000));
        double x = MARGIN;
        for (int i = 0; i < COLOURS.length; i++) {
            svg.path(
                    "matched " + COLOURS[i],
                    List.of(new double[] {x, 76}, new double[] {x + 26, 76}));
            svg.text("small", x + 32, 80, "start", MEANINGS[i]);
            x += 150;
        }
        double y = HEAD + height + 14;
        for (String line : trial.network().origin().attribution().split("; ", -1)) {
            svg.text("small", MARGIN, y, "start", line);
            y += LINE;
        }
    }
}
