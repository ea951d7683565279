// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.trip.TripEnd;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScoreProperties {

    @Provide
    Arbitrary<Scorecard> scorecards() {
        Arbitrary<List<ScoreFactor>> factors =
                Arbitraries.of(ScoreFactor.values())
                        .filter(factor -> !factor.isExposure())
                        .list()
                        .uniqueElements()
                        .ofMinSize(1)
                        .ofMaxSize(8);
        return Combinators.combine(
                        factors, Arbitraries.randoms(), Arbitraries.doubles().between(1, 5_000))
                .as(ScoreProperties::scorecard);
    }

    private static Scorecard scorecard(List<ScoreFactor> of, Random random, double credibility) {
        List<ScorecardFactor> factors = new ArrayList<>();
        int left = 10_000;
        for (int i = 0; i < of.size(); i++) {
            int others = of.size() - 1 - i;
            int weight = others == 0 ? left : 1 + random.nextInt(left - others);
            left -= weight;
            double most = Math.min(20, of.get(i).most());
            factors.add(
                    new ScorecardFactor(
                            of.get(i),
                            weight / 100.0,
                            random.nextDouble() * most,
                            curve(random, most)));
        }
        return new Scorecard("any", 1, 0, credibility, 1, 1, factors);
    }

    private static ScoreCurve curve(Random random, double most) {
        List<Double> values = new ArrayList<>();
        List<Double> points = new ArrayList<>();
        double value = 0;
        double worth = 100;
        for (int i = 0; i < 5; i++) {
            values.add(value);
            points.add(worth);
            value += (0.01 + random.nextDouble()) * most / 6;
            worth *= random.nextDouble();
        }
        return new ScoreCurve(values, points);
    }

    @Provide
    Arbitrary<DrivingTotals> driving() {
        return Combinators.combine(Arbitraries.integers().between(0, 900), Arbitraries.randoms())
                .as(ScoreProperties::totals);
    }

    private static DrivingTotals totals(int kilometres, Random random) {
        DrivingTotals totals = Drives.driving(kilometres);
        for (int i = 0; i < totals.harsh.length; i++) {
            totals.harsh[i] = random.nextInt(9);
        }
        totals.nightDistance = (long) (random.nextDouble() * totals.distance);
        totals.rushDistance = (long) (random.nextDouble() * totals.distance);
        totals.phoneKnown = (long) (random.nextDouble() * totals.moving);
        totals.phone = (long) (random.nextDouble() * totals.phoneKnown);
        totals.maxSpeed = random.nextFloat() * 200;
        return totals;
    }

    @Property
    void contributionsAddUpToTheScore(
            @ForAll("scorecards") Scorecard card, @ForAll("driving") DrivingTotals driven) {
        Score score = card.score(Exposure.of(driven));

        int cost = score.factors().stream().mapToInt(ScoredFactor::penaltyHundredths).sum();
        assertThat(card.problems()).isEmpty();
        assertThat(score.hundredths()).isBetween(0, 10_000).isEqualTo(10_000 - cost);
    }

    @Property
    void moreHarshEventsNeverRaiseTheScore(
            @ForAll("scorecards") Scorecard card,
            @ForAll("driving") DrivingTotals driven,
            @ForAll @IntRange(min = 0, max = 11) int slot,
            @ForAll @IntRange(min = 1, max = 50) int more) {
        int before = card.score(Exposure.of(driven)).hundredths();
        driven.harsh[slot] += more;

        assertThat(card.score(Exposure.of(driven)).hundredths()).isLessThanOrEqualTo(before);
    }

    @Property
    void noExposureGivesTheMeanOfTheFleet(@ForAll("scorecards") Scorecard card) {
        Score score = card.score(new Exposure());

        for (int i = 0; i < card.factors().size(); i++) {
            assertThat(score.factors().get(i).shrunk())
                    .isEqualTo(card.factors().get(i).fleetMean());
        }
        assertThat(score.credibility()).isZero();
    }

    @Property(tries = 300)
    void theOrderInWhichDaysAreRevisedDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 35) int days, @ForAll Random random) {
        List<DrivingOutput> told = days(days, random);
        List<DrivingOutput> shuffled = new ArrayList<>(told);
        // A day and the one before it: late records reach no farther back.
        for (int i = 0; i < shuffled.size(); i += 6) {
            Collections.shuffle(shuffled.subList(i, Math.min(i + 6, shuffled.size())), random);
        }

        assertThat(last(shuffled)).isEqualTo(last(told));
        assertThat(last(told)).isEqualTo(last(told));
    }

    /** Each day in up to three revisions. */
    private static List<DrivingOutput> days(int days, Random random) {
        List<DrivingOutput> told = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            for (int revision = 1; revision <= 3; revision++) {
                boolean gone = revision == 2 && random.nextInt(4) == 0;
                told.add(
                        Drives.day(
                                day, revision, gone ? null : totals(random.nextInt(300), random)));
            }
        }
        return told;
    }

    @Property(tries = 300)
    void aRevisionTellsOnlyWhatIsNewAndRises(
            @ForAll @IntRange(min = 1, max = 35) int days, @ForAll Random random) {
        List<DrivingOutput> told = days(days, random);
        // The last revision of each day comes behind the first of the next.
        for (int i = 2; i + 1 < told.size(); i += 3) {
            Collections.swap(told, i, i + 1);
        }
        List<ScoreOutput> all = Scores.of(told);
        Map<String, ScoreOutput> last = new TreeMap<>();
        for (ScoreOutput output : all) {
            ScoreOutput before = last.put(Scores.key(output), output);
            if (before != null) {
                assertThat(output.revision()).isGreaterThan(before.revision());
            }
        }
    }

    @Property(tries = 100)
    void rollingScoresAreThoseOfTheSumOfTheDays(@ForAll Random random) {
        List<DrivingTotals> driven = new ArrayList<>();
        List<DrivingOutput> told = new ArrayList<>();
        for (int day = 0; day < 45; day++) {
            driven.add(totals(random.nextInt(300), random));
            told.add(Drives.day(day, 1, driven.get(day)));
        }
        DrivingTotals sum = new DrivingTotals();
        driven.subList(15, 45).forEach(sum::add);

        ScoreOutput rolling =
                last(told).get(ScoreSubject.ROLLING_30_DAYS + " " + Drives.startOf(44));

        assertThat(rolling.score()).isEqualTo(Drives.scorecard().score(Exposure.of(sum)));
        assertThat(rolling.days()).isEqualTo(30);
    }

    @Property(tries = 100)
    void theSameInputGivesTheSame(@ForAll Random random) {
        List<DrivingOutput> told = days(10, random);
        told.add(Drives.trip(1_000, 4, TripEnd.GAP, totals(20, random)));

        assertThat(Scores.of(told)).isEqualTo(Scores.of(told)).isNotEmpty();
    }

    /** What was told last of each subject, without when it was decided. */
    private static Map<String, ScoreOutput> last(List<DrivingOutput> told) {
        return Scores.last(Scores.of(told));
    }
}
