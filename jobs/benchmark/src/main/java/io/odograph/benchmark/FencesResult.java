// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.udfs.geo.Area;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * What was measured with one number of fences.
 *
 * @param fences how many
 * @param rows contenders, Odograph first
 * @param updates changes per second of Odograph
 */
record FencesResult(int fences, List<Row> rows, double updates) {

    private static final long SEED = 1;

    /** From so many fences on, only the tree is built beside: the others take minutes. */
    private static final int MANY = 1_000_000;

    private static final int UPDATES = 200_000;

    /**
     * A contender.
     *
     * @param name what it is called
     * @param build processor time to build it, s
     * @param bytes memory of it for each fence, what a fence is made of included
     * @param timing speed of lookups
     * @param hits fences found for each position
     * @param differing positions whose fences are others than those of JTS
     */
    record Row(
            String name, double build, double bytes, Timing timing, double hits, int differing) {}

    /** Something built, and what that took. */
    private record Built(FenceFinder finder, double seconds, double bytes) {}

    /** Measures all. */
    static FencesResult of(int count, int positions, Race race) {
        FencePlaces places = new FencePlaces(SEED);
        Area.Ring[] fences = places.fences(count);
        Trace trace = places.positions(positions);
        List<Built> built = new ArrayList<>();
        for (Function<Area.Ring[], FenceFinder> maker : makers(count)) {
            built.add(build(maker, fences, race.clock()));
        }
        List<FenceFinder> finders = built.stream().map(Built::finder).toList();
        List<Timing> timings = race.run(finders, List.of(trace));
        // The second is JTS with rays.
        int[][] expected = answers(finders.get(1), trace);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < finders.size(); i++) {
            rows.add(
                    new Row(
                            finders.get(i).name(),
                            built.get(i).seconds,
                            built.get(i).bytes / count,
                            timings.get(i),
                            (double) finders.get(i).match(trace) / positions,
                            differing(answers(finders.get(i), trace), expected)));
        }
        return new FencesResult(
                count, rows, updates((OdographFences) finders.get(0), fences, race.clock()));
    }

    private static List<Function<Area.Ring[], FenceFinder>> makers(int count) {
        List<Function<Area.Ring[], FenceFinder>> makers =
                new ArrayList<>(List.of(OdographFences::new, JtsFences::ray));
        if (count < MANY) {
            makers.addAll(List.of(JtsFences::prepared, S2Fences::new, H3Fences::new));
        }
        return makers;
    }

    private static Built build(
            Function<Area.Ring[], FenceFinder> maker, Area.Ring[] fences, CpuClock clock) {
        long before = used();
        long begin = clock.cpu();
        FenceFinder finder = maker.apply(fences);
        double seconds = (clock.cpu() - begin) / 1e9;
        return new Built(finder, seconds, (double) used() - before);
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int[][] answers(FenceFinder finder, Trace trace) {
        int[][] answers = new int[trace.size()][];
        for (int i = 0; i < answers.length; i++) {
            answers[i] = finder.answer(trace.latitudes()[i], trace.longitudes()[i]);
        }
        return answers;
    }

    private static int differing(int[][] answers, int[][] expected) {
        int differing = 0;
        for (int i = 0; i < answers.length; i++) {
            differing += Arrays.equals(answers[i], expected[i]) ? 0 : 1;
        }
        return differing;
    }

    /** Lets fences change places, so that each change is one of place and shape. */
    private static double updates(OdographFences index, Area.Ring[] fences, CpuClock clock) {
        long begin = clock.cpu();
        for (int i = 0; i < UPDATES; i++) {
            index.put(i % fences.length, fences[(i + 7 * (i / fences.length + 1)) % fences.length]);
        }
        return UPDATES * 1e9 / Math.max(1, clock.cpu() - begin);
    }
}
