// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.IntList;
import io.odograph.udfs.geo.Area;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lookups of positions among fences under JMH, per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class FencesBenchmark {

    private static final int POSITIONS = 100_000;

    /** How many fences. */
    @Param({"1000", "100000", "1000000"})
    public int fences;

    private final IntList found = new IntList();
    private Area.Ring[] rings;
    private Trace positions;
    private OdographFences odograph;
    private JtsFences tree;
    private int next;

    /** For JMH. */
    public FencesBenchmark() {}

    /** Draws fences and builds the indexes. */
    @Setup
    public void build() {
        FencePlaces places = new FencePlaces(1);
        rings = places.fences(fences);
        positions = places.positions(POSITIONS);
        odograph = new OdographFences(rings);
        tree = JtsFences.ray(rings);
    }

    /** Odograph's index. */
    @Benchmark
    public int odographFences() {
        return find(odograph);
    }

    /** The tree of JTS, counting crossings of rays. */
    @Benchmark
    public int jtsTree() {
        return find(tree);
    }

    /** A change of a fence of Odograph's index. */
    @Benchmark
    public int odographUpdate() {
        int fence = step(fences);
        odograph.put(fence, rings[fences - 1 - fence]);
        return fence;
    }

    private int find(FenceFinder finder) {
        int at = step(POSITIONS);
        found.truncate(0);
        finder.find(positions.latitudes()[at], positions.longitudes()[at], found);
        return found.size();
    }

    private int step(int count) {
        next = next + 1 < count ? next + 1 : 0;
        return next;
    }
}
