// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.driving.WindowFacts;
import io.odograph.udfs.driving.WindowSize;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.trip.TripFacts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Scores trips that have ended, days, and the thirty days up to each day; again, in a later
 * revision, where what they are made of is revised. What comes out depends on what comes in and on
 * the versions in force at its event time, on no clock: so replaying it gives the same.
 *
 * <p>Revisions are those of the trip or of the day; of thirty days they are the sum of those of the
 * days. So they rise whatever comes in which order, and none needs be remembered.
 *
 * <p>Stateless but for its models, of which each copy has its own; serves one thread.
 */
public final class ScoreWatch {

    /** A vehicle that was silent for so long begins anew, ms of receive time. */
    public static final long FORGETS = Duration.ofDays(62).toMillis();

    private final Versions<Scorecard> scorecards;
    private final Versions<RiskModel> models;

    /**
     * By these versions.
     *
     * @param scorecards the scorecards; what happens before the first is in force is not scored
     * @param models models beside them, or none
     */
    public ScoreWatch(Versions<Scorecard> scorecards, Versions<RiskModel> models) {
        this.scorecards = scorecards;
        this.models = models;
    }

    /**
     * Takes what is told of a vehicle's driving.
     *
     * @param track the vehicle's state, changed
     * @param output what is told
     * @param rules rules that name versions
     * @param scores takes the scores that follow, in order
     */
    public void accept(
            ScoreTrack track,
            DrivingOutput output,
            ScoreRules rules,
            Consumer<ScoreOutput> scores) {
        if (track.lastAt != ScoreTrack.NEVER && output.detectedAt() - track.lastAt > FORGETS) {
            track.days.clear();
            track.trips = 0;
        }
        track.lastAt = Math.max(track.lastAt, output.detectedAt());
        Telling telling = new Telling(output, rules, scores);
        if (output.kind() == DrivingOutput.Kind.TRIP) {
            acceptTrip(track, telling);
        } else if (isDay(output)) {
            acceptDay(track, telling);
        }
    }

    /** Whether scores are made of it. */
    public static boolean counts(DrivingOutput output) {
        return output.kind() == DrivingOutput.Kind.TRIP || isDay(output);
    }

    private static boolean isDay(DrivingOutput output) {
        return output.kind() == DrivingOutput.Kind.WINDOW && output.part() == WindowSize.DAY;
    }

    private void acceptTrip(ScoreTrack track, Telling telling) {
        DrivingOutput output = telling.cause;
        TripFacts trip = output.trip();
        if (trip == null) {
            if (track.forgetTrip(output.start())) {
                telling.retract(ScoreSubject.TRIP, output.start(), output.revision());
            }
        } else if (trip.reason() != null) {
            Exposure exposure = Exposure.of(trip.totals());
            if (track.tripIsNews(trip.start(), exposure.digest() ^ trip.end())) {
                telling.tell(
                        ScoreSubject.TRIP,
                        trip.start(),
                        trip.end(),
                        output.revision(),
                        0,
                        exposure);
            }
        }
    }

    private void acceptDay(ScoreTrack track, Telling telling) {
        DrivingOutput output = telling.cause;
        WindowFacts window = output.window();
        int at = track.find(output.start());
        ScoreDay known = at < 0 ? null : track.days.get(at);
        if (known != null && output.revision() < known.revision) {
            return;
        }
        ScoreDay day =
                window == null ? gone(output, known) : ScoreDay.of(window, output.revision());
        boolean isNews = known == null || !day.addsUpAs(known);
        boolean isKept = (window != null || known != null) && track.put(day);
        if (!isNews) {
            return;
        }
        if (day.isGone()) {
            telling.retract(ScoreSubject.DAY, day.start, day.revision);
        } else {
            telling.tell(
                    ScoreSubject.DAY,
                    day.start,
                    day.end(),
                    day.revision,
                    1,
                    Exposure.of(List.of(day)));
        }
        if (isKept) {
            roll(track, day, telling);
        }
    }

    /** Its revision counts on in those of thirty days. */
    private static ScoreDay gone(DrivingOutput output, @Nullable ScoreDay known) {
        ScoreDay gone = new ScoreDay();
        gone.start = output.start();
        gone.date = known == null ? 0 : known.date;
        gone.revision = output.revision();
        return gone;
    }

    /** Thirty days that have a changed one among them are scored again. */
    private void roll(ScoreTrack track, ScoreDay changed, Telling telling) {
        for (ScoreDay last : track.days) {
            boolean holds =
                    last.date >= changed.date && last.date < changed.date + ScoreTrack.WINDOW;
            if (!holds || !track.canRoll(last)) {
                continue;
            }
            List<ScoreDay> days = track.upTo(last);
            int revision = 0;
            int driven = 0;
            for (ScoreDay day : days) {
                revision += day.revision;
                driven += day.isGone() ? 0 : 1;
            }
            if (!last.isGone()) {
                telling.tell(
                        ScoreSubject.ROLLING_30_DAYS,
                        last.start,
                        last.end(),
                        revision,
                        driven,
                        Exposure.of(days));
            } else if (last == changed) {
                telling.retract(ScoreSubject.ROLLING_30_DAYS, last.start, revision);
            }
        }
    }

    /** Tells scores that follow from one thing that was told. */
    private final class Telling {

        private final DrivingOutput cause;
        private final ScoreRules rules;
        private final Consumer<ScoreOutput> scores;

        Telling(DrivingOutput cause, ScoreRules rules, Consumer<ScoreOutput> scores) {
            this.cause = cause;
            this.rules = rules;
            this.scores = scores;
        }

        void tell(
                ScoreSubject subject,
                long start,
                long end,
                int revision,
                int days,
                Exposure exposure) {
            Rule rule = rules.at(cause, start);
            Scorecard card = scorecards.at(start, pin(rule, ScoreRules.SCORECARD_VERSION));
            if (card != null) {
                RiskModel model = models.at(start, pin(rule, ScoreRules.MODEL_VERSION));
                scores.accept(
                        ScoreOutput.of(
                                cause,
                                subject,
                                start,
                                end,
                                revision,
                                days,
                                card.score(exposure),
                                model == null ? null : model.evaluate(exposure)));
            }
        }

        void retract(ScoreSubject subject, long start, int revision) {
            scores.accept(ScoreOutput.of(cause, subject, start, start, revision, 0, null, null));
        }

        private static long pin(@Nullable Rule rule, String threshold) {
            Double version = rule == null ? null : rule.thresholds().get(threshold);
            return version == null ? Versions.NO_PIN : version.longValue();
        }
    }
}
