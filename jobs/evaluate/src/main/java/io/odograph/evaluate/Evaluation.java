// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.evaluate.Sensing.Device;
import io.odograph.simulator.Episode;
import io.odograph.simulator.math.Rng;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs the suites; the same seed and scale give the same result, whatever the threads. */
final class Evaluation {

    /** Hours of ordinary driving at scale 1. */
    private static final double ORDINARY = 1_000;

    private static final List<Device> DEVICES = List.of(Device.values());

    private static final int EPISODE_SECONDS = 3_600;

    private Evaluation() {}

    /**
     * Evaluates crash detection.
     *
     * @param seed of all randomness
     * @param scale share of the full suite, above 0
     * @param threads 1 and up
     * @param recordings folder of real recordings, or null
     */
    static EvaluationResult crash(long seed, double scale, int threads, @Nullable Path recordings) {
        List<CrashOutcome> crashes =
                Parallel.map(CrashSuite.of(seed, scale), threads, CrashTrial::run);
        List<HazardResult> hazards = new ArrayList<>();
        Rng root = new Rng(seed).fork("hazards");
        for (Hazard hazard : HazardSuite.all()) {
            hazards.add(hazard(hazard, root, scale, threads));
        }
        hazards.add(ordinary(root, scale, threads));
        List<RecordedRow> recorded = recordings == null ? List.of() : RecordedSuite.run(recordings);
        return new EvaluationResult(seed, scale, crashes, hazards, recorded);
    }

    private static HazardResult hazard(Hazard hazard, Rng root, double scale, int threads) {
        List<Integer> numbers = IntStream.range(0, hazard.count(scale)).boxed().toList();
        return HazardResult.of(
                hazard.scenario(),
                hazard.per1000Hours(),
                hazard.floor(),
                numbers.size() / hazard.per1000Hours() * 1000,
                Parallel.map(numbers, threads, number -> hazard.run(root, number)));
    }

    private static HazardResult ordinary(Rng root, double scale, int threads) {
        int count = (int) Math.max(1, Math.round(ORDINARY * scale));
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        return HazardResult.of(
                "ordinary driving",
                Double.NaN,
                true,
                count,
                Parallel.map(numbers, threads, number -> drive(root, number)));
    }

    private static List<Incident> drive(Rng root, int number) {
        Rng rng = root.fork("ordinary").fork(number);
        Sensing sensing = Sensing.typical(DEVICES.get(number % DEVICES.size()));
        Episode episode =
                Episode.of(sensing.vehicle(rng), rng.fork("run"), CrashCase.START, EPISODE_SECONDS);
        return Judge.incidents(Telemetries.of(episode.reports()));
    }
}
