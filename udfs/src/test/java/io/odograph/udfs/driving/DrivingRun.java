// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.clock.ClockLimits;
import io.odograph.udfs.clock.ClockOutput;
import io.odograph.udfs.clock.ClockState;
import io.odograph.udfs.clock.VehicleClock;
import io.odograph.udfs.motion.HarshThresholds;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One vehicle behind its clock, as the job has it. */
final class DrivingRun implements ClockOutput {

    final MapJournal journal = new MapJournal();
    final List<DrivingOutput> told = new ArrayList<>();
    int tooLate;
    int duplicates;

    private final VehicleClock clock = new VehicleClock(ClockLimits.DEFAULTS);
    private final ClockState clockState = new ClockState();
    private final DrivingDetector detector;
    private DrivingMemory state;
    private @Nullable String zone;

    private final VehicleContext context =
            new VehicleContext() {
                @Override
                public @Nullable VehicleProfile profile() {
                    return zone == null
                            ? null
                            : new VehicleProfile(
                                    "car",
                                    1,
                                    null,
                                    null,
                                    VehicleClass.PASSENGER_CAR,
                                    null,
                                    Propulsion.UNKNOWN,
                                    zone);
                }

                @Override
                public @Nullable Rule rule(String name, Telemetry record, long eventTime) {
                    return null;
                }

                @Override
                public Journal journal() {
                    return journal;
                }
            };

    DrivingRun() {
        this(DrivingSettings.DEFAULTS);
    }

    DrivingRun(DrivingSettings settings) {
        detector = new DrivingDetector(settings, HarshThresholds.DEFAULTS);
        state = detector.newState();
    }

    DrivingRun in(String timeZone) {
        zone = timeZone;
        return this;
    }

    /** Takes records in the order of arrival. */
    DrivingRun receive(List<Telemetry> records) {
        for (Telemetry record : records) {
            clock.offer(clockState, record, this);
        }
        return this;
    }

    /** As a savepoint and a restore do. */
    DrivingRun restart() {
        state = StateCopy.of(state);
        return this;
    }

    /** Nothing more comes. */
    DrivingRun end() {
        clock.advanceTo(clockState, Long.MAX_VALUE, this);
        silentBefore(DrivingDetector.NO_DEADLINE);
        return this;
    }

    @Override
    public void released(Telemetry record, long releasedAt) {
        silentBefore(record.receivedAt());
        detector.accept(state, record, releasedAt, context, told::add);
    }

    @Override
    public void duplicate(Telemetry record) {
        duplicates++;
    }

    @Override
    public void late(Telemetry record) {
        silentBefore(record.receivedAt());
        boolean taken = detector.acceptLate(state, record, record.receivedAt(), context, told::add);
        tooLate += taken ? 0 : 1;
    }

    private void silentBefore(long receivedAt) {
        long deadline = detector.deadline(state);
        while (deadline < receivedAt) {
            detector.expire(state, deadline, context, told::add);
            long next = detector.deadline(state);
            if (next <= deadline) {
                throw new IllegalStateException("the deadline does not move on");
            }
            deadline = next;
        }
    }

    DrivingMemory state() {
        return state;
    }

    /** What was told last of each, but for what was retracted, without revisions. */
    Map<String, Long> last() {
        Map<String, Long> last = new TreeMap<>();
        for (DrivingOutput output : told) {
            String key = output.kind() + " " + output.part() + " " + output.start();
            if (output.retracted()) {
                last.remove(key);
            } else {
                last.put(key, Digest.of(output));
            }
        }
        return last;
    }

    /** Windows of a size as they were told last, in the order of time. */
    List<DrivingTotals> windows(int minutes) {
        Map<Long, DrivingTotals> last = new TreeMap<>();
        for (DrivingOutput output : told) {
            if (output.window() != null && output.part() == minutes) {
                last.put(output.start(), output.window().totals());
            }
        }
        return new ArrayList<>(last.values());
    }

    /** Trips as they were told last, but for those retracted. */
    List<DrivingOutput> trips() {
        Map<Long, DrivingOutput> last = new TreeMap<>();
        for (DrivingOutput output : told) {
            if (output.kind() == DrivingOutput.Kind.TRIP) {
                last.put(output.start(), output);
            }
        }
        last.values().removeIf(DrivingOutput::retracted);
        return new ArrayList<>(last.values());
    }
}
