// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.speeding.EpisodeRun.Told;
import io.odograph.udfs.speeding.PlainEpisodes.Episode;
import io.odograph.udfs.speeding.PlainEpisodes.Report;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds of episodes in any drive; the randomness is in the seed, so a failure replays. */
class EpisodeProperties {

    private static final int REPORTS = 200;

    /** A drive whose speed wanders around limits that change, with gaps of every kind. */
    static List<Report> drive(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long usual = List.of(1_000L, 1_000L, 2_000L, 15_000L, 30_000L).get(random.nextInt(5));
        double trouble = random.nextDouble(0.2);
        double eager = random.nextDouble(-10, 40);
        List<Report> reports = new ArrayList<>();
        long time = 1_000_000;
        double speed = 50;
        double limit = 50;
        double seen = 50;
        for (int i = 0; i < REPORTS; i++) {
            boolean odd = random.nextInt(20) == 0;
            time += odd ? random.nextLong(90_000) : usual;
            if (random.nextInt(15) == 0) {
                limit = 10 * random.nextInt(1, 14);
            }
            if (random.nextInt(6) == 0) {
                double known = random.nextInt(25) == 0 ? Double.POSITIVE_INFINITY : limit;
                seen = random.nextDouble() < trouble ? Double.NaN : known;
            }
            speed += (limit + eager - speed) * 0.2 + random.nextDouble(-8, 8);
            boolean stands = random.nextInt(60) == 0;
            double told = stands ? 0 : Math.max(0, speed);
            boolean speechless = random.nextDouble() < trouble / 4;
            reports.add(new Report(time, speechless ? Double.NaN : told, seen));
        }
        return reports;
    }

    static SpeedingThresholds thresholds(long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        if (random.nextBoolean()) {
            return SpeedingThresholds.DEFAULTS;
        }
        return SpeedingThresholds.DEFAULTS.with(
                Map.of(
                        SpeedingThresholds.TOLERANCE_ABSOLUTE, (double) random.nextInt(20),
                        SpeedingThresholds.TOLERANCE_RELATIVE, (double) random.nextInt(20),
                        SpeedingThresholds.MIN_DURATION, (double) random.nextInt(40),
                        SpeedingThresholds.MERGE_GAP, (double) random.nextInt(20),
                        SpeedingThresholds.MAX_GAP, 20.0 + random.nextInt(100),
                        SpeedingThresholds.BAND_HOLD, (double) random.nextInt(8),
                        SpeedingThresholds.HYSTERESIS, (double) random.nextInt(8)));
    }

    private static EpisodeRun run(long seed) {
        return new EpisodeRun(thresholds(seed)).reports(drive(seed)).silence();
    }

