// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What crash detection remembers of one vehicle: about 3 kB without an open incident. Changed in
 * place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class CrashState {

    /** Stands for a time that has not been. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Event time of the last record, ms, or {@link #NEVER}. */
    public long lastTime = NEVER;

    /** Last known position, or null. */
    public @Nullable Position position;

    /** The position before it, or null. */
    public @Nullable Position previous;

    /** The one before, or null. */
    public @Nullable Position beforePrevious;

    /** Event time of the last known position, ms, or {@link #NEVER}. */
    public long positionTime = NEVER;

    /** Last known direction of travel, degrees clockwise from north, or NaN. */
    public float heading = Float.NaN;

    /** What was reported of late. */
    public Timeline timeline = new Timeline();

    /** What is known of the speed. */
    public SpeedTrack speed = new SpeedTrack();

    /** What was last reported of the airbags. */
    public FlagMemory airbagDeployed = new FlagMemory();

    /** What was last reported of a rollover. */
    public FlagMemory rolledOver = new FlagMemory();

    /** What was last reported by the device's own detection. */
    public FlagMemory crashReported = new FlagMemory();

    /** What was last reported of the fuel cut-off. */
    public FlagMemory fuelCutOff = new FlagMemory();

    /** What the driver last said. */
    public FlagMemory needsHelp = new FlagMemory();

    /** Whether the ignition was last reported on, or null where nothing was. */
    public @Nullable Boolean ignitionOn;

    /** Seats last reported as occupied, or -1. */
    public int occupants = -1;

    /** Belts last reported as fastened, or -1. */
    public int belted = -1;

    /** The last pulse that a handled device makes as well, or null. */
    public @Nullable ImpactPulse doubtful;

    /** Whether its device was being handled. */
    public boolean doubtfulHandled;

    /** Event time at which the last incident was over, ms, or {@link #NEVER}. */
    public long endedAt = NEVER;

    /** Identity of the last incident, ms, or {@link #NEVER}; stays where the clock is set back. */
    public long lastIncident = NEVER;

    /** The open incident, or null, as nearly always. */
    public @Nullable OpenIncident incident;

    /** Incidents of one moment that are told apart: only a clock that stands still has several. */
    private static final long OF_ONE_MOMENT = 1_000;

    /** Below this a direction over ground is noise, km/h. */
    private static final float HAS_DIRECTION = 5;

    /** Takes in what a record reports, before it is judged. */
    void remember(Telemetry record) {
        if (record.eventTime() < lastTime) {
            moveBack(lastTime - record.eventTime());
        }
        lastTime = record.eventTime();
        speed.current = SpeedDrops.current(speed, record);
        timeline.add(record, speed.current);
        Position reported = record.position();
        if (reported != null) {
            if (position == null || !isSamePlace(position, reported)) {
                beforePrevious = previous;
                previous = position;
            }
            position = reported;
            positionTime = record.eventTime();
            boolean aimless = Float.isNaN(reported.heading()) || record.speed() < HAS_DIRECTION;
            heading = aimless ? heading : reported.heading();
        }
        if (record.vehicle() != null && !record.vehicle().seatBelts().isEmpty()) {
            rememberBelts(record.vehicle().seatBelts());
        }
    }

    private void rememberBelts(List<SeatBelt> belts) {
        int seated = 0;
        int known = 0;
        int fastened = 0;
        for (int i = 0; i < belts.size(); i++) {
            SeatBelt belt = belts.get(i);
            known += belt.occupied() == null ? 0 : 1;
            seated += Boolean.TRUE.equals(belt.occupied()) ? 1 : 0;
            fastened += belt.belted() ? 1 : 0;
        }
        occupants = known == 0 ? occupants : seated;
        belted = fastened;
    }

    private static boolean isSamePlace(Position one, Position other) {
        return one.latitude() == other.latitude() && one.longitude() == other.longitude();
    }

    /** Identity of a new incident: its time, or just after the last one where that has had it. */
    long identify(long time) {
        boolean taken = time <= lastIncident && lastIncident - time < OF_ONE_MOMENT;
        lastIncident = taken ? lastIncident + 1 : time;
        return lastIncident;
    }

    /** The incident is over; what happened until now belongs to it, however late it is told. */
    void endIncident() {
        incident = null;
        endedAt = lastTime;
    }

    /** The device set its clock back: times of before go with it, so that durations stay true. */
    private void moveBack(long millis) {
        timeline.moveBack(millis);
        speed.moveBack(millis);
        airbagDeployed.moveBack(millis);
        rolledOver.moveBack(millis);
        crashReported.moveBack(millis);
        fuelCutOff.moveBack(millis);
        needsHelp.moveBack(millis);
        doubtful = doubtful == null ? null : doubtful.movedBack(millis);
        endedAt -= endedAt == NEVER ? 0 : millis;
        positionTime -= positionTime == NEVER ? 0 : millis;
        if (incident != null) {
            incident.moveBack(millis);
        }
    }
}
