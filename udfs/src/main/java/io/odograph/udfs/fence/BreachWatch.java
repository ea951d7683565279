// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.FenceTrack.Side;
import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.motion.MotionTrack;
import java.io.Serializable;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells breaches of fences and visits to them of how a vehicle's places lie to its fences.
 *
 * <p>A vehicle is inside once so many of its positions in a row are, by more than they may be off,
 * and outside once so many are, by more than they may be off and the hysteresis; in between nothing
 * changes. Where it stands is judged once, after a minute, by the mean of its positions, and then
 * not again until it has left. So noise and drift at the line make no crossings. When it crossed is
 * where its way crossed the line, not when that was sure.
 *
 * <p>What it tells depends on the sightings and readings in their order alone. Stateless and
 * thread-safe; the state belongs to the caller.
 */
public final class BreachWatch implements Serializable {

    /** Counted where a vehicle is in more fences than are remembered. */
    public static final String TOO_MANY = "numFencesNotWatched";

    /** Who is through a fence has been inside by this at least, m; else the line was touched. */
    private static final double LEAST_DEPTH = 5;

    private static final double E7 = 1e7;

    private final FenceSettings settings;
    private final BreachTeller teller;

    /** Creates a watch. */
    public BreachWatch(FenceSettings settings) {
        this.settings = settings;
        this.teller = new BreachTeller(settings.grid());
    }

    /**
     * Takes the vehicle's next sighting.
     *
     * @param state the vehicle's state, changed
     * @param sighting where it is
     * @param readings how that lies to the fences that are for it, each at most once: all that it
     *     must keep in, those within {@link FenceReading#NEAR} of either end of its way or touched
     *     by it; more do no harm
     * @param context takes counts
     * @param edges takes the edges, in order
     */
    public void accept(
            GeofenceState state,
            Sighting sighting,
            List<FenceReading> readings,
            VehicleContext context,
            Consumer<BreachEdge> edges) {
        if (sighting.clockBack() > 0) {
            state.moveBack(sighting.clockBack());
        }
        if (sighting.fix().first()) {
            // It was silent for so long that nothing is left of before.
            state.tracks.clear();
            state.lastTime = MotionTrack.NEVER;
        }
        state.vehicleId = sighting.vehicleId();
        state.thresholds = sighting.thresholds();
        state.ruleVersion = sighting.ruleVersion();
        state.lastReceived = Math.max(state.lastReceived, sighting.receivedAt());
        if (!readings.isEmpty() || !state.tracks.isEmpty()) {
            Turn turn = new Turn(state, sighting, context, edges);
            turn.readAll(readings);
            turn.dropAndFollow(readings);
        }
        VehicleWay way = sighting.fix().way();
        state.lastTime = way.time();
        state.latitude = way.latitude();
        state.longitude = way.longitude();
    }

    /** Receive time after which a vehicle with anything open is silent, ms. */
    public long deadline(GeofenceState state) {
        return state.isOpen() ? state.lastReceived + settings.silenceAfter() : Detector.NO_DEADLINE;
    }

    /** Nothing was received for long: all that is open ends, and the vehicle is seen anew. */
    public void expire(GeofenceState state, long deadline, Consumer<BreachEdge> edges) {
        for (FenceTrack track : state.tracks) {
            if (track.breach != null) {
                teller.endInSilence(state, track, deadline, edges);
            }
        }
        state.tracks.clear();
        state.lastTime = MotionTrack.NEVER;
    }

    /** One sighting of one vehicle. */
    private final class Turn {

        private final GeofenceState state;
        private final VehicleFix fix;
        private final VehicleContext context;
        private final BreachTeller.Turn tell;

        Turn(
                GeofenceState state,
                Sighting sighting,
                VehicleContext context,
                Consumer<BreachEdge> edges) {
            this.state = state;
            this.fix = sighting.fix();
            this.context = context;
            this.tell = teller.turn(state, sighting, fix, edges);
        }

        void readAll(List<FenceReading> readings) {
            for (int i = 0; i < readings.size(); i++) {
                FenceReading reading = readings.get(i);
                FenceTerms terms = reading.terms();
                int at = state.find(terms.id());
                if (at >= 0 && state.tracks.get(at).terms.kind() != terms.kind()) {
                    tell.replaced(state.tracks.remove(at), terms);
                    at = -at - 1;
                }
                if (at >= 0) {
                    read(state.tracks.get(at), reading);
                } else if (terms.kind() == FenceKind.KEEP_IN || reading.inside()) {
                    if (state.tracks.size() == GeofenceState.MAX_TRACKS) {
                        context.count(TOO_MANY);
                    } else {
                        FenceTrack track = new FenceTrack(terms);
                        state.tracks.add(-at - 1, track);
                        read(track, reading);
                    }
                } else if (!Double.isNaN(reading.first())) {
                    VehicleWay way = fix.way();
                    FenceTrack track = new FenceTrack(terms);
                    track.entered = SideChange.on(way, reading.first());
                    track.line = SideChange.on(way, reading.last());
                    track.deepest = reading.deepest();
                    passThrough(track, reading.halfWidth());
                }
            }
        }

