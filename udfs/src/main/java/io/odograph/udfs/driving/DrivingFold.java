// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.motion.HarshDetector;
import io.odograph.udfs.motion.HarshEvent;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.trip.TripEnd;
import io.odograph.udfs.trip.TripFacts;
import io.odograph.udfs.trip.TripTrack;
import io.odograph.udfs.trip.TripWatch;
import java.io.Serializable;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sums up the records of one vehicle in the order of its own time. What comes out depends on the
 * state and the record alone, so that the same records always give the same.
 *
 * <p>Each copy serves one thread.
 */
public final class DrivingFold implements Serializable {

    /**
     * From this mean speed on a vehicle has moved, km/h: below, receivers show it of one parked.
     */
    private static final float MOVES = 3;

    /** Between records farther apart than this nobody knows what happened, ms. */
    private static final long KNOWN = 120_000;

    /** An acceleration is of this long at least, and at most, ms. */
    private static final long SHORTEST = 900;

    private static final long LONGEST = 2_500;

    /** What began so long ago is known to have begun, ms: filters look to both sides. */
    private static final long SETTLES = 5_000;

    /** More records than this are not missing: the device was off. */
    private static final long MOST_MISSED = 3_600;

    private static final long serialVersionUID = 1;

    private final TripWatch trips;
    private final WindowWatch windows;
    private final HarshDetector harsh = new HarshDetector(HarshThresholds.DEFAULTS);
    private final long updateEvery;

    private final Contribution contribution = new Contribution();

    /** Creates a fold. */
    public DrivingFold(DrivingSettings settings) {
        trips = new TripWatch(settings.trips());
        windows = new WindowWatch(settings.windows(), settings.hours());
        updateEvery = settings.trips().updateEvery();
    }

    /** Takes what windows and trips have come to. */
    public interface Facts {

        /** A window has ended, or was told in silence. */
        void window(WindowFacts window);

        /** A trip has begun, is under way or has ended. */
        void trip(TripFacts trip);

        /** A harsh event is over. */
        void harsh(HarshEvent event);
    }

    /**
     * Takes the next record.
     *
     * @param state the vehicle's state, changed
     * @param record the record; not before the last one in event time
     * @param zone the vehicle's time zone
     * @param thresholds thresholds of harsh driving in force
     * @param facts takes what it leads to
     */
    public void accept(
            DrivingState state,
            Telemetry record,
            ZoneId zone,
            HarshThresholds thresholds,
            Facts facts) {
        WindowWatch.breakSilence(state);
        Reading now = Reading.of(record, state.motion);
        state.test = record.test();
        state.tenantId = record.tenantId() == null ? state.tenantId : record.tenantId();
        boolean tells = !Float.isNaN(now.speed) || now.hasFix || now.odometer >= 0;
        if (tells) {
            drive(state, record, now, zone, facts);
        }
        OpenMinute minute = windows.minute(state, now.time, zone);
        minute.totals.observe(record, now);
        if (state.trip.phase == TripTrack.Phase.UNDER_WAY) {
            state.trip.settled.observe(record, now);
        }
        SpeedSource source = state.motion.source(record);
        harsh.accept(
                state.harsh,
                record,
                now.judged,
                source,
                thresholds,
                event -> count(state, event, zone, facts));
        long settled = Math.min(now.time - SETTLES, state.harsh.pendingSince());
        windows.close(state, settled, facts::window);
        tellTrip(state, record, facts);
    }

    /** Nothing more was reported: tells what has ended in the vehicle's time. */
    public void silentUntil(DrivingState state, long time, Facts facts) {
        windows.tellSilent(state, time, facts::window);
    }

    /** Nothing more was reported for long: tells the trip as ended. */
    public void endInSilence(
            DrivingState state, ZoneId zone, HarshThresholds thresholds, Facts facts) {
        harsh.end(state.harsh, thresholds, event -> count(state, event, zone, facts));
        TripWatch.silent(state.trip, (track, reason, end) -> facts.trip(facts(track, reason, end)));
    }

    /** Counts an event where it began. */
    private void count(DrivingState state, HarshEvent event, ZoneId zone, Facts facts) {
        int which = DrivingTotals.slot(event.kind(), event.grade());
        long time = Math.max(event.start(), state.closedUntil);
        windows.minute(state, time, zone).totals.harsh[which]++;
        if (state.trip.phase != TripTrack.Phase.PARKED && event.start() >= state.trip.start) {
            state.trip.settled.harsh[which]++;
        }
        facts.harsh(event);
    }

    private void drive(
            DrivingState state, Telemetry record, Reading now, ZoneId zone, Facts facts) {
        Reading last = state.last;
        boolean first = last.time == MotionTrack.NEVER;
        long driven = first || now.time <= last.time ? 0 : state.distance.between(last, now);
        TripWatch.Seen seen = seen(state, now, driven);
        boolean connects =
                trips.accept(
                        state.trip,
                        seen,
                        (track, reason, end) -> facts.trip(facts(track, reason, end)));
        boolean moved = false;
        if (!connects) {
            state.distance.cut();
            state.accelerationTime = MotionTrack.NEVER;
        } else if (now.time > last.time) {
            moved = between(state, last, now, driven, seen, zone);
        }
        trips.finish(state.trip, seen, moved);
        count(state, record, now, zone);
        accelerate(state, now, zone);
        state.last = now;
        state.device = record.deviceId();
    }