    /** Else the properties would hold of nothing. */
    @Example
    void randomDrivesReachEveryEdgeBandAndReason() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<SpeedBand> bands = EnumSet.noneOf(SpeedBand.class);
        Set<EndReason> reasons = EnumSet.noneOf(EndReason.class);
        int episodes = 0;
        for (int seed = 0; seed < 300; seed++) {
            for (Told edge : run(seed).told) {
                kinds.add(edge.kind());
                bands.add(edge.facts().band());
                if (edge.kind() == Kind.END) {
                    reasons.add(edge.facts().endReason());
                    episodes++;
                }
            }
        }

        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(bands).containsExactlyInAnyOrder(SpeedBand.values());
        assertThat(reasons)
                .containsExactlyInAnyOrder(EndReason.BELOW_LIMIT, EndReason.GAP, EndReason.SILENCE);
        assertThat(episodes).isGreaterThan(500);
    }

    @Property(tries = 2_000)
    void episodesAreThoseOfAPlainComputation(@ForAll long seed) {
        assertSame(run(seed), PlainEpisodes.of(thresholds(seed), drive(seed)));
    }

    /** Compares what was told with episodes that were computed. */
    static void assertSame(EpisodeRun run, List<Episode> expected) {
        assertThat(run.ended().stream().map(SpeedingFacts::start).toList())
                .isEqualTo(expected.stream().map(Episode::start).toList());
        for (int i = 0; i < expected.size(); i++) {
            Episode plain = expected.get(i);
            SpeedingFacts told = run.ended().get(i);
            assertThat(told.end()).isEqualTo(plain.end());
            assertThat(told.endReason()).isEqualTo(plain.reason());
            assertThat(told.band()).isEqualTo(plain.band());
            assertThat(told.peakSpeed()).isEqualTo(plain.peakSpeed());
            assertThat(told.peakExcess()).isEqualTo(plain.peakExcess());
            assertThat(told.peakTime()).isEqualTo(plain.peakTime());
            assertThat(told.speedSeconds()).isCloseTo(plain.speedSeconds(), within(1e-6));
            assertThat(told.distance()).isCloseTo(plain.distance(), within(1e-6));
            assertThat(told.matchedShare()).isEqualTo((double) plain.known() / plain.reports());
            Told start = startOf(run, plain.start());
            assertThat(start.time()).isEqualTo(plain.toldAt());
            assertThat(start.facts().band()).isEqualTo(plain.bandAtStart());
        }
    }

    private static Told startOf(EpisodeRun run, long episode) {
        return run.told.stream()
                .filter(t -> t.kind() == Kind.START && t.episode() == episode)
                .findFirst()
                .orElseThrow();
    }

    @Property(tries = 500)
    void everyEpisodeStartsRisesAndEnds(@ForAll long seed) {
        Told last = null;
        for (Told edge : run(seed).told) {
            if (edge.kind() == Kind.START) {
                assertThat(last == null || last.kind() == Kind.END).isTrue();
            } else {
                assertThat(last).isNotNull();
                assertThat(last.kind()).isNotEqualTo(Kind.END);
                assertThat(edge.episode()).isEqualTo(last.episode());
            }
            if (edge.kind() == Kind.BAND) {
                assertThat(edge.facts().band()).isGreaterThan(last.facts().band());
            } else if (edge.kind() == Kind.END) {
                assertThat(edge.facts().band()).isEqualTo(last.facts().band());
            }
            assertThat(edge.facts().endReason() != null).isEqualTo(edge.kind() == Kind.END);
            last = edge;
        }
        assertThat(last == null || last.kind() == Kind.END).isTrue();
    }

    @Property(tries = 500)
    void nothingIsToldOfWhoKeepsToTheLimits(@ForAll long seed) {
        EpisodeRun run = new EpisodeRun(thresholds(seed));
        for (Report r : drive(seed)) {
            run.report(r.time(), Math.min(r.speed(), r.kmh()), r.kmh());
        }

        assertThat(run.silence().told).isEmpty();
    }

    @Property(tries = 500)
    void numbersOfAnEpisodeAgreeWithOneAnother(@ForAll long seed) {
        for (Told edge : run(seed).told) {
            SpeedingFacts facts = edge.facts();
            assertThat(facts.duration()).isNotNegative();
            assertThat(facts.peakExcess()).isPositive();
            assertThat(facts.peakTime()).isBetween(facts.start(), facts.end());
            assertThat(facts.meanExcess()).isBetween(0.0, facts.peakExcess() + 1e-6);
            assertThat(facts.matchedShare()).isBetween(0.0, 1.0);
            assertThat(facts.limits()).isNotEmpty().hasSizeLessThanOrEqualTo(8);
            double shares = facts.limits().stream().mapToDouble(SeenLimit::share).sum();
            assertThat(shares).isBetween(0.0, 1 + 1e-9);
            assertThat(facts.limit()).isEqualTo(facts.limits().get(0));
        }
    }

    @Property(tries = 500)
    void aRestartChangesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        EpisodeRun restarted = new EpisodeRun(thresholds(seed));
        for (Report r : drive(seed)) {
            if (random.nextInt(5) == 0) {
                restarted.restart();
            }
            restarted.report(r.time(), r.speed(), r.kmh());
        }

        assertThat(restarted.silence().told).isEqualTo(run(seed).told);
    }
}
