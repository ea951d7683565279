// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.geo.Distance;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of a fence with when it is the fence.
 *
 * @param fence the version
 * @param from event time from which it is, ms, inclusive
 * @param to event time until which it is, ms, exclusive: its own end, or when a higher version
 *     begins
 * @param halfWidth half of how wide the fence is where it is narrow, m
 */
record PlacedFence(Fence fence, long from, long to, double halfWidth) {

    private static final double E7 = 1e7;

    /** Those of the versions of a fence, highest first, that ever are the fence. */
    static List<PlacedFence> of(List<Fence> versions) {
        List<PlacedFence> placed = new ArrayList<>(versions.size());
        long next = Long.MAX_VALUE;
        for (Fence version : versions) {
            FenceTerms terms = version.terms();
            long to = Math.min(terms.effectiveTo(), next);
            if (terms.effectiveFrom() < to) {
                placed.add(
                        new PlacedFence(
                                version, terms.effectiveFrom(), to, halfWidth(version.shape())));
            }
            next = Math.min(next, terms.effectiveFrom());
        }
        return placed;
    }

    boolean isInForce(long time) {
        return from <= time && time < to;
    }

    /** Of a polygon half of the shorter side of its bounding box. */
    static double halfWidth(FenceShape shape) {
        if (shape.kind() != FenceShape.Kind.POLYGON) {
            return shape.radius();
        }
        int south = Integer.MAX_VALUE;
        int north = Integer.MIN_VALUE;
        int west = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        for (Area.Ring ring : shape.lines()) {
            for (int i = 0; i < ring.latitudes().length; i++) {
                south = Math.min(south, ring.latitudes()[i]);
                north = Math.max(north, ring.latitudes()[i]);
                west = Math.min(west, ring.longitudes()[i]);
                east = Math.max(east, ring.longitudes()[i]);
            }
        }
        double middle = ((double) south + north) / 2 / E7;
        double height = Distance.metres(south / E7, 0, north / E7, 0);
        double width =
                Distance.metres(middle, 0, middle, Math.min(180, ((double) east - west) / E7));
        return Math.min(height, width) / 2;
    }
}
