// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.fence.BreachEdge.Kind;
import io.odograph.udfs.geo.PositionGrid;
import java.io.Serializable;
import java.util.function.Consumer;

/** Opens, follows and ends breaches and visits as a vehicle's side and the fence's schedule say. */
final class BreachTeller implements Serializable {

    /**
     * What lasts is told anew after so long at the latest, ms, so that nobody need wait for ever.
     */
    static final long LONGEST_QUIET = 30L * 86_400_000;

    private final BreachEdges told;

    BreachTeller(PositionGrid grid) {
        this.told = new BreachEdges(grid);
    }

    Turn turn(GeofenceState state, Sighting sighting, VehicleFix fix, Consumer<BreachEdge> edges) {
        return new Turn(state, sighting, fix, edges);
    }

    /** Nothing was received until the deadline. */
    void endInSilence(
            GeofenceState state, FenceTrack track, long deadline, Consumer<BreachEdge> edges) {
        OpenBreach breach = track.breach;
        SideChange end =
                new SideChange(
                        Math.max(breach.start, state.lastTime),
                        false,
                        BreachCause.CROSSED,
                        state.latitude,
                        state.longitude);
        FenceThresholds thresholds = state.thresholds(track);
        edges.accept(
                told.edge(
                        state,
                        track,
                        breach,
                        Kind.END,
                        told.facts(breach, thresholds, BreachEnd.SILENCE, end),
                        null,
                        state.lastReceived,
                        deadline));
        track.breach = null;
    }

    /** One sighting of one vehicle. */
    final class Turn {

        private final GeofenceState state;
        private final Sighting sighting;
        private final VehicleFix fix;
        private final Consumer<BreachEdge> edges;

        private Turn(
                GeofenceState state,
                Sighting sighting,
                VehicleFix fix,
                Consumer<BreachEdge> edges) {
            this.state = state;
            this.sighting = sighting;
            this.fix = fix;
            this.edges = edges;
        }

        /** The vehicle's side of a fence is as good as known: what follows from it. */
        void judge(FenceTrack track, FenceThresholds thresholds) {
            endWithSchedule(track, thresholds);
            OpenBreach breach = track.breach;
            if (breach != null && !track.isViolating()) {
                boolean moved = track.since.cause() == BreachCause.FENCE_CHANGED;
                end(
                        track,
                        thresholds,
                        moved ? BreachEnd.FENCE_CHANGED : BreachEnd.CROSSED_BACK,
                        track.since);
            } else if (breach != null) {
                follow(track, thresholds, breach);
            } else if (track.isViolating()) {
                openIfActive(track, thresholds);
            }
        }

        private void endWithSchedule(FenceTrack track, FenceThresholds thresholds) {
            FenceSchedule schedule = track.terms.schedule();
            OpenBreach breach = track.breach;
            if (schedule == null || breach == null) {
                return;
            }
            long until = track.isViolating() ? fix.way().time() : track.since.time();
            // Before this version was the fence, its schedule did not matter.
            long from = Math.max(breach.start, track.terms.effectiveFrom());
            long since = schedule.holdsSince(until);
            if (since == FenceSchedule.NEVER || since > from) {
                long end = Math.min(schedule.end(from, until), Math.max(breach.start, until));
                end(track, thresholds, BreachEnd.SCHEDULE_ENDED, hereAt(end));
            }
        }

        private void openIfActive(FenceTrack track, FenceThresholds thresholds) {
            FenceSchedule schedule = track.terms.schedule();
            SideChange since = track.since;
            if (schedule != null) {
                long active = schedule.holdsSince(fix.way().time());
                if (active == FenceSchedule.NEVER) {
                    return;
                }
                if (active > since.time()) {
                    VehicleWay way = fix.way();
                    since =
                            new SideChange(
                                    active,
                                    false,
                                    BreachCause.SCHEDULE_STARTED,
                                    way.latitude(),
                                    way.longitude());
                }
            }
            OpenBreach breach = open(track, since);
            takeIn(track, breach);
            tell(track, breach, thresholds, Kind.START);
        }

        private OpenBreach open(FenceTrack track, SideChange since) {
            OpenBreach breach = new OpenBreach();
            breach.breach =
                    state.clockSteps == 0
                            ? Long.toString(since.time())
                            : since.time() + "/" + state.clockSteps;
            breach.tenantId = sighting.tenantId();
            breach.deviceKind = sighting.deviceKind();
            breach.tripId = sighting.tripId();
            breach.driverId = sighting.driverId();
            breach.test = sighting.test();
            breach.cause = since.cause();
            breach.startedAt = since.time();
            breach.start = since.time();
            breach.startInterpolated = since.interpolated();
            breach.startLatitude = since.latitude();
            breach.startLongitude = since.longitude();
            breach.lastLatitude = since.latitude();
            breach.lastLongitude = since.longitude();
            breach.farthestLatitude = since.latitude();
            breach.farthestLongitude = since.longitude();
            breach.withoutIgnition = fix.withoutIgnition();
            track.breach = breach;
            return breach;
        }

