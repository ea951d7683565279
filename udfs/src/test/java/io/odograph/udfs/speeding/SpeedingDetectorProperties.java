// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fixes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any stream of records; the randomness is in the seed, so a failure replays. */
class SpeedingDetectorProperties {

    private static final List<Roads> ROADS = List.of(roads(1), roads(2), roads(3), roads(4));

    private static Roads roads(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Roads roads = Roads.of(Roads.posted(50));
        int metres = 0;
        for (int i = 0; i < 60; i++) {
            metres += random.nextInt(10) == 0 ? 30 : 100 + random.nextInt(900);
            roads.then(metres, limit(random));
        }
        return roads;
    }

    private static RoadLimit limit(SplittableRandom random) {
        float kmh = 10 * random.nextInt(3, 13);
        return switch (random.nextInt(8)) {
            case 0 -> RoadLimit.UNKNOWN;
            case 1 -> Roads.estimated(kmh, kmh + 20, 0.9f);
            case 2 -> Roads.posted(kmh, Roads.during(kmh - 20, 8, 9));
            case 3 -> Roads.posted(kmh, Roads.forClasses(60, VehicleClass.HEAVY_TRUCK));
            default -> Roads.posted(kmh);
        };
    }

    /** A drive with speeds, samplings, losses of the fix, silences and clocks of every kind. */
    static List<Telemetry> records(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Drive drive = Drive.of("car");
        drive.every(random.nextInt(3) == 0 ? 15_000 : 1_000);
        for (int i = 0; i < 25; i++) {
            int seconds = 1 + random.nextInt(60);
            switch (random.nextInt(12)) {
                case 0 -> drive.resting(seconds);
                case 1 -> drive.placed(false).driving(speed(random), seconds).placed(true);
                case 2 -> drive.held().driving(speed(random), seconds).found();
                case 3 -> drive.speechless(seconds);
                case 4 -> drive.after(random.nextLong(120_000));
                case 5 -> drive.fix(FixType.THREE_D, random.nextBoolean() ? -1 : 100);
                case 6 -> drive.every(List.of(200L, 1_000L, 5_000L, 30_000L).get(i % 4));
                case 7 -> {
                    if (random.nextBoolean()) {
                        drive.gnss();
                    }
                }
                default -> drive.driving(speed(random), seconds);
            }
        }
        List<Telemetry> records = new ArrayList<>(drive.records());
        if (random.nextInt(3) == 0 && !records.isEmpty()) {
            long back = random.nextLong(100_000);
            for (int i = random.nextInt(records.size()); i < records.size(); i++) {
                records.set(i, Fixes.setBack(records.get(i), back));
            }
        }
        return records;
    }

    private static double speed(SplittableRandom random) {
        return random.nextInt(30, 150);
    }

    private static SpeedingRun fresh(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Roads roads = ROADS.get(random.nextInt(ROADS.size()));
        SpeedingRun run =
                new SpeedingRun(roads, SpeedingSettings.DEFAULTS, random.nextInt(4), 0.95f);
        if (random.nextInt(4) == 0) {
            run.detector =
                    new SpeedingDetector(
                            SpeedingSettings.DEFAULTS, MatcherSettings.DEFAULTS, roads::network);
        }
        return run.vehicle(
                random.nextBoolean() ? VehicleClass.HEAVY_TRUCK : VehicleClass.PASSENGER_CAR);
    }

    private static SpeedingRun run(long seed) {
        SpeedingRun run = fresh(seed);
        records(seed).forEach(run::take);
        return run.waitForEver();
    }

