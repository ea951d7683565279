// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.trip;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.motion.Ignition;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.trip.TripTrack.Phase;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Tells when trips begin and end. Stateless.
 *
 * <p>Where the ignition is known, a trip begins when it is switched on, if the vehicle drives off
 * within {@link TripSettings#idling}, and ends when it is switched off. Where it is not, it begins
 * where the vehicle last stood and ends where it stood last. Who is moved with the ignition off is
 * not driven: a ferry, a tow.
 */
public final class TripWatch implements Serializable {

    /** From this long on standing within a trip is a stop, ms. */
    static final long STOP = 60_000;

    /** A report older than this says nothing of when the vehicle began to move, ms. */
    private static final long RECENT = 60_000;

    /** Fast records that show that a trip is under way. */
    private static final int FAST = 2;

    private static final long serialVersionUID = 1;

    private final TripSettings settings;

    /** Creates a watch. */
    public TripWatch(TripSettings settings) {
        this.settings = settings;
    }

    /**
     * What a record says of a trip.
     *
     * @param time event time, ms
     * @param speed km/h, or NaN
     * @param ignition state of the ignition
     * @param hasFix whether there is a position
     * @param latitude 1e-7 degrees
     * @param longitude 1e-7 degrees
     * @param moved straight distance from the last position of the trip to this one, m, or NaN
     */
    public record Seen(
            long time,
            float speed,
            Ignition ignition,
            boolean hasFix,
            int latitude,
            int longitude,
            double moved) {}

    /** Takes what trips have come to. */
    public interface Tell {

        /** The trip under way has ended. */
        void ended(TripTrack track, TripEnd reason, long end);
    }

    /**
     * The next record has come: may the trip have ended before it, and may another have begun? What
     * happened since the record before it is added afterwards, to {@link #sums}.
     *
     * @return whether what happened since the record before it belongs together
     */
    public boolean accept(TripTrack track, Seen seen, Tell tell) {
        long gap = track.time == MotionTrack.NEVER ? 0 : seen.time() - track.time;
        boolean connects = track.time != MotionTrack.NEVER && !isCut(track, seen, gap);
        if (track.phase == Phase.UNDER_WAY) {
            endIfOver(track, seen, connects, tell);
        } else if (!connects) {
            track.phase = Phase.PARKED;
        }
        if (track.phase == Phase.PARKED) {
            mayStart(track, seen, connects);
        }
        return connects;
    }

    /** Whether a gap parts what was before from what follows. */
    private boolean isCut(TripTrack track, Seen seen, long gap) {
        if (gap <= settings.gap()) {
            return false;
        }
        if (gap > settings.longestGap()
                || seen.ignition() == Ignition.OFF
                || track.ignition == Ignition.OFF) {
            return true;
        }
        double mean = seen.moved() * 3_600 / gap;
        return !(mean >= TripSettings.UNDER_WAY);
    }

    private void endIfOver(TripTrack track, Seen seen, boolean connects, Tell tell) {
        if (!connects) {
            end(track, TripEnd.GAP, Math.max(track.movedUntil, offOrNever(track)), tell);
        } else if (track.offSince != MotionTrack.NEVER
                && seen.time() - track.offSince >= settings.ignitionOff()) {
            end(track, TripEnd.IGNITION_OFF, track.offSince, tell);
        } else if (seen.time() - track.movedUntil >= standstill(track)
                && !(seen.speed() >= TripSettings.MOVES)
                && track.offSince == MotionTrack.NEVER) {
            end(track, TripEnd.STANDSTILL, track.movedUntil, tell);
        }
    }

    private static long offOrNever(TripTrack track) {
        return track.offSince == MotionTrack.NEVER ? track.movedUntil : track.offSince;
    }

    private long standstill(TripTrack track) {
        return track.ignition == Ignition.ON ? settings.idling() : settings.standstill();
    }

    private static void end(TripTrack track, TripEnd reason, long end, Tell tell) {
        tell.ended(track, reason, end);
        park(track);
    }

    private static void park(TripTrack track) {
        track.phase = Phase.PARKED;
        track.settled = new DrivingTotals();
        track.tail = new DrivingTotals();
        track.stops = 0;
        track.fast = 0;
        track.told = null;
        track.toldAt = MotionTrack.NEVER;
        track.deviceTripId = null;
    }

    private static void mayStart(TripTrack track, Seen seen, boolean connects) {
        boolean switchedOn = seen.ignition() == Ignition.ON;
        boolean moves = seen.speed() >= TripSettings.MOVES && seen.ignition() != Ignition.OFF;
        if (!switchedOn && !moves) {
            return;
        }
        park(track);
        track.phase = Phase.STARTING;
        track.ignition = seen.ignition();
        track.offSince = MotionTrack.NEVER;
        // It stood until then: the record before the first that moves, if that is not long ago.
        boolean fromLast = moves && !switchedOn && connects && seen.time() - track.time <= RECENT;
        track.start = fromLast ? track.time : seen.time();
        track.startLatitude = Integer.MIN_VALUE;
        track.startLongitude = Integer.MIN_VALUE;
        if (fromLast) {
            track.startLatitude = track.latitude;
            track.startLongitude = track.longitude;
        }
        track.movedUntil = track.start;
        track.movedLatitude = track.startLatitude;
        track.movedLongitude = track.startLongitude;
    }

    /**
     * Where to add what happened since the record before, after {@link #accept}; then call {@link
     * #finish}.
     *
     * @param moved whether the vehicle moved meanwhile
     * @return sums of the trip, or null where there is none
     */
    public static @Nullable DrivingTotals sums(TripTrack track, Seen seen, boolean moved) {
        if (track.phase == Phase.PARKED) {
            return null;
        }
        if (!moved || seen.ignition() == Ignition.OFF) {
            return track.tail;
        }
        if (track.phase == Phase.UNDER_WAY && seen.time() - track.movedUntil >= STOP) {
            track.stops++;
        }
        track.settled.add(track.tail);
        track.tail = new DrivingTotals();
        track.movedUntil = seen.time();
        // Who drives on has been switched on again, whether it was said or not.
        track.offSince = MotionTrack.NEVER;
        return track.settled;
    }

    /**
     * The record has been taken in.
     *
     * @param moved whether the vehicle moved since the record before
     */
    public void finish(TripTrack track, Seen seen, boolean moved) {
        remember(track, seen, moved);
        if (track.phase == Phase.STARTING) {
            confirm(track, seen);
        }
    }

    private static void remember(TripTrack track, Seen seen, boolean moved) {
        track.time = seen.time();
        if (seen.ignition() != Ignition.UNKNOWN) {
            boolean off = seen.ignition() == Ignition.OFF;
            if (!off) {
                track.offSince = MotionTrack.NEVER;
            } else if (track.offSince == MotionTrack.NEVER) {
                track.offSince = seen.time();
            }
            track.ignition = seen.ignition();
        }
        if (seen.hasFix()) {
            track.latitude = seen.latitude();
            track.longitude = seen.longitude();
            if (track.phase != Phase.PARKED && track.startLatitude == Integer.MIN_VALUE) {
                track.startLatitude = seen.latitude();
                track.startLongitude = seen.longitude();
            }
            if (moved || track.movedLatitude == Integer.MIN_VALUE) {
                track.movedLatitude = seen.latitude();
                track.movedLongitude = seen.longitude();
            }
        }
    }

    /** A jolt, a drift or an ignition switched on is no trip yet. */
    private void confirm(TripTrack track, Seen seen) {
        boolean drivable = seen.ignition() != Ignition.OFF;
        track.fast += drivable && seen.speed() >= settings.startSpeed() ? 1 : 0;
        long distance = track.settled.distance + track.tail.distance;
        if (track.fast >= FAST || distance >= settings.startDistance() * 1_000) {
            track.phase = Phase.UNDER_WAY;
            return;
        }
        boolean on = seen.ignition() == Ignition.ON;
        long stood = seen.time() - track.movedUntil;
        if (!drivable || stood >= (on ? settings.idling() : STOP)) {
            // An engine that has run for so long may still drive off: the trip begins then.
            park(track);
        }
    }

    /**
     * Nothing more is reported: ends the trip for now; it goes on if what follows belongs to it.
     */
    public static void silent(TripTrack track, Tell tell) {
        if (track.phase == Phase.UNDER_WAY && track.told == null) {
            tell.ended(track, TripEnd.SILENCE, Math.max(track.movedUntil, offOrNever(track)));
            track.told = TripEnd.SILENCE;
        }
    }
}
