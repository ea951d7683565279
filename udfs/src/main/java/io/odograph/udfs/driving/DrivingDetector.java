// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.reference.RuleThresholds;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.trip.TripTrack;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sums up how a vehicle is driven: windows, trips and harsh events, revised by what comes late.
 *
 * <p>Records in the order of the vehicle's time are folded into what is known, and written to a
 * journal. Late ones wait a moment for each other; then what was known before them is taken out of
 * the journal, and all records since are folded in again, with the late ones in their places. So
 * what is told in the end is what would have been told had they come in time, to the last digit;
 * what changes by it is told in its next revision.
 *
 * <p>Each copy serves one thread.
 */
public final class DrivingDetector implements Detector<DrivingMemory, DrivingOutput> {

    /** Name of this detector in rules. */
    public static final String NAME = "driving";

    /** Late records of so many bytes are taken in at once. */
    private static final int MOST_LATE = 1 << 20;

    private final DrivingSettings settings;
    private final HarshThresholds defaults;
    private final DrivingFold fold;

    private transient @Nullable Map<VehicleClass, RuleThresholds<HarshThresholds>> thresholds;

    /**
     * Creates a detector.
     *
     * @param settings how driving is summed up
     * @param defaults thresholds of harsh driving, for passenger cars, where no rule is in force
     */
    public DrivingDetector(DrivingSettings settings, HarshThresholds defaults) {
        this.settings = settings;
        this.defaults = defaults;
        fold = new DrivingFold(settings);
    }

    @Override
    public DrivingMemory newState() {
        return new DrivingMemory();
    }

    @Override
    public void accept(
            DrivingMemory state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<DrivingOutput> edges) {
        know(state, record, context);
        state.lastReceived = Math.max(state.lastReceived, record.receivedAt());
        if (state.lastTime != MotionTrack.NEVER && record.eventTime() < state.lastTime) {
            // The device set its clock back; what it tells belongs between what it told before.
            if (!acceptLate(state, record, releasedAt, context, edges)) {
                startAgain(state, releasedAt, context, edges);
                take(state, record, context, teller(state, releasedAt, context, edges));
            }
            return;
        }
        take(state, record, context, teller(state, releasedAt, context, edges));
    }

    private void take(
            DrivingMemory state,
            Telemetry record,
            VehicleContext context,
            DrivingFold.Facts facts) {
        new DriveLog(state, context.journal()).write(record, settings.retention());
        state.lastTime = record.eventTime();
        fold.accept(state.now, record, zone(state), thresholds(state, record, context), facts);
    }

    @Override
    public boolean takesLate() {
        return true;
    }

    @Override
    public boolean acceptLate(
            DrivingMemory state,
            Telemetry record,
            long receivedAt,
            VehicleContext context,
            Consumer<DrivingOutput> edges) {
        know(state, record, context);
        if (!canTakeIn(state, record.eventTime())) {
            return false;
        }
        DriveLog.keepLate(state, record);
        state.lateDue = Math.min(state.lateDue, receivedAt + settings.settle());
        if (state.lateUsed >= MOST_LATE) {
            rewind(state, receivedAt, context, edges);
        }
        return true;
    }

    /** Whether the journal reaches back so far. */
    private boolean canTakeIn(DrivingMemory state, long time) {
        return state.known.length > 0
                && DriveLog.minute(time) >= state.known[0]
                && time >= state.lastTime - settings.retention();
    }

    @Override
    public long deadline(DrivingMemory state) {
        long due = state.lateDue;
        if (state.lastReceived == MotionTrack.NEVER) {
            return due;
        }
        long next = WindowWatch.nextEnd(state.now);
        if (next != Long.MAX_VALUE) {
            due = Math.min(due, state.lastReceived - state.lastTime + next + settings.silence());
        }
        if (isUnderWay(state)) {
            due = Math.min(due, tripDue(state));
        }
        return due;
    }

    private static boolean isUnderWay(DrivingMemory state) {
        return state.now.trip.phase == TripTrack.Phase.UNDER_WAY && state.now.trip.told == null;
    }

