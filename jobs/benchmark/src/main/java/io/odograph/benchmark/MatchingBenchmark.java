// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Map matching under JMH: traces per second and, as {@code fixes}, fixes per second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class MatchingBenchmark {

    private static final int DRIVES = 20;

    /** OpenStreetMap data. */
    @Param("sample-data/roads.osm")
    public String osm = "";

    /** Seconds between fixes. */
    @Param({"1", "5", "15", "30"})
    public int interval;

    private MatchingTrial trial;
    private List<Trace> traces;
    private int next;
    private OdographMatcher odograph;
    private OdographMatcher alone;
    private GraphHopperBatch batch;
    private GraphHopperNearest nearest;

    /** For JMH. */
    public MatchingBenchmark() {}

    /** Fixes that were matched. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Count {

        /** Since the iteration began. */
        public long fixes;

        /** For JMH. */
        public Count() {}
    }

    /** Imports the roads and draws the drives. */
    @Setup
    public void open() throws IOException {
        trial = MatchingTrial.of(Path.of(osm), DRIVES);
        traces = trial.traces(interval);
        odograph = trial.odograph();
        alone = trial.odographAlone();
        batch = trial.batch(GraphHopperBatch.DEFAULT_SIGMA);
        nearest = trial.nearest();
    }

    /** Deletes the imported roads. */
    @TearDown
    public void close() {
        trial.close();
    }

    /** Odograph's matcher as jobs run it. */
    @Benchmark
    public long odograph(Count count) {
        return match(odograph, count);
    }

    /** Odograph's matcher without memory. */
    @Benchmark
    public long odographAlone(Count count) {
        return match(alone, count);
    }

    /** GraphHopper's map matching, a whole trace per call. */
    @Benchmark
    public long graphHopperBatch(Count count) {
        return match(batch, count);
    }

    /** The nearest edge of GraphHopper's index with a filter for the heading. */
    @Benchmark
    public long graphHopperNearest(Count count) {
        return match(nearest, count);
    }

    private long match(Contender contender, Count count) {
        Trace trace = traces.get(next);
        next = next + 1 == traces.size() ? 0 : next + 1;
        count.fixes += trace.size();
        return contender.match(trace);
    }
}
