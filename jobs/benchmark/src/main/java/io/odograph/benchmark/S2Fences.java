// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.google.common.geometry.S2ContainsPointQuery;
import com.google.common.geometry.S2LatLng;
import com.google.common.geometry.S2LaxPolygonShape;
import com.google.common.geometry.S2Point;
import com.google.common.geometry.S2Shape;
import com.google.common.geometry.S2ShapeIndex;
import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The index of S2. Its sides are parts of great circles, so that a few points differ. */
final class S2Fences extends FenceFinder {

    private final IdentityHashMap<S2Shape, Integer> fences = new IdentityHashMap<>();
    private final S2ContainsPointQuery query;

    S2Fences(Area.Ring... rings) {
        super("S2ShapeIndex");
        S2ShapeIndex index = new S2ShapeIndex();
        for (Area.Ring ring : rings) {
            List<S2Point> corners = new ArrayList<>();
            for (int i = 0; i < ring.latitudes().length; i++) {
                corners.add(point(ring.latitudes()[i], ring.longitudes()[i]));
            }
            S2Shape shape = S2LaxPolygonShape.createPacked(List.of(corners));
            index.add(shape);
            fences.put(shape, fences.size());
        }
        query = new S2ContainsPointQuery(index);
        // It is built when it is asked first.
        query.getContainingShapes(point(0, 0));
    }

    private static S2Point point(int latitude, int longitude) {
        return S2LatLng.fromDegrees(latitude * Trace.UNIT, longitude * Trace.UNIT).toPoint();
    }

    @Override
    void find(int latitude, int longitude, IntList out) {
        for (S2Shape shape : query.getContainingShapes(point(latitude, longitude))) {
            out.add(fences.get(shape));
        }
    }
}