        private void follow(FenceTrack track, FenceThresholds thresholds, OpenBreach breach) {
            takeIn(track, breach);
            long time = fix.way().time();
            if (track.terms.kind() == FenceKind.ZONE
                    && thresholds.dwell() > 0
                    && !breach.dwellTold
                    && time - breach.start >= thresholds.dwell() * 1000) {
                breach.dwellTold = true;
                tell(track, breach, thresholds, Kind.DWELL);
            } else if (isDue(track.terms.kind(), thresholds, time - breach.toldAt)) {
                tell(track, breach, thresholds, Kind.STILL);
            }
        }

        private boolean isDue(FenceKind kind, FenceThresholds thresholds, long quiet) {
            boolean told = kind != FenceKind.ZONE && thresholds.updateEvery() > 0;
            return (told && quiet >= thresholds.updateEvery() * 1000) || quiet >= LONGEST_QUIET;
        }

        /** What lies behind the line counts, not what confirms that it is crossed back. */
        private void takeIn(FenceTrack track, OpenBreach breach) {
            boolean keepIn = track.terms.kind() == FenceKind.KEEP_IN;
            if (track.inside != keepIn) {
                breach.takeIn(fix, keepIn ? track.distance : -track.distance);
            }
        }

        /** The vehicle went in and out again. */
        void passedThrough(FenceTrack track, FenceThresholds thresholds) {
            SideChange in = track.entered;
            SideChange out = track.line;
            FenceSchedule schedule = track.terms.schedule();
            if (out.time() - in.time() < thresholds.minInside() * 1000
                    || (schedule != null && !schedule.holds(in.time()))) {
                return;
            }
            OpenBreach breach = open(track, in);
            breach.cause = BreachCause.PASSED_THROUGH;
            breach.takeInDistance(track.deepest, in.latitude(), in.longitude());
            breach.maxSpeed = fix.speed();
            breach.driveTo(out.latitude(), out.longitude());
            emit(
                    track,
                    breach,
                    Kind.PASSAGE,
                    told.facts(breach, thresholds, BreachEnd.CROSSED_BACK, out));
            track.breach = null;
        }

        /** The fence is another one now, which only has its name. */
        void replaced(FenceTrack track, FenceTerms by) {
            if (track.breach != null) {
                long time = fix.way().time();
                long changed = Math.min(Math.max(state.lastTime, by.effectiveFrom()), time);
                end(track, state.thresholds(track), BreachEnd.FENCE_CHANGED, hereAt(changed));
            }
        }

        /** The fence is gone, or no longer for this vehicle. */
        void gone(FenceTrack track) {
            if (track.breach != null) {
                long time = fix.way().time();
                boolean expired = time >= track.terms.effectiveTo();
                end(
                        track,
                        state.thresholds(track),
                        expired ? BreachEnd.FENCE_EXPIRED : BreachEnd.FENCE_WITHDRAWN,
                        hereAt(expired ? track.terms.effectiveTo() : time));
            }
        }

        private void end(
                FenceTrack track, FenceThresholds thresholds, BreachEnd reason, SideChange at) {
            OpenBreach breach = track.breach;
            if (reason == BreachEnd.CROSSED_BACK) {
                // Towed out of a place it is seen to move only behind the line.
                breach.withoutIgnition |= fix.withoutIgnition();
                breach.driveTo(at.latitude(), at.longitude());
            }
            emit(track, breach, Kind.END, told.facts(breach, thresholds, reason, at));
            track.breach = null;
        }

        private void tell(
                FenceTrack track, OpenBreach breach, FenceThresholds thresholds, Kind kind) {
            long time = fix.way().time();
            breach.toldAt = time;
            emit(track, breach, kind, told.facts(breach, thresholds, null, hereAt(time)));
        }

        private void emit(FenceTrack track, OpenBreach breach, Kind kind, BreachFacts facts) {
            edges.accept(
                    told.edge(
                            state,
                            track,
                            breach,
                            kind,
                            facts,
                            sighting.traceId(),
                            sighting.receivedAt(),
                            sighting.releasedAt()));
        }

        private SideChange hereAt(long time) {
            VehicleWay way = fix.way();
            return new SideChange(
                    time, false, BreachCause.CROSSED, way.latitude(), way.longitude());
        }
    }
}