    private long tripDue(DrivingMemory state) {
        return state.lastReceived + settings.trips().longestGap();
    }

    @Override
    public void expire(
            DrivingMemory state,
            long deadline,
            VehicleContext context,
            Consumer<DrivingOutput> edges) {
        if (state.lateDue <= deadline) {
            rewind(state, deadline, context, edges);
        }
        Teller teller = teller(state, deadline, context, edges);
        if (isUnderWay(state) && tripDue(state) <= deadline) {
            fold.endInSilence(state.now, zone(state), defaults, teller);
        }
        long passed = state.lastTime + (deadline - settings.silence() - state.lastReceived);
        state.silentUntil = Math.max(state.silentUntil, passed);
        fold.silentUntil(state.now, passed, teller);
    }

    /** Takes in what has come late. */
    private void rewind(
            DrivingMemory state, long at, VehicleContext context, Consumer<DrivingOutput> edges) {
        DriveLog log = new DriveLog(state, context.journal());
        var late = DriveLog.takeLate(state);
        long first = Long.MAX_VALUE;
        for (int i = 0; i < late.size(); i++) {
            first = Math.min(first, late.get(i).eventTime());
        }
        long from = log.known(DriveLog.minute(first));
        boolean silent = state.now.trip.told != null;
        DrivingState before = log.before(from);
        var records = log.rewind(from, late);
        state.now = before == null ? new DrivingState() : before;
        Teller teller = teller(state, at, context, edges);
        Retelling retelling = new Retelling(state, from * WindowSize.MINUTE);
        for (int i = 0; i < records.size(); i++) {
            take(state, records.get(i), context, retelling);
        }
        if (silent && isUnderWay(state)) {
            fold.endInSilence(state.now, zone(state), defaults, retelling);
        }
        fold.silentUntil(state.now, state.silentUntil, retelling);
        teller.tellAgain(retelling);
    }

    /** The device's clock is far from where it was: what was before is told, and forgotten. */
    private void startAgain(
            DrivingMemory state, long at, VehicleContext context, Consumer<DrivingOutput> edges) {
        Teller teller = teller(state, at, context, edges);
        fold.endInSilence(state.now, zone(state), defaults, teller);
        fold.silentUntil(state.now, Long.MAX_VALUE, teller);
        new DriveLog(state, context.journal()).clear();
        state.now = new DrivingState();
        state.lastTime = MotionTrack.NEVER;
        state.silentUntil = MotionTrack.NEVER;
    }

    private Teller teller(
            DrivingMemory state, long at, VehicleContext context, Consumer<DrivingOutput> edges) {
        // What was told of the page before the oldest that is kept may be revised, too.
        return new Teller(
                state, context.journal(), at, settings.retention() + DriveLog.KNOWN_MILLIS, edges);
    }

    private static void know(DrivingMemory state, Telemetry record, VehicleContext context) {
        state.vehicleId = record.vehicleId();
        VehicleProfile profile = context.profile();
        if (profile != null) {
            state.zone = profile.timeZone();
            state.fleetId = profile.fleetId();
            state.vehicleClass = profile.vehicleClass();
        }
    }

    private ZoneId zone(DrivingMemory state) {
        return state.zone == null ? settings.zone() : ZoneId.of(state.zone);
    }

    private HarshThresholds thresholds(
            DrivingMemory state, Telemetry record, VehicleContext context) {
        Map<VehicleClass, RuleThresholds<HarshThresholds>> known = thresholds;
        if (known == null) {
            known = new EnumMap<>(VehicleClass.class);
            thresholds = known;
        }
        return known.computeIfAbsent(state.vehicleClass, this::ofClass)
                .at(context.rule(NAME, record, record.eventTime()));
    }

    private RuleThresholds<HarshThresholds> ofClass(VehicleClass vehicleClass) {
        HarshThresholds ofClass = defaults.of(vehicleClass);
        return new RuleThresholds<>(ofClass, ofClass::with);
    }
}
