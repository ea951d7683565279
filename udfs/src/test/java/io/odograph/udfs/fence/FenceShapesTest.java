// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Outlines.circle;
import static io.odograph.udfs.fence.Outlines.corridor;
import static io.odograph.udfs.fence.Outlines.line;
import static io.odograph.udfs.fence.Outlines.polygon;
import static io.odograph.udfs.fence.Outlines.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.fence.FenceOutline.Point;
import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FenceShapesTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(
                        "the side from point 1 and the side from point 3 of ring 1 cross,"
                                + " at 1,1",
                        polygon(line(0, 0, 2, 2, 2, 0, 0, 2))),
                refused(
                        "the side from point 1 and the side from point 3 of ring 1 cross,"
                                + " at 11.0000001,48.5",
                        polygon(line(11, 48, 11.0000002, 49, 11.0000002, 48, 11, 49))),
                // Through a corner that both passes share.
                refused(
                        "the side from point 2 and the side from point 5 of ring 1 cross, at 1,1",
                        polygon(line(0, 0, 1, 1, 2, 2, 2, 0, 1, 1, 0, 2))),
                // A corner on a side, and the way goes on beyond it.
                refused(
                        "the side from point 1 and the side from point 4 of ring 1 cross, at 1,0",
                        polygon(line(0, 0, 4, 0, 4, 2, 1, 0, 1, -2, 0, -2))),
                // A spike runs back along itself.
                refused(
                        "the side from point 1 and the side from point 3 of ring 1 run along each"
                                + " other, at 2,0",
                        polygon(line(0, 0, 2, 0, 3, 0, 1, 0, 1, 2))),
                refused(
                        "the side from point 2 of ring 1 and the side from point 1 of ring 2 cross,"
                                + " at 2,1",
                        polygon(square(0, 0, 2), line(1, 1, 3, 1, 1, 1.5))),
                refused(
                        "the side from point 1 of ring 1 and the side from point 1 of ring 2 run"
                                + " along each other, at 1,0",
                        polygon(square(0, 0, 3), square(1, 0, 1))),
                refused("ring 1 has no points", polygon(line())),
                refused("the shape has no points", polygon()),
                refused(
                        "ring 1 has less than three different corners, at 7,5",
                        polygon(line(7, 5, 8, 6, 7, 5))),
                refused("ring 1 encloses no area, at 7,5", polygon(line(7, 5, 8, 6, 9, 7, 7, 5))),
                refused(
                        "the shape has more than 2000 points, at 0.02,0",
                        polygon(line(flat(2001)))),
                refused(
                        "the shape is more than 120 degrees wide, at 61,0",
                        polygon(line(-60, 0, 61, 0, 61, 1))),
                refused(
                        "the shape is more than 120 degrees high, at 0,61",
                        polygon(line(0, -60, 1, -60, 0, 61))),
                refused(
                        "the shape goes more than 34.7 degrees beyond longitude 180, at -144,0",
                        polygon(line(143, 0, -144, 0, 143, 1))),
                refused(
                        "ring 1 goes around a pole, at -120,80",
                        polygon(line(-120, 80, 0, 80, 120, 80))),
                refused(
                        "point 2 of ring 1 is beyond latitude 85, at 1,85.0000001",
                        polygon(line(0, 0, 1, 85.0000001, 2, 0))),
                refused(
                        "point 3 of ring 1 is not within longitude -180..180, at 181,0",
                        polygon(line(179, 0, 180, 1, 181, 0))),
                refused(
                        "point 1 of ring 1 is not finite",
                        polygon(line(0, Double.NaN, 1, 1, 2, 0))),
                refused(
                        "point 1 of line 1 is not finite",
                        corridor(5, Double.POSITIVE_INFINITY, 0, 1, 1)),
                refused(
                        "the shape reaches beyond latitude 85 around this point, at 3,84.9",
                        circle(3, 84.9, 20_000)),
                refused(
                        "the shape reaches beyond latitude 85 around this point, at 4,-85",
                        corridor(5, 3, -84, 4, -85)),
                refused("the radius is not 1..500000 m", circle(3, 4, 0.99)),
                refused("the radius is not 1..500000 m", circle(3, 4, 500_001)),
                refused("the radius is not 1..500000 m", circle(3, 4, Double.NaN)),
                refused("is not 1..10000 m", corridor(10_001, 3, 4, 5, 6)),
                refused("is not 1..10000 m", corridor(0, 3, 4, 5, 6)),
                refused(
                        "a polygon has no radius",
                        new FenceOutline(FenceShape.Kind.POLYGON, List.of(square(0, 0, 1)), 5)),
                refused(
                        "the centre is more than one point, at 1,2",
                        new FenceOutline(FenceShape.Kind.CIRCLE, List.of(line(1, 2, 3, 4)), 5)),
                refused(
                        "a circle has more than one centre",
                        new FenceOutline(
                                FenceShape.Kind.CIRCLE, List.of(line(1, 2), line(3, 4)), 5)),
                refused(
                        "line 1 has less than two different points, at 1,2",
                        corridor(5, 1, 2, 1, 2.00000001)));
    }

    private static Arguments refused(String fault, FenceOutline outline) {
        return Arguments.of(fault, outline);
    }

    private static double[] flat(int points) {
        double[] flat = new double[2 * points];
        for (int i = 0; i < points; i++) {
            flat[2 * i] = i / 100_000.0;
            flat[2 * i + 1] = i == points / 2 ? -1 : 0;
        }
        return flat;
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeIsRefusedWithItsPlace(String fault, FenceOutline outline) {
        FenceShapes.Result result = FenceShapes.read(outline);

        assertThat(result.shape()).isNull();
        assertThat(result.faults().get(0).text()).contains(fault);
        assertThat(result.faults())
                .allSatisfy(f -> assertThat(f.reason()).hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void everyFaultIsToldUpToTen() {
        FenceOutline both = polygon(line(0, 0, 2, 2, 2, 0, 0, 2), line(10, 0, 12, 2, 12, 0, 10, 2));
        assertThat(FenceShapes.read(both).faults()).hasSize(2);

        List<Point> wrong = Collections.nCopies(30, new Point(90, 0));
        assertThat(FenceShapes.read(polygon(wrong)).faults()).hasSize(10);
    }

    @Test
    void repeatedPointsAndTheClosingCornerAreDropped() {
        assertThat(ring(line(0, 0, 0, 0.00000001, 1, 0, 1, 1, 1, 1, 0, 0)))
                .isEqualTo(e7(0, 0, 1, 0, 1, 1));
    }

    @Test
    void pointsAreNamedAsTheyWereGivenAlsoBehindRepeatedOnes() {
        assertThat(
                        FenceShapes.read(polygon(line(0, 0, 0, 0, 2, 2, 2, 0, 0, 2)))
                                .faults()
                                .get(0)
                                .reason())
                .isEqualTo("the side from point 1 and the side from point 4 of ring 1 cross");
    }

    @Test
    void mostPointsAreCountedWithoutTheClosingOne() {
        double[] open = flat(2000);
        double[] closed = new double[open.length + 2];
        System.arraycopy(open, 0, closed, 0, open.length);
        closed[open.length] = open[0];
        closed[open.length + 1] = open[1];

        // Those of one side in line with each other, all corners on it but one.
        FenceShapes.Result result = FenceShapes.read(polygon(line(closed)));
        assertThat(result.faults())
                .noneSatisfy(fault -> assertThat(fault.reason()).contains("2000 points"));
    }

    @Test
    void ringsMayTouchInPointsAndLieWithinEachOther() {
        List<Point> hole = line(0, 2, 1, 1, 1, 3);
        List<Point> cornerOnCorner = line(4, 4, 5, 4, 5, 5);
        assertThat(ok(polygon(square(0, 0, 4), hole, cornerOnCorner)).lines()).hasSize(3);
        // A ring that touches itself in a point: a hole that hangs on the outer corner.
        assertThat(ok(polygon(line(0, 0, 4, 0, 4, 4, 0, 0, 3, 2, 2, 1))).lines()).hasSize(1);
    }

    @Test
    void theShorterWayIsMeantAcrossTheAntimeridian() {
        assertThat(ring(line(179, 0, -179, 0, -179, 1, 179, 1)))
                .isEqualTo(e7(-181, 0, -179, 0, -179, 1, -181, 1));
        assertThat(ring(line(170, 0, -179, 0, -179, 1, 170, 1)))
                .isEqualTo(e7(170, 0, 181, 0, 181, 1, 170, 1));
        assertThat(ok(corridor(5, 179.9, 0, -179.8, 0)).lines().get(0))
                .isEqualTo(e7(-180.1, 0, -179.8, 0));
        assertThat(ok(circle(180, 0, 5)).lines().get(0)).isEqualTo(e7(-180, 0));
    }

    @Test
    void partsThatWereCutAtTheAntimeridianComeTogether() {
        FenceShape shape =
                ok(
                        polygon(
                                line(170, 0, 180, 0, 180, 10, 170, 10),
                                line(-180, 0, -175, 0, -175, 10, -180, 10)));

        assertThat(shape.lines())
                .containsExactly(
                        e7(170, 0, 180, 0, 180, 10, 170, 10), e7(180, 0, 185, 0, 185, 10, 180, 10));
    }

    @Test
    void aPlaceOfAFaultAcrossTheAntimeridianIsWithin180() {
        assertThat(FenceShapes.read(polygon(line(179, 0, -179, 2, -179, 0, 179, 2))).faults())
                .extracting(FenceFault::text)
                .containsExactly(
                        "the side from point 1 and the side from point 3 of ring 1 cross,"
                                + " at -180,1");
    }

    @Test
    void corridorsMayCrossThemselvesAndCirclesKeepTheirRadius() {
        assertThat(ok(corridor(10_000, 0, 0, 2, 2, 2, 0, 0, 2)).radius()).isEqualTo(10_000);
        assertThat(ok(circle(11.5, 48.1, 250)))
                .isEqualTo(new FenceShape(FenceShape.Kind.CIRCLE, List.of(e7(11.5, 48.1)), 250));
    }

    @Test
    void theLargestPolygonTakesMilliseconds() {
        List<Point> comb = new ArrayList<>();
        for (int i = 0; i < 999; i++) {
            comb.add(new Point(i % 2, i / 100.0));
        }
        comb.add(new Point(-1, 9.98));
        comb.add(new Point(-1, 0));

        long before = System.nanoTime();
        ok(polygon(comb));
        assertThat(System.nanoTime() - before).isLessThan(2_000_000_000L);
    }

    private static FenceShape ok(FenceOutline outline) {
        FenceShapes.Result result = FenceShapes.read(outline);
        assertThat(result.faults()).isEmpty();
        return result.shape();
    }

    private static Area.Ring ring(List<Point> points) {
        return ok(polygon(points)).lines().get(0);
    }

    private static Area.Ring e7(double... longitudesAndLatitudes) {
        int[] latitudes = new int[longitudesAndLatitudes.length / 2];
        int[] longitudes = new int[latitudes.length];
        for (int i = 0; i < latitudes.length; i++) {
            longitudes[i] = (int) Math.round(longitudesAndLatitudes[2 * i] * 1e7);
            latitudes[i] = (int) Math.round(longitudesAndLatitudes[2 * i + 1] * 1e7);
        }
        return new Area.Ring(latitudes, longitudes);
    }
}