    private static TripWatch.Seen seen(DrivingState state, Reading now, long driven) {
        Reading last = state.last;
        float speed = now.speed;
        if (Float.isNaN(speed) && last.time != MotionTrack.NEVER && now.time > last.time) {
            speed = (float) (driven * 3.6 / (now.time - last.time));
        }
        TripTrack trip = state.trip;
        boolean located = now.hasFix && trip.latitude != Integer.MIN_VALUE;
        return new TripWatch.Seen(
                now.time,
                speed,
                now.ignition,
                now.hasFix,
                now.latitude,
                now.longitude,
                located ? now.metresFrom(trip.latitude, trip.longitude) : Double.NaN);
    }

    /** What happened from the last record to this one. */
    private boolean between(
            DrivingState state,
            Reading last,
            Reading now,
            long driven,
            TripWatch.Seen seen,
            ZoneId zone) {
        long passed = now.time - last.time;
        boolean moved = driven * 3.6 >= MOVES * (double) passed;
        DrivingTotals trip = TripWatch.sums(state.trip, seen, moved);
        boolean unknown = passed > KNOWN && trip != null;
        contribution.set(last, now, driven, moved, unknown);
        for (long from = last.time; from < now.time; ) {
            OpenMinute minute = windows.minute(state, from, zone);
            long to = Math.min(now.time, minute.start + WindowSize.MINUTE);
            contribution.addTo(minute.totals, minute, from, to);
            if (trip != null) {
                contribution.addTo(trip, minute, from, to);
            }
            if (moved) {
                minute.speed(contribution.speed(), (int) (to - from));
            }
            from = to;
        }
        return moved;
    }

    /** Records that the device counted between the last one and this one. */
    private void count(DrivingState state, Telemetry record, Reading now, ZoneId zone) {
        long missed =
                now.sequence == Telemetry.NO_SEQUENCE
                                || state.last.sequence == Telemetry.NO_SEQUENCE
                                || !Objects.equals(record.deviceId(), state.device)
                        ? 0
                        : now.sequence - state.last.sequence - 1;
        if (missed > 0 && missed <= MOST_MISSED) {
            windows.minute(state, now.time, zone).totals.missed += (int) missed;
            if (state.trip.phase != TripTrack.Phase.PARKED) {
                state.trip.settled.missed += (int) missed;
            }
        }
    }

    private void accelerate(DrivingState state, Reading now, ZoneId zone) {
        if (Float.isNaN(now.speed)) {
            return;
        }
        long passed =
                state.accelerationTime == MotionTrack.NEVER
                        ? Long.MAX_VALUE
                        : now.time - state.accelerationTime;
        if (passed < SHORTEST) {
            return;
        }
        if (passed <= LONGEST && (now.speed >= MOVES || state.accelerationSpeed >= MOVES)) {
            double gained = (now.speed - state.accelerationSpeed) / 3.6;
            long acceleration = Math.round(gained * 1_000_000 / passed);
            windows.minute(state, now.time, zone).totals.accelerate(acceleration);
            if (state.trip.phase != TripTrack.Phase.PARKED) {
                state.trip.settled.accelerate(acceleration);
            }
        }
        state.accelerationTime = now.time;
        state.accelerationSpeed = now.speed;
    }

    private void tellTrip(DrivingState state, Telemetry record, Facts facts) {
        TripTrack trip = state.trip;
        if (trip.phase == TripTrack.Phase.PARKED) {
            return;
        }
        trip.deviceTripId = record.tripId() == null ? trip.deviceTripId : record.tripId();
        trip.driverId = record.driverId() == null ? trip.driverId : record.driverId();
        if (trip.phase == TripTrack.Phase.UNDER_WAY
                && (trip.told != null
                        || trip.toldAt == MotionTrack.NEVER
                        || record.eventTime() - trip.toldAt >= updateEvery)) {
            trip.told = null;
            trip.toldAt = record.eventTime();
            facts.trip(facts(trip, null, record.eventTime()));
        }
    }

    private static TripFacts facts(TripTrack trip, @Nullable TripEnd reason, long end) {
        DrivingTotals totals = new DrivingTotals();
        totals.add(trip.settled);
        boolean moved = end <= trip.movedUntil;
        if (!moved) {
            totals.add(trip.tail);
        }
        return new TripFacts(
                trip.start,
                end,
                reason,
                trip.startLatitude,
                trip.startLongitude,
                moved ? trip.movedLatitude : trip.latitude,
                moved ? trip.movedLongitude : trip.longitude,
                trip.stops,
                totals,
                trip.deviceTripId,
                trip.driverId);
    }
}
