// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import java.util.List;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** The tree of JTS with its polygons; in 1e-7 degrees, which doubles hold exactly. */
final class JtsFences extends FenceFinder {

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final STRtree tree = new STRtree();

    private JtsFences(String name, boolean prepared, Area.Ring... fences) {
        super(name);
        for (int i = 0; i < fences.length; i++) {
            Polygon polygon = polygon(fences[i]);
            Entry entry =
                    prepared
                            ? new Prepared(i, PreparedGeometryFactory.prepare(polygon))
                            : new Ray(i, polygon.getExteriorRing().getCoordinates());
            tree.insert(polygon.getEnvelopeInternal(), entry);
        }
        tree.build();
    }

    /** Counts crossings of a ray: the fastest for such small polygons. */
    static JtsFences ray(Area.Ring... fences) {
        return new JtsFences("JTS STRtree, ray", false, fences);
    }

    /** With prepared polygons, as most use it. */
    static JtsFences prepared(Area.Ring... fences) {
        return new JtsFences("JTS STRtree, prepared", true, fences);
    }

    private static Polygon polygon(Area.Ring ring) {
        int corners = ring.latitudes().length;
        Coordinate[] closed = new Coordinate[corners + 1];
        for (int i = 0; i <= corners; i++) {
            int at = i % corners;
            closed[i] = new Coordinate(ring.longitudes()[at], ring.latitudes()[at]);
        }
        return FACTORY.createPolygon(closed);
    }

    @Override
    void find(int latitude, int longitude, IntList out) {
        Coordinate at = new Coordinate(longitude, latitude);
        List<?> candidates = tree.query(new Envelope(at));
        for (Object candidate : candidates) {
            Entry entry = (Entry) candidate;
            if (entry.contains(at)) {
                out.add(entry.fence());
            }
        }
    }

    /** A fence of the tree. */
    private interface Entry {

        int fence();

        boolean contains(Coordinate at);
    }

    private record Ray(int fence, Coordinate[] ring) implements Entry {

        @Override
        public boolean contains(Coordinate at) {
            return RayCrossingCounter.locatePointInRing(at, ring) == Location.INTERIOR;
        }
    }

    private record Prepared(int fence, PreparedGeometry polygon) implements Entry {

        @Override
        public boolean contains(Coordinate at) {
            return polygon.contains(FACTORY.createPoint(at));
        }
    }
}
