// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Fences.containing;
import static io.odograph.udfs.fence.Fences.e7;
import static io.odograph.udfs.fence.Fences.polygon;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.geo.Area;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** The index against JTS, and what it takes. */
class FenceIndexProperties {

    private static final int FENCES = 20_000;
    private static final int POINTS = 1_000_000;

    /** About 20 km in each direction, so that fences overlap. */
    private static final int SPREAD = 2_000_000;

    @Test
    void aMillionPointsAreInTheFencesInWhichJtsHasThem() {
        Random random = new Random(17);
        FenceIndex index = new FenceIndex();
        STRtree tree = new STRtree();
        for (int fence = 0; fence < FENCES; fence++) {
            Area.Ring[] rings = rings(random, fence);
            index.put(fence, polygon(rings));
            Peer peer = Peer.of(fence, rings);
            tree.insert(peer.box, peer);
        }
        tree.build();
        long inside = 0;
        for (int i = 0; i < POINTS; i++) {
            int lat = e7(48) + random.nextInt(2 * SPREAD) - SPREAD;
            int lon = e7(11) + random.nextInt(2 * SPREAD) - SPREAD;
            int[] expected = expected(tree, lat, lon);
            int[] found = containing(index, lat, lon);
            if (!Arrays.equals(found, expected)) {
                assertThat(found).as("at %s, %s", lat, lon).isEqualTo(expected);
            }
            inside += found.length;
        }
        assertThat(inside).isGreaterThan(POINTS);
    }

    /** Few corners or many, small or large, with a hole or without. */
    private static Area.Ring[] rings(Random random, int fence) {
        int lat = e7(48) + random.nextInt(2 * SPREAD) - SPREAD;
        int lon = e7(11) + random.nextInt(2 * SPREAD) - SPREAD;
        double size = Math.pow(10, 3 + 2 * random.nextDouble());
        int corners = fence % 50 == 0 ? 1_000 : 3 + random.nextInt(100);
        Area.Ring outer = Fences.star(random, lat, lon, size, corners, fence % 2 == 0);
        return fence % 3 == 0
                ? new Area.Ring[] {
                    outer, Fences.star(random, lat, lon, size / 4, 3 + corners / 2, true)
                }
                : new Area.Ring[] {outer};
    }

    @SuppressWarnings("unchecked")
    private static int[] expected(STRtree tree, int latitude, int longitude) {
        Coordinate at = new Coordinate(longitude, latitude);
        return ((List<Peer>) tree.query(new Envelope(at)))
                .stream()
                        .filter(peer -> peer.contains(at))
                        .mapToInt(Peer::fence)
                        .sorted()
                        .toArray();
    }

    @Test
    void aFenceOfTwentyCornersTakesNoMoreThanFourHundredBytes() {
        Random random = new Random(19);
        Area.Ring[] rings = new Area.Ring[50_000];
        for (int i = 0; i < rings.length; i++) {
            double size = 10_000 * Math.exp(0.7 * random.nextGaussian());
            rings[i] =
                    Fences.star(
                            random,
                            e7(48) + (int) (600_000 * random.nextGaussian()),
                            e7(11) + (int) (900_000 * random.nextGaussian()),
                            size,
                            20,
                            i % 2 == 0);
        }
        FenceIndex index = new FenceIndex();
        long before = used();
        for (int fence = 0; fence < rings.length; fence++) {
            index.put(fence, polygon(rings[fence]));
        }
        long bytes = used() - before;
        assertThat(index.size()).isEqualTo(rings.length);
        assertThat((double) bytes / rings.length).isBetween(200.0, 400.0);
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    /** Rings as JTS has them. */
    private record Peer(int fence, Coordinate[][] rings, Envelope box) {

        static Peer of(int fence, Area.Ring... rings) {
            Envelope box = new Envelope();
            Coordinate[][] closed = new Coordinate[rings.length][];
            for (int r = 0; r < rings.length; r++) {
                int corners = rings[r].latitudes().length;
                closed[r] = new Coordinate[corners + 1];
                for (int i = 0; i <= corners; i++) {
                    closed[r][i] =
                            new Coordinate(
                                    rings[r].longitudes()[i % corners],
                                    rings[r].latitudes()[i % corners]);
                    box.expandToInclude(closed[r][i]);
                }
            }
            return new Peer(fence, closed, box);
        }

        boolean contains(Coordinate at) {
            boolean odd = false;
            for (Coordinate[] ring : rings) {
                odd ^= RayCrossingCounter.locatePointInRing(at, ring) == Location.INTERIOR;
            }
            return odd;
        }
    }
}