    /** Else the properties would hold of nothing. */
    @Example
    void randomDrivesReachEveryEdgeAndReason() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<EndReason> reasons = EnumSet.noneOf(EndReason.class);
        Set<LimitProvenance> provenances = EnumSet.noneOf(LimitProvenance.class);
        for (int seed = 0; seed < 100; seed++) {
            for (SpeedingEdge edge : run(seed).edges) {
                kinds.add(edge.kind());
                provenances.add(edge.facts().limit().provenance());
                if (edge.facts().endReason() != null) {
                    reasons.add(edge.facts().endReason());
                }
            }
        }

        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(reasons)))
                .containsExactly(EndReason.SWITCHED_OFF);
        assertThat(provenances)
                .containsExactlyInAnyOrder(
                        LimitProvenance.POSTED,
                        LimitProvenance.CONDITIONAL,
                        LimitProvenance.VEHICLE_CLASS);
    }

    @Property(tries = 300)
    void everyEpisodeStartsRisesAndEnds(@ForAll long seed) {
        SpeedingEdge last = null;
        Set<Long> episodes = new HashSet<>();
        for (SpeedingEdge edge : run(seed).edges) {
            SpeedingFacts facts = edge.facts();
            if (edge.kind() == Kind.START) {
                assertThat(last == null || last.kind() == Kind.END).isTrue();
                assertThat(episodes.add(edge.episode())).isTrue();
                assertThat(facts.duration()).isGreaterThanOrEqualTo(10_000);
            } else {
                assertThat(last).isNotNull();
                assertThat(last.kind()).isNotEqualTo(Kind.END);
                assertThat(edge.episode()).isEqualTo(last.episode());
                assertThat(edge.releasedAt()).isGreaterThanOrEqualTo(last.releasedAt());
            }
            assertThat(facts.duration()).isNotNegative();
            assertThat(facts.peakExcess()).isGreaterThan(facts.thresholds().toleranceAbsolute());
            assertThat(facts.peakTime()).isBetween(facts.start(), facts.end());
            assertThat(facts.meanExcess()).isBetween(0.0, facts.peakExcess() + 1e-6);
            assertThat(facts.matchConfidence()).isGreaterThanOrEqualTo(0.9);
            assertThat(facts.endReason() != null).isEqualTo(edge.kind() == Kind.END);
            last = edge;
        }
        assertThat(last == null || last.kind() == Kind.END).isTrue();
    }

    @Property(tries = 200)
    void aRestartChangesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SpeedingRun restarted = fresh(seed);
        for (Telemetry record : records(seed)) {
            if (random.nextInt(10) == 0) {
                restarted.restart();
            }
            restarted.take(record);
        }

        assertThat(restarted.restart().waitForEver().edges).isEqualTo(run(seed).edges);
    }

    @Property(tries = 200)
    void itDoesNotMatterWhenASilenceIsTold(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SpeedingRun timed = fresh(seed);
        long now = 0;
        for (Telemetry record : records(seed)) {
            long received = random.nextInt(50) == 0 ? 1_000_000 : 0;
            if (now > 0 && random.nextBoolean()) {
                timed.waitUntil(Math.min(record.receivedAt() - 1, now + received));
            }
            timed.take(record);
            now = record.receivedAt();
        }

        assertThat(timed.waitForEver().edges).isEqualTo(run(seed).edges);
    }

    /** The same operator serves one vehicle after the other. */
    @Property(tries = 100)
    void vehiclesDoNotTouchOneAnother(@ForAll long seed) {
        SpeedingRun alone = run(seed);
        SpeedingRun one = fresh(seed);
        SpeedingRun other = fresh(seed);
        other.detector = one.detector;
        List<Telemetry> ones = records(seed);
        List<Telemetry> others = records(seed + 1);
        for (int i = 0; i < Math.max(ones.size(), others.size()); i++) {
            if (i < ones.size()) {
                one.take(ones.get(i));
            }
            if (i < others.size()) {
                other.take(others.get(i));
            }
        }

        assertThat(one.waitForEver().edges).isEqualTo(alone.edges);
    }

    @Property(tries = 200)
    void stateStaysBounded(@ForAll long seed) {
        SpeedingRun run = fresh(seed);
        for (Telemetry record : records(seed)) {
            run.take(record);
            assertThat(run.state.waitingTimes.length).isLessThanOrEqualTo(16);
            assertThat(run.state.waitingSpeeds.length).isEqualTo(run.state.waitingTimes.length);
            assertThat(run.state.pending).isBetween(0, 8);
            OpenEpisode open = run.state.episode;
            if (open != null) {
                assertThat(open.limits.size()).isLessThanOrEqualTo(OpenEpisode.MAX_KINDS);
                assertThat(open.roads.size()).isLessThanOrEqualTo(OpenEpisode.MAX_KINDS);
            }
        }
    }
}
