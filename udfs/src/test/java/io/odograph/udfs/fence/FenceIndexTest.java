// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import static io.odograph.udfs.fence.Fences.box;
import static io.odograph.udfs.fence.Fences.circle;
import static io.odograph.udfs.fence.Fences.containing;
import static io.odograph.udfs.fence.Fences.corridor;
import static io.odograph.udfs.fence.Fences.e7;
import static io.odograph.udfs.fence.Fences.line;
import static io.odograph.udfs.fence.Fences.polygon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.udfs.IntList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FenceIndexTest {

    private static final int LATITUDE = e7(50);

    @Test
    void anEmptyIndexHasNothing() {
        FenceIndex index = new FenceIndex();

        assertThat(containing(index, 0, 0)).isEmpty();
        assertThat(index.size()).isZero();
        assertThat(index.remove(5)).isFalse();
        assertThat(index.remove(5_000)).isFalse();
        assertThat(index.geometry(5_000)).isNull();
        assertThat(index.contains(0, 0, 0)).isFalse();
        assertThat(index.distance(0, 0, 0)).isInfinite();
        assertThat(index.crossing(0, 0, 0, 1, 1)).isNull();
    }

    @Test
    void whatIsFoundIsAppendedAscending() {
        FenceIndex index = new FenceIndex();
        index.put(7, polygon(box(50, 8, 50.001, 8.001)));
        index.put(3, polygon(box(40, 0, 60, 20)));
        index.put(100, circle(50, 8, 1_000));
        IntList out = new IntList();
        out.add(9);

        index.containing(e7(50.0005), e7(8.0005), out);

        assertThat(out.toArray()).containsExactly(9, 3, 7, 100);
        assertThat(index.contains(7, e7(50.0005), e7(8.0005))).isTrue();
        assertThat(index.distance(100, e7(50), e7(8))).isEqualTo(-1_000);
        assertThat(index.crossing(3, e7(50), e7(8), e7(50), e7(9))).isEqualTo(new Crossing(0, 1));
    }

    @Test
    void aShapeThatIsRefusedChangesNothing() {
        FenceIndex index = new FenceIndex();
        index.put(0, circle(50, 8, 100));

        assertThatThrownBy(() -> index.put(0, circle(50, 8, -1)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(containing(index, e7(50), e7(8))).containsExactly(0);
    }

    @Test
    void fencesAcrossLongitude180AreFoundFromBothSides() {
        FenceIndex index = new FenceIndex();
        index.put(0, polygon(box(-20, 175, -15, 182)));
        index.put(1, circle(-17, 179.9999, 5_000));
        index.put(2, corridor(1_000, line(-17, 179, -17, 181)));
        index.put(3, polygon(box(-20, -182, -15, -175)));
        index.put(4, polygon(box(-17.1, -180, -16.9, -179.9), box(-17.1, 179.9, -16.9, 180)));

        for (double longitude : new double[] {180, -180, 179.999, -179.999}) {
            assertThat(containing(index, e7(-17), e7(longitude)))
                    .as("%s", longitude)
                    .containsExactly(0, 1, 2, 3, 4);
        }
        IntList near = new IntList();
        index.touching(e7(-17.5), e7(179.95), e7(-16.5), e7(-179.95), 10, near);
        assertThat(near.toArray()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void anyChangesLeaveWhatOneAfterTheOtherSays() {
        Random random = new Random(11);
        for (int longitude : new int[] {e7(8), e7(179.99), e7(-179.99)}) {
            FenceIndex index = new FenceIndex();
            FenceGeometry[] all = new FenceGeometry[300];
            for (int step = 0; step < 4_000; step++) {
                int fence = random.nextInt(all.length);
                if (random.nextInt(3) == 0) {
                    assertThat(index.remove(fence)).isEqualTo(all[fence] != null);
                    all[fence] = null;
                } else {
                    FenceShape shape = Fences.any(random, LATITUDE, longitude, 2_000_000);
                    all[fence] = FenceGeometry.of(shape);
                    index.put(fence, shape);
                }
                int lat = LATITUDE + random.nextInt(5_000_000) - 2_500_000;
                int lon = wrapped(longitude + random.nextInt(5_000_000) - 2_500_000L);
                assertThat(containing(index, lat, lon)).isEqualTo(containing(all, lat, lon));
            }
            assertThat(index.size())
                    .isEqualTo((int) Arrays.stream(all).filter(each -> each != null).count());
            for (int fence = 0; fence < all.length; fence++) {
                index.remove(fence);
            }
            assertThat(index.size()).isZero();
            assertThat(containing(index, LATITUDE, longitude)).isEmpty();
        }
    }

    @Test
    void noFenceThatAWayComesNearToIsMissing() {
        Random random = new Random(12);
        FenceIndex index = new FenceIndex();
        FenceGeometry[] all = new FenceGeometry[2_000];
        int middle = e7(180);
        for (int fence = 0; fence < all.length; fence++) {
            FenceShape shape = Fences.any(random, e7(60), middle, 20_000_000);
            all[fence] = FenceGeometry.of(shape);
            index.put(fence, shape);
        }
        int near = 0;
        for (int i = 0; i < 150; i++) {
            double size = Math.pow(10, 3 + 4 * random.nextDouble());
            long lat = e7(60) + random.nextInt(40_000_000) - 20_000_000L;
            long lon = middle + random.nextInt(40_000_000) - 20_000_000L;
            int lat2 = (int) (lat + size * random.nextGaussian());
            int lon2 = wrapped(lon + (long) (size * random.nextGaussian()));
            double margin = 5_000 * random.nextDouble();
            IntList found = new IntList();
            index.touching((int) lat, wrapped(lon), lat2, lon2, margin, found);
            boolean[] isFound = new boolean[all.length];
            for (int fence : found.toArray()) {
                isFound[fence] = true;
            }
            for (int fence = 0; fence < all.length; fence++) {
                if (!isFound[fence]) {
                    assertThat(all[fence].crossing((int) lat, wrapped(lon), lat2, lon2)).isNull();
                    assertThat(all[fence].distance((int) lat, wrapped(lon))).isGreaterThan(margin);
                    assertThat(all[fence].distance(lat2, lon2)).isGreaterThan(margin);
                }
            }
            near += found.size();
        }
        assertThat(near).isBetween(150, 150 * all.length / 4);
    }

    @Test
    void readersBesideAWriterSeeOneMoment() throws Exception {
        FenceIndex index = new FenceIndex();
        // One of two shapes around the place, of different levels, is always there.
        FenceGeometry small = FenceGeometry.of(circle(50, 8, 100));
        FenceGeometry large = FenceGeometry.of(polygon(box(49, 7, 51, 9)));
        index.put(0, small);
        AtomicBoolean stopped = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Long> reader =
                threads.submit(
                        () -> {
                            long reads = 0;
                            IntList out = new IntList();
                            IntList near = new IntList();
                            while (!stopped.get()) {
                                out.truncate(0);
                                near.truncate(0);
                                index.containing(e7(50), e7(8), out);
                                index.touching(e7(50), e7(8), e7(50), e7(8), 0, near);
                                assertThat(out.toArray()).startsWith(0);
                                assertThat(near.toArray()).startsWith(0);
                                assertThat(index.contains(0, e7(50), e7(8))).isTrue();
                                reads++;
                            }
                            return reads;
                        });
        Random random = new Random(13);
        List<FenceGeometry> others =
                random.ints(200)
                        .mapToObj(i -> FenceGeometry.of(Fences.any(random, e7(50), e7(8), 100_000)))
                        .toList();
        long until = System.nanoTime() + 1_500_000_000L;
        int writes = 0;
        while (System.nanoTime() < until && !reader.isDone()) {
            index.put(0, writes % 2 == 0 ? large : small);
            int other = 1 + random.nextInt(5_000);
            if (random.nextInt(4) == 0) {
                index.remove(other);
            } else {
                index.put(other, others.get(random.nextInt(others.size())));
            }
            writes++;
        }
        stopped.set(true);
        threads.shutdown();
        assertThat(reader.get()).isGreaterThan(100);
        assertThat(writes).isGreaterThan(1_000);
    }

    private static int wrapped(long longitude) {
        return (int) Way.near(longitude, 0);
    }
}