        /** What is left of tracks: those without a reading are far away, or their fence is gone. */
        void dropAndFollow(List<FenceReading> readings) {
            for (int i = state.tracks.size() - 1; i >= 0; i--) {
                FenceTrack track = state.tracks.get(i);
                boolean gone = false;
                if (!isRead(track, readings)) {
                    gone = isGone(track);
                    if (gone) {
                        tell.gone(track);
                    } else {
                        read(track, farOf(track));
                    }
                }
                if (gone || isOver(track)) {
                    state.tracks.remove(i);
                }
            }
        }

        private boolean isRead(FenceTrack track, List<FenceReading> readings) {
            for (int i = 0; i < readings.size(); i++) {
                if (readings.get(i).terms().id().equals(track.terms.id())) {
                    return true;
                }
            }
            return false;
        }

        /** A vehicle that cannot be far from the fence would have a reading of it. */
        private boolean isGone(FenceTrack track) {
            VehicleWay way = fix.way();
            double moved =
                    Distance.metres(
                            state.latitude / E7,
                            state.longitude / E7,
                            way.latitude() / E7,
                            way.longitude() / E7);
            return track.terms.kind() == FenceKind.KEEP_IN
                    || way.time() >= track.terms.effectiveTo()
                    || track.distance + moved < FenceReading.NEAR;
        }

        private FenceReading farOf(FenceTrack track) {
            return new FenceReading(
                    track.terms,
                    false,
                    2 * FenceReading.NEAR,
                    track.inside,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN);
        }

        /** Of fences that need not be kept in, those outside of which it is are forgotten. */
        private boolean isOver(FenceTrack track) {
            return track.terms.kind() != FenceKind.KEEP_IN
                    && track.side == Side.OUTSIDE
                    && track.entered == null;
        }

        private void read(FenceTrack track, FenceReading reading) {
            boolean changed = track.line != null && !track.terms.isSame(reading.terms());
            track.place(reading, fix);
            FenceThresholds thresholds = state.thresholds(track);
            Side says = says(track, reading, thresholds, changed);
            if (says == track.side) {
                track.confirmed = 0;
                if (says == Side.OUTSIDE && track.entered != null) {
                    if (track.terms.kind() != FenceKind.KEEP_IN) {
                        passThrough(track, reading.halfWidth());
                    }
                    track.entered = null;
                    track.deepest = 0;
                }
            } else if (says != Side.UNKNOWN) {
                track.confirmed++;
                double least =
                        says == Side.INSIDE ? thresholds.minInside() : thresholds.minOutside();
                boolean enough = fix.settled() || track.confirmed >= thresholds.confirmations();
                if (enough && fix.way().time() - track.line.time() >= least * 1000) {
                    track.confirm();
                }
            }
            tell.judge(track, thresholds);
        }

        /** The side that a position speaks for; UNKNOWN for neither. */
        private Side says(
                FenceTrack track, FenceReading reading, FenceThresholds thresholds, boolean moved) {
            if (fix.settled() && (track.side != Side.INSIDE || moved)) {
                return reading.inside() ? Side.INSIDE : Side.OUTSIDE;
            }
            double accuracy = fix.accuracy();
            double surely = Math.min(accuracy, thresholds.hysteresis());
            if (reading.distance() <= -Math.min(surely, reading.halfWidth() / 2)) {
                return Side.INSIDE;
            }
            return reading.distance() > accuracy + thresholds.hysteresis()
                    ? Side.OUTSIDE
                    : Side.UNKNOWN;
        }

        /** It is out again before it was confirmed to be in. */
        private void passThrough(FenceTrack track, double halfWidth) {
            double certain = Math.max(LEAST_DEPTH, fix.accuracy());
            double needed = Double.isNaN(halfWidth) ? certain : Math.min(certain, halfWidth / 2);
            if (track.entered.cause() == BreachCause.CROSSED && track.deepest >= needed) {
                tell.passedThrough(track, state.thresholds(track));
            }
        }
    }
}
