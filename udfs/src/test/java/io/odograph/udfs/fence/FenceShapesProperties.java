// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.fence.FenceOutline.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for any polygon, anywhere. */
class FenceShapesProperties {

    /** Corners around a middle at rising angles, at most 0.5 degrees from it: never crosses. */
    private static List<Point> star(SplittableRandom random, int corners) {
        double latitude = random.nextDouble(-80, 80);
        double longitude = random.nextDouble(-180, 180);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / corners;
            double radius = random.nextDouble(0.1, 0.5);
            double east = longitude + radius * Math.cos(angle);
            points.add(
                    new Point(latitude + radius * Math.sin(angle), Math.IEEEremainder(east, 360)));
        }
        return points;
    }

    @Property(tries = 500)
    void aStarIsAccepted(@ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int corners) {
        List<Point> points = star(new SplittableRandom(seed), corners);

        FenceShapes.Result result = FenceShapes.read(Outlines.polygon(points));

        assertThat(result.faults()).isEmpty();
        assertThat(result.shape().points()).isEqualTo(corners);
        int[] longitudes = result.shape().lines().get(0).longitudes();
        for (int i = 0; i < corners; i++) {
            double apart = longitudes[i] / 1e7 - points.get(i).longitude();
            assertThat(Math.abs(Math.IEEEremainder(apart, 360))).isLessThan(1e-7);
        }
    }

    @Property(tries = 500)
    void aBowTieIsRefusedWhereItCrosses(
            @ForAll long seed, @ForAll @IntRange(min = 5, max = 60) int corners) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Point> points = star(random, corners);
        // Two neighbours in the wrong order: the sides before and behind them cross, or fold.
        int at = random.nextInt(corners - 3);
        Collections.swap(points, at + 1, at + 2);

        FenceShapes.Result result = FenceShapes.read(Outlines.polygon(points));

        boolean crosses = crosses(points, at);
        assertThat(result.shape() == null).isEqualTo(crosses);
        if (crosses) {
            assertThat(result.faults())
                    .allSatisfy(
                            fault -> {
                                assertThat(fault.hasPosition()).isTrue();
                                assertThat(fault.longitude()).isBetween(-180.0, 180.0);
                                assertThat(fault.latitude() - points.get(at).latitude())
                                        .isBetween(-1.0, 1.0);
                            });
        }
    }

    @Property(tries = 300)
    void whatIsFoundIsWhatComparingAllSidesFinds(
            @ForAll long seed, @ForAll @IntRange(min = 4, max = 9) int corners) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < corners; i++) {
            points.add(new Point(random.nextDouble(-1, 1), random.nextDouble(-1, 1)));
        }

        assertThat(FenceShapes.read(Outlines.polygon(points)).shape() == null)
                .isEqualTo(crossesAnywhere(points));
    }

    @Property(tries = 300)
    void onAGridTouchesAndCrossingsAreToldApartWhereverTheRingBegins(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            points.add(new Point(random.nextInt(4), random.nextInt(4)));
        }
        boolean refused = FenceShapes.read(Outlines.polygon(points)).shape() == null;

        for (int i = 0; i < points.size(); i++) {
            Collections.rotate(points, 1);
            assertThat(FenceShapes.read(Outlines.polygon(points)).shape() == null)
                    .isEqualTo(refused);
        }
        Collections.reverse(points);
        assertThat(FenceShapes.read(Outlines.polygon(points)).shape() == null).isEqualTo(refused);
    }

    private static boolean crosses(List<Point> points, int near) {
        int size = points.size();
        boolean crosses = false;
        for (int i = near; i < near + 4; i++) {
            for (int j = 0; j < size; j++) {
                crosses |= sidesCross(points, i % size, j);
            }
        }
        return crosses;
    }

    private static boolean crossesAnywhere(List<Point> points) {
        boolean crosses = false;
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < i; j++) {
                crosses |= sidesCross(points, i, j);
            }
        }
        return crosses;
    }

    private static boolean sidesCross(List<Point> points, int i, int j) {
        int size = points.size();
        if (i == j || (i + 1) % size == j || (j + 1) % size == i) {
            return false;
        }
        Point a = points.get(i);
        Point b = points.get((i + 1) % size);
        Point c = points.get(j);
        Point d = points.get((j + 1) % size);
        return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    }

    private static double turn(Point a, Point b, Point c) {
        return Math.signum(
                east(a, b) * (c.latitude() - a.latitude())
                        - (b.latitude() - a.latitude()) * east(a, c));
    }

    private static double east(Point from, Point to) {
        return Math.IEEEremainder(to.longitude() - from.longitude(), 360);
    }
}
