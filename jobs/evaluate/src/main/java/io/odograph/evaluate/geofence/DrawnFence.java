// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceGeometry;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;

/**
 * A fence of the evaluation.
 *
 * @param id identity
 * @param kind what it is for
 * @param shape where it is
 * @param geometry its shape, prepared
 * @param width how wide it is where it is narrow, m
 */
record DrawnFence(
        String id, FenceKind kind, FenceShape shape, FenceGeometry geometry, double width) {

    static DrawnFence of(String id, FenceKind kind, FenceShape shape, double width) {
        return new DrawnFence(id, kind, shape, FenceGeometry.of(shape), width);
    }

    /** As the detector knows it, with these thresholds. */
    Fence fence(FenceThresholds thresholds) {
        FenceTerms terms =
                new FenceTerms(id, 1, null, kind, 0, null, 0, Long.MAX_VALUE, thresholds);
        return new Fence(terms, FenceScope.ALL, shape, null);
    }

    /** How far a place is on the side where a vehicle is in breach, or on a visit, m. */
    double beyond(Spot spot) {
        double outside = geometry.distance(spot.latitudeE7(), spot.longitudeE7());
        return kind == FenceKind.KEEP_IN ? outside : -outside;
    }
}
