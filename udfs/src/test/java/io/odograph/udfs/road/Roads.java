// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws small road networks on a plane of metres east and north of a point in Germany. */
public final class Roads {

    /** Where the plane begins, E7. */
    public static final int SOUTH = 494_000_000;

    /** Where the plane begins, E7. */
    public static final int WEST = 86_000_000;

    /** Region of all its roads. */
    public static final Region GERMANY = new Region("DE", ZoneId.of("Europe/Berlin"));

    private final RoadNetworkBuilder builder =
            new RoadNetworkBuilder(
                    new RoadOrigin("drawn", Instant.parse("2026-01-01T00:00:00Z"), "nobody"));
    private final List<int[]> nodes = new ArrayList<>();
    private long ways;

    /** Latitude of a place, E7. */
    public static int latitude(double north) {
        return SOUTH + (int) Math.round(north / Metres.PER_UNIT);
    }

    /** Longitude of a place, E7. */
    public static int longitude(double east) {
        return WEST + (int) Math.round(east / Metres.perLongitude(SOUTH));
    }

    /** Posted limit, km/h. */
    public static RoadLimit posted(double kmh) {
        return of(LimitSource.POSTED, kmh);
    }

    /** Limit that comes from a source, km/h. */
    static RoadLimit of(LimitSource source, double kmh) {
        return new RoadLimit(
                LimitKind.VALUE, (float) kmh, false, source, 0.98f, (float) kmh, List.of());
    }

    /** Adds a node at metres east and north; returns its number. */
    public int node(double east, double north) {
        nodes.add(new int[] {latitude(north), longitude(east)});
        return builder.addNode(latitude(north), longitude(east));
    }

    /** Adds a road for both directions; returns its number. */
    public int road(int from, int to, double kmh, double... between) {
        return road(from, to, RoadClass.SECONDARY, posted(kmh), posted(kmh), between);
    }

    /** Adds a road for one direction; returns its number. */
    public int oneWay(int from, int to, double kmh, double... between) {
        return road(from, to, RoadClass.SECONDARY, posted(kmh), null, between);
    }

    /** Adds a road, with metres east and north of points between its nodes; returns its number. */
    public int road(
            int from,
            int to,
            RoadClass roadClass,
            @Nullable RoadLimit forward,
            @Nullable RoadLimit backward,
            double... between) {
        int points = between.length / 2 + 2;
        int[] lat = new int[points];
        int[] lon = new int[points];
        lat[0] = nodes.get(from)[0];
        lon[0] = nodes.get(from)[1];
        for (int i = 0; i < between.length / 2; i++) {
            lon[i + 1] = longitude(between[2 * i]);
            lat[i + 1] = latitude(between[2 * i + 1]);
        }
        lat[points - 1] = nodes.get(to)[0];
        lon[points - 1] = nodes.get(to)[1];
        ways++;
        return builder.addEdge(
                new RoadEdge(
                        from,
                        to,
                        lat,
                        lon,
                        roadClass,
                        0,
                        forward,
                        backward,
                        ways,
                        "road " + ways,
                        GERMANY));
    }

    /** The builder, for what has no shorthand. */
    public RoadNetworkBuilder builder() {
        return builder;
    }

    /** The network. */
    public RoadNetwork build() {
        return builder.build();
    }

    /** Key of the road that was added as the so-many-th, from 1, in the order of its points. */
    public static int key(RoadNetwork network, long way) {
        for (int edge = 0; edge < network.edgeCount(); edge++) {
            if (network.wayId(edge) == way) {
                return edge << 1;
            }
        }
        throw new IllegalArgumentException("no way " + way);
    }
}
