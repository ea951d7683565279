// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.testing.Fences;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FenceCellsTest {

    @Test
    void fencesToKeepInAndThoseAsWideAsARegionAreNoMatterOfCells() {
        assertThat(FenceCells.isLocal(Fences.box("a", FenceKind.ZONE, 0, 0, 9_000, 9_000)))
                .isTrue();
        assertThat(FenceCells.isLocal(Fences.box("a", FenceKind.KEEP_IN, 0, 0, 90, 90))).isFalse();
        assertThat(FenceCells.isLocal(Fences.box("a", FenceKind.ZONE, 0, 0, 90, 60_000))).isFalse();
        assertThat(FenceCells.isLocal(Fences.circle("a", FenceKind.ZONE, 0, 0, 30_000))).isFalse();
    }

    /** The reader is what decides whether a fence is near; its cells must be asked then. */
    @Test
    void whoIsNearAFenceAsksOneOfItsCells() {
        SplittableRandom random = new SplittableRandom(5);
        int near = 0;
        for (int i = 0; i < 30_000; i++) {
            int latitude = random.nextInt(-840_000_000, 840_000_000);
            int longitude = random.nextInt(-1_800_000_000, 1_800_000_001);
            if (i % 4 == 0) {
                longitude = (i % 8 == 0 ? -1 : 1) * (1_800_000_000 - random.nextInt(30_000));
            }
            Fence fence = circle(latitude, longitude, random.nextInt(1, 3_000));
            VehicleWay way = way(latitude, longitude, random);
            if (isNear(fence, way)) {
                near++;
                assertThat(cells(way)).as("%s %s", fence, way).containsAnyElementsOf(cells(fence));
            }
        }
        assertThat(near).isGreaterThan(5_000);
    }

    private static VehicleWay way(int latitude, int longitude, SplittableRandom random) {
        int lat = latitude + random.nextInt(-80_000, 80_000);
        int lon = folded((long) longitude + random.nextInt(-120_000, 120_000));
        boolean joined = random.nextBoolean();
        return new VehicleWay(
                joined ? 0 : VehicleWay.NONE,
                joined ? lat + random.nextInt(-30_000, 30_000) : lat,
                joined ? folded((long) lon + random.nextInt(-30_000, 30_000)) : lon,
                1_000,
                lat,
                lon);
    }

    private static int folded(long longitude) {
        return (int) (Math.floorMod(longitude + 1_800_000_000L, 3_600_000_000L) - 1_800_000_000L);
    }

    private static boolean isNear(Fence fence, VehicleWay way) {
        FenceGeometry geometry = FenceGeometry.of(fence.shape());
        return geometry.distance(way.latitude(), way.longitude()) <= FenceReading.NEAR
                || (way.hasBeginning()
                        && (geometry.distance(way.fromLatitude(), way.fromLongitude())
                                        <= FenceReading.NEAR
                                || geometry.crossing(
                                                way.fromLatitude(),
                                                way.fromLongitude(),
                                                way.latitude(),
                                                way.longitude())
                                        != null));
    }

    private static List<Long> cells(Fence fence) {
        List<Long> cells = new ArrayList<>();
        FenceCells.ofFence(fence, cells::add);
        assertThat(cells).doesNotHaveDuplicates();
        return cells;
    }

    private static List<Long> cells(VehicleWay way) {
        List<Long> cells = new ArrayList<>();
        FenceCells.ofWay(way, cells::add);
        assertThat(cells).doesNotHaveDuplicates();
        return cells;
    }

    private static Fence circle(int latitude, int longitude, double radius) {
        Fence any = Fences.circle("a", FenceKind.ZONE, 0, 0, radius);
        Area.Ring centre = new Area.Ring(new int[] {latitude}, new int[] {longitude});
        return new Fence(
                any.terms(),
                any.scope(),
                new FenceShape(FenceShape.Kind.CIRCLE, List.of(centre), radius),
                null);
    }
}
