// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Fences.circle;
import static io.odograph.udfs.fence.Fences.corridor;
import static io.odograph.udfs.fence.Fences.e7;
import static io.odograph.udfs.fence.Fences.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundGeometryTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100", "48, 11, 1", "60, 25, 250", "-60, 179.9999, 5000", "72, -179.99, 80000",
        "84, 30, 250", "84, 180, 400000", "85, -180, 500000", "-85, 0, 500000", "1, 10, 500000"
    })
    void aCircleIsAsFarAllAroundAsTheEllipsoidHasIt(double lat, double lon, double radius) {
        FenceGeometry circle = FenceGeometry.of(circle(lat, lon, radius));
        for (int azimuth = 0; azimuth < 360; azimuth++) {
            for (double part : new double[] {0.3, 0.7, 0.99, 0.999, 1.001, 1.01, 1.5}) {
                GeodesicData at = Geodesic.WGS84.Direct(lat, lon, azimuth, radius * part);
                int latitude = e7(at.lat2);
                int longitude = e7(at.lon2);
                double beyond = radius * (part - 1);
                if (Math.abs(beyond) > 0.02) {
                    assertThat(circle.contains(latitude, longitude))
                            .as("%s of the radius to %s", part, azimuth)
                            .isEqualTo(part < 1);
                }
                assertThat(circle.distance(latitude, longitude)).isCloseTo(beyond, within(0.02));
            }
        }
    }

    @Test
    void aWayCrossesACircleWhereItIsAsFarAsTheRadius() {
        Random random = new Random(8);
        int through = 0;
        for (int i = 0; i < 500; i++) {
            double lat = -84 + 168 * random.nextDouble();
            double lon = -180 + 360 * random.nextDouble();
            double radius = 50 * Math.pow(100, random.nextDouble());
            FenceGeometry circle = FenceGeometry.of(circle(lat, lon, radius));
            int[] way = new int[4];
            for (int end = 0; end < 2; end++) {
                GeodesicData at =
                        Geodesic.WGS84.Direct(
                                lat,
                                lon,
                                360 * random.nextDouble(),
                                2.5 * radius * random.nextDouble());
                way[2 * end] = e7(at.lat2);
                way[2 * end + 1] = e7(at.lon2);
            }
            Crossing crossing = circle.crossing(way[0], way[1], way[2], way[3]);
            double[] sampled = sampled(circle, way);
            if (crossing == null) {
                assertThat(sampled[0]).isNaN();
            } else {
                through++;
                if (!Double.isNaN(sampled[0])) {
                    assertThat(crossing.first()).isCloseTo(sampled[0], within(2e-3));
                    assertThat(crossing.last()).isCloseTo(sampled[1], within(2e-3));
                }
            }
        }
        assertThat(through).isBetween(250, 450);
    }

    @Test
    void theDeepestPointOfAWayThroughACircleIsTheNearestToItsCentre() {
        FenceGeometry circle = FenceGeometry.of(circle(50, 8, 1_000));
        Crossing crossing = circle.crossing(e7(50.003), e7(7.9), e7(50.003), e7(8.1));

        Depth depth = circle.deepest(e7(50.003), e7(7.9), e7(50.003), e7(8.1), crossing);

        double most = 1_000 - Geodesic.WGS84.Inverse(50, 8, 50.003, 8).s12;
        assertThat(depth.metres()).isCloseTo(most, within(0.02 * most));
        assertThat(depth.fraction()).isCloseTo(0.5, within(0.05));
    }

    @Test
    void theEndsOfACorridorAreRound() {
        FenceGeometry road = FenceGeometry.of(corridor(100, line(50, 8, 50, 8.1)));

        assertThat(road.distance(e7(50), e7(8.05))).isCloseTo(-100, within(0.01));
        assertThat(along(road, 50, 8.1, 90, 99)).isTrue();
        assertThat(along(road, 50, 8.1, 90, 101)).isFalse();
        assertThat(along(road, 50, 8.1, 45, 99)).isTrue();
        assertThat(along(road, 50, 8.1, 45, 101)).isFalse();
        assertThat(along(road, 50, 8.05, 0, 99)).isTrue();
        assertThat(along(road, 50, 8.05, 0, 101)).isFalse();
    }

    @Test
    void linesOfACorridorAreNotJoined() {
        FenceGeometry roads =
                FenceGeometry.of(corridor(100, line(50, 8, 50, 8.1), line(50, 8.2, 50, 8.3)));

        assertThat(roads.contains(e7(50), e7(8.15))).isFalse();
        assertThat(roads.contains(e7(50), e7(8.25))).isTrue();
        Crossing crossing = roads.crossing(e7(50), e7(7.9), e7(50), e7(8.4));
        assertThat(crossing.first()).isCloseTo(0.2, within(0.01));
        assertThat(crossing.last()).isCloseTo(0.8, within(0.01));
    }

    @Test
    void aPointAloneIsACorridorToo() {
        FenceGeometry point = FenceGeometry.of(corridor(100, line(50, 8)));

        assertThat(along(point, 50, 8, 200, 99)).isTrue();
        assertThat(along(point, 50, 8, 200, 101)).isFalse();
    }

    @Test
    void aLongStraightLineIsMeasuredToAFifthOfAPercent() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            double lat = -69 + 138 * random.nextDouble();
            GeodesicData end = Geodesic.WGS84.Direct(lat, 179, 360 * random.nextDouble(), 500_000);
            if (Math.abs(end.lat2) > 70) {
                continue;
            }
            double lon2 = 179 + Math.IEEEremainder(end.lon2 - 179, 360);
            FenceGeometry road = FenceGeometry.of(corridor(0, line(lat, 179, end.lat2, lon2)));
            double part = random.nextDouble();
            GeodesicData from =
                    Geodesic.WGS84.Direct(
                            lat + part * (end.lat2 - lat),
                            179 + part * (lon2 - 179),
                            360 * random.nextDouble(),
                            Math.pow(10, 1 + 4 * random.nextDouble()));
            double truth = Double.POSITIVE_INFINITY;
            double nearest = 0;
            for (double step = 0.5; step > 1e-9; step /= 4) {
                double middle = nearest;
                for (int k = -40; k <= 40; k++) {
                    double at = Math.min(Math.max(middle + k * step / 10, 0), 1);
                    double metres =
                            Geodesic.WGS84.Inverse(
                                            from.lat2,
                                            from.lon2,
                                            lat + at * (end.lat2 - lat),
                                            179 + at * (lon2 - 179))
                                    .s12;
                    if (metres < truth) {
                        truth = metres;
                        nearest = at;
                    }
                }
            }
            assertThat(road.distance(e7(from.lat2), e7(from.lon2)))
                    .as("%s to %s, %s", lat, end.lat2, from.lat2)
                    .isCloseTo(truth, within(0.002 * truth + 0.02));
        }
    }

    private static boolean along(
            FenceGeometry of, double lat, double lon, double azimuth, double metres) {
        GeodesicData at = Geodesic.WGS84.Direct(lat, lon, azimuth, metres);
        return of.contains(e7(at.lat2), e7(at.lon2));
    }

    /** First and last of many points of a way that are inside, or NaN. */
    private static double[] sampled(FenceGeometry of, int[] way) {
        double[] found = {Double.NaN, Double.NaN};
        double turn = Math.IEEEremainder((way[3] - (double) way[1]) * 1e-7, 360) * 1e7;
        for (int i = 0; i <= 1_000; i++) {
            double at = i / 1_000.0;
            double lon = Math.IEEEremainder((way[1] + at * turn) * 1e-7, 360);
            if (of.contains((int) Math.round(way[0] + at * ((double) way[2] - way[0])), e7(lon))) {
                found[0] = Double.isNaN(found[0]) ? at : found[0];
                found[1] = at;
            }
        }
        return found;
    }
}
