// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs reports of speed and limit through episodes alone, without roads. */
final class EpisodeRun implements Episodes.Edges {

    /** An edge as it was told. */
    record Told(Kind kind, long episode, long time, SpeedingFacts facts) {}

    final List<Told> told = new ArrayList<>();
    private final EpisodeFacts facts = new EpisodeFacts(new PositionGrid(0));
    private final SpeedReport report = new SpeedReport(key -> "road " + key);
    private final SpeedingThresholds thresholds;
    SpeedingState state = new SpeedingState();

    EpisodeRun(SpeedingThresholds thresholds) {
        this.thresholds = thresholds;
    }

    EpisodeRun() {
        this(SpeedingThresholds.DEFAULTS);
    }

    /** A posted limit on a road of a number, km/h; NaN for none known. */
    static EffectiveLimit limit(float kmh, int road) {
        return new EffectiveLimit(
                LimitKind.VALUE,
                kmh,
                false,
                kmh,
                LimitProvenance.POSTED,
                1,
                kmh,
                null,
                road,
                RoadClass.SECONDARY,
                "DE");
    }

    /** A report at a time, ms. */
    EpisodeRun report(long time, double speed, double kmh) {
        report.time = time;
        report.speed = (float) speed;
        report.kmh = (float) kmh;
        report.limit = Double.isNaN(kmh) ? null : limit((float) kmh, 1);
        report.road = limit((float) kmh, (int) kmh);
        report.fix = true;
        report.key = (int) kmh;
        report.confidence = 0.95f;
        report.latitude = 494_100_000;
        report.longitude = (int) (86_900_000 + time / 10);
        Episodes.take(state, report, thresholds, OpenEpisode::new, this);
        return this;
    }

    /** All reports. */
    EpisodeRun reports(List<PlainEpisodes.Report> reports) {
        reports.forEach(r -> report(r.time(), r.speed(), r.kmh()));
        return this;
    }

    /** The same speed for some seconds, the last one included, in a limit. */
    EpisodeRun drive(int from, int to, double speed, double kmh) {
        for (int second = from; second <= to; second++) {
            report(second * 1_000L, speed, kmh);
        }
        return this;
    }

    /** State as after a restart. */
    EpisodeRun restart() {
        state = StateCopy.of(state);
        return this;
    }

    /** Nothing follows. */
    EpisodeRun silence() {
        Episodes.end(state, EndReason.SILENCE, this);
        return this;
    }

    @Override
    public void emit(Kind kind, OpenEpisode open, long time, @Nullable EndReason endReason) {
        told.add(new Told(kind, open.episode, time, facts.of(open, endReason)));
    }

    /** What was told, in short. */
    List<Kind> kinds() {
        return told.stream().map(Told::kind).toList();
    }

    /** Episodes that ended. */
    List<SpeedingFacts> ended() {
        return told.stream().filter(t -> t.kind() == Kind.END).map(Told::facts).toList();
    }

    /** The only episode that ended. */
    SpeedingFacts theEnded() {
        if (ended().size() != 1) {
            throw new AssertionError(kinds().toString());
        }
        return ended().get(0);
    }
}
