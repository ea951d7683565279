// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Fences.box;
import static io.odograph.udfs.fence.Fences.e7;
import static io.odograph.udfs.fence.Fences.line;
import static io.odograph.udfs.fence.Fences.polygon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.geo.Area;
import java.util.List;
import java.util.Random;
import net.sf.geographiclib.Geodesic;
import org.junit.jupiter.api.Test;

class PolygonGeometryTest {

    private static final FenceGeometry SQUARE = FenceGeometry.of(polygon(box(50, 8, 51, 9)));

    @Test
    void aHoleIsOutsideAndAnIslandInItInside() {
        FenceGeometry rings =
                FenceGeometry.of(
                        polygon(
                                box(50, 8, 51, 9),
                                box(50.2, 8.2, 50.8, 8.8),
                                box(50.4, 8.4, 50.6, 8.6)));

        assertThat(contains(rings, 50.1, 8.1)).isTrue();
        assertThat(contains(rings, 50.3, 8.3)).isFalse();
        assertThat(contains(rings, 50.5, 8.5)).isTrue();
        assertThat(rings.distance(e7(50.3), e7(8.5)))
                .isCloseTo(metres(50.3, 8.5, 50.2, 8.5), within(1.0));
    }

    @Test
    void partsAreOneShape() {
        FenceGeometry parts = FenceGeometry.of(polygon(box(50, 8, 51, 9), box(50, 10, 51, 11)));

        assertThat(contains(parts, 50.5, 8.5)).isTrue();
        assertThat(contains(parts, 50.5, 9.5)).isFalse();
        assertThat(contains(parts, 50.5, 10.5)).isTrue();
        Crossing crossing = parts.crossing(e7(50.5), e7(7), e7(50.5), e7(12));
        assertThat(crossing.first()).isCloseTo(0.2, within(1e-9));
        assertThat(crossing.last()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void lowerAndLeftSidesAreInsideAndUpperAndRightOnesAreNot() {
        assertThat(contains(SQUARE, 50, 8)).isTrue();
        assertThat(contains(SQUARE, 50, 8.5)).isTrue();
        assertThat(contains(SQUARE, 50.5, 8)).isTrue();
        assertThat(contains(SQUARE, 51, 8.5)).isFalse();
        assertThat(contains(SQUARE, 50.5, 9)).isFalse();
        assertThat(contains(SQUARE, 51, 9)).isFalse();
        assertThat(SQUARE.distance(e7(50.5), e7(9))).isZero();
    }

    @Test
    void aPointIsInOnePartOfATornSquareExactly() {
        Random random = new Random(3);
        for (int i = 0; i < 3_000; i++) {
            int corner = random.nextInt(41);
            FenceGeometry below = geometry(0, 0, corner, 40, 0, 40);
            FenceGeometry above = geometry(0, 0, 40, 0, 40, 40, corner, 40);
            int lat = random.nextInt(40);
            int lon = random.nextInt(40);
            assertThat(below.contains(lat, lon) ^ above.contains(lat, lon))
                    .as("%s at %s, %s", corner, lat, lon)
                    .isTrue();
        }
    }

    @Test
    void distancesAreThoseOfTheEllipsoid() {
        assertThat(SQUARE.distance(e7(50.5), e7(9.1)))
                .isCloseTo(metres(50.5, 9.1, 50.5, 9), within(1.0));
        assertThat(SQUARE.distance(e7(50.5), e7(8.9)))
                .isCloseTo(-metres(50.5, 8.9, 50.5, 9), within(1.0));
        assertThat(SQUARE.distance(e7(52), e7(10))).isCloseTo(metres(52, 10, 51, 9), within(100.0));
        assertThat(SQUARE.distance(e7(49.999), e7(8.3)))
                .isCloseTo(metres(49.999, 8.3, 50, 8.3), within(0.01));
    }

    @Test
    void aShapeThatIsCutAtLongitude180IsOne() {
        FenceGeometry cut =
                FenceGeometry.of(polygon(box(-20, 175, -15, 180), box(-20, -180, -15, -178)));
        FenceGeometry uncut = FenceGeometry.of(polygon(box(-20, 175, -15, 182)));

        for (double[] at :
                new double[][] {
                    {-17, 180}, {-17, -180}, {-17, 179.99}, {-17, -179.99}, {-17, -178.01},
                    {-17, -177.9}, {-17, 174.9}, {-14.9, 180}, {-16, 176}, {-17, 0}
                }) {
            int lat = e7(at[0]);
            int lon = e7(at[1]);
            assertThat(cut.contains(lat, lon)).isEqualTo(uncut.contains(lat, lon));
            assertThat(cut.distance(lat, lon))
                    .as("%s, %s", at[0], at[1])
                    .isCloseTo(uncut.distance(lat, lon), within(0.01));
        }
        assertThat(cut.contains(e7(-17), e7(180))).isTrue();
        assertThat(cut.distance(e7(-17), e7(180)))
                .isCloseTo(-metres(-17, 180, -17, -178), within(1.0));
        Crossing crossing = cut.crossing(e7(-17), e7(174), e7(-17), e7(-176));
        assertThat(crossing.first()).isCloseTo(0.1, within(1e-9));
        assertThat(crossing.last()).isCloseTo(0.8, within(1e-9));
    }

    @Test
    void whereOnlyOnePartTouchesLongitude180ThereIsABorder() {
        FenceGeometry halves =
                FenceGeometry.of(polygon(box(10, 179, 20, 180), box(12, -180, 18, -179)));

        assertThat(halves.distance(e7(15), e7(180)))
                .isCloseTo(-metres(15, 180, 15, 179), within(1.0));
        assertThat(halves.distance(e7(11), e7(-179.999)))
                .isCloseTo(metres(11, -179.999, 11, 180), within(0.01));
        FenceGeometry west = FenceGeometry.of(polygon(box(10, -180, 20, -170)));
        assertThat(west.distance(e7(15), e7(179.999)))
                .isCloseTo(metres(15, 179.999, 15, 180), within(0.01));
        assertThat(west.contains(e7(15), e7(180))).isTrue();
    }

    @Test
    void aWayThroughIsInsideInBetween() {
        Crossing crossing = SQUARE.crossing(e7(49.5), e7(8.5), e7(51.5), e7(8.5));

        assertThat(crossing.first()).isCloseTo(0.25, within(1e-9));
        assertThat(crossing.last()).isCloseTo(0.75, within(1e-9));
        Depth depth = SQUARE.deepest(e7(49.5), e7(8.5), e7(51.5), e7(8.5), crossing);
        double most = metres(50.5, 8.5, 50.5, 8);
        assertThat(depth.metres()).isCloseTo(most, within(0.02 * most));
    }

    @Test
    void aWayThatOnlyTouchesIsNotInside() {
        assertThat(SQUARE.crossing(e7(51), e7(7), e7(51), e7(10))).isNull();
        assertThat(SQUARE.crossing(e7(50.5), e7(7.5), e7(51.5), e7(8.5))).isNull();
        assertThat(SQUARE.crossing(e7(52), e7(7), e7(52), e7(10))).isNull();
        assertThat(SQUARE.crossing(e7(52), e7(7), e7(52), e7(7))).isNull();
    }

    @Test
    void whereAWayBeginsAndEndsIsAsThePlacesAre() {
        assertThat(SQUARE.crossing(e7(50.5), e7(8.5), e7(50.5), e7(8.5)))
                .isEqualTo(new Crossing(0, 1));
        Crossing out = SQUARE.crossing(e7(50.5), e7(8.5), e7(50.5), e7(9.5));
        assertThat(out.first()).isZero();
        assertThat(out.last()).isCloseTo(0.5, within(1e-9));
        Crossing in = SQUARE.crossing(e7(50.5), e7(9.5), e7(50.5), e7(8.5));
        assertThat(in.first()).isCloseTo(0.5, within(1e-9));
        assertThat(in.last()).isEqualTo(1);
        assertThat(SQUARE.crossing(e7(50), e7(8), e7(49), e7(7))).isEqualTo(new Crossing(0, 0));
        assertThat(SQUARE.crossing(e7(49), e7(7), e7(50), e7(8))).isEqualTo(new Crossing(1, 1));
    }

    @Test
    void aWayAlongASideThatEntersIsInsideFromTheCornerOn() {
        FenceGeometry angle =
                FenceGeometry.of(polygon(line(50, 8, 50, 9, 51, 9, 51, 10, 52, 10, 52, 8)));

        Crossing crossing = angle.crossing(e7(49), e7(9), e7(53), e7(9));

        assertThat(crossing.first()).isCloseTo(0.5, within(1e-9));
        assertThat(crossing.last()).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void whatIsNoShapeIsRefused() {
        assertThatThrownBy(() -> FenceGeometry.of(polygon()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no line");
        assertThatThrownBy(() -> FenceGeometry.of(polygon(box(50, 8, 86, 9))))
                .hasMessageContaining("latitude");
        assertThatThrownBy(() -> FenceGeometry.of(polygon(box(50, -61, 51, 60))))
                .hasMessageContaining("too wide");
        assertThatThrownBy(() -> FenceGeometry.of(Fences.circle(0, 0, 500_001)))
                .hasMessageContaining("radius");
        assertThatThrownBy(() -> FenceGeometry.of(Fences.circle(0, 0, Double.NaN)))
                .hasMessageContaining("radius");
        assertThatThrownBy(() -> FenceGeometry.of(polygon(line()))).hasMessageContaining("empty");
        assertThatThrownBy(() -> FenceGeometry.of(polygon(new Area.Ring(new int[2], new int[3]))))
                .hasMessageContaining("half");
    }

    private static FenceGeometry geometry(int... latitudesAndLongitudes) {
        int corners = latitudesAndLongitudes.length / 2;
        int[] latitudes = new int[corners];
        int[] longitudes = new int[corners];
        for (int i = 0; i < corners; i++) {
            latitudes[i] = latitudesAndLongitudes[2 * i];
            longitudes[i] = latitudesAndLongitudes[2 * i + 1];
        }
        return FenceGeometry.of(
                new FenceShape(
                        FenceShape.Kind.POLYGON, List.of(new Area.Ring(latitudes, longitudes)), 0));
    }

    private static boolean contains(FenceGeometry geometry, double latitude, double longitude) {
        return geometry.contains(e7(latitude), e7(longitude));
    }

    private static double metres(double lat1, double lon1, double lat2, double lon2) {
        return Geodesic.WGS84.Inverse(lat1, lon1, lat2, lon2).s12;
    }
}
