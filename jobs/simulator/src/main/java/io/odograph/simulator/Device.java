// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.schemas.AxesFrame;
import io.odograph.schemas.DeviceKind;
import io.odograph.schemas.DriverResponse;
import io.odograph.schemas.ImuBurst;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.simulator.math.Rng;
import io.odograph.simulator.math.Units;
import io.odograph.simulator.motion.Trajectory;
import io.odograph.simulator.scenario.PlannedCrash;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.sensor.ImuSensor;
import io.odograph.simulator.sensor.Recording;
import io.odograph.simulator.sensor.Shock;
import io.odograph.simulator.transport.Outbox;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reports on one vehicle: once a second under way, or as seldom as planned, and for two minutes
 * after, once a minute while parked, every ten seconds three minutes after a crash; recordings when
 * they are complete.
 */
final class Device {

    private static final double AFTER_TRIP = 120;
    private static final double AFTER_CRASH = 180;

    private final VehiclePlan plan;
    private final Trajectory trajectory;
    private final long startMillis;
    private final Reporter reporter;
    private final Rng rng;
    private final double phase;
    private long sequence;

    Device(VehiclePlan plan, Trajectory trajectory, Instant start, Rng rng) {
        this.plan = plan;
        this.trajectory = trajectory;
        this.startMillis = start.toEpochMilli();
        this.reporter = new Reporter(plan, trajectory, rng.fork("reporter"));
        this.rng = rng;
        this.phase = Units.round(rng.uniform(0, 0.999), 3);
    }

    /** Sends everything that the device reports in a duration, s. */
    void report(double duration, Outbox outbox) {
        Deque<Recording> pending = new ArrayDeque<>(recordings());
        double end = Math.min(duration, diesUnheard(pending));
        boolean alone = plan.sensors().sendsBurstAlone();
        for (double second = 0; second + phase < end; second = nextSecond(second)) {
            double time = second + phase;
            while (alone && !pending.isEmpty() && endOf(pending.element()) <= time) {
                Recording recording = pending.remove();
                send(endOf(recording), recording, false, outbox);
                end = Math.min(end, diesAfter(recording, endOf(recording)));
            }
            if (time < end) {
                boolean complete = !pending.isEmpty() && endOf(pending.element()) <= time;
                Recording recording = complete ? pending.remove() : null;
                send(time, recording, true, outbox);
                end = Math.min(end, recording == null ? end : diesAfter(recording, time));
            }
        }
    }

    /** When a crash ends the device if no recording of it is sent. */
    private double diesUnheard(Iterable<Recording> recordings) {
        PlannedCrash crash = plan.crash();
        if (crash == null) {
            return Double.POSITIVE_INFINITY;
        }
        for (Recording recording : recordings) {
            if (holds(recording, crash)) {
                return Double.POSITIVE_INFINITY;
            }
        }
        return crash.pulse().end() + crash.signs().silentAfter();
    }

    /** When a crash ends the device that has sent its recording. */
    private double diesAfter(Recording recording, double sent) {
        PlannedCrash crash = plan.crash();
        return crash != null && holds(recording, crash)
                ? sent + crash.signs().silentAfter()
                : Double.POSITIVE_INFINITY;
    }

    private boolean holds(Recording recording, PlannedCrash crash) {
        double first = crash.pulse().start();
        return recording.start() <= first && first < endOf(recording);
    }

    private double nextSecond(double second) {
        PlannedCrash crash = plan.crash();
        if (crash != null && second > crash.pulse().start() + AFTER_CRASH) {
            return second + 10;
        }
        if (second < plan.drive().departs() - 1) {
            return Math.min(second + 60, Math.floor(wakes(second)));
        }
        return second > plan.drive().arrives() + AFTER_TRIP
                ? second + 60
                : second + plan.reportEvery();
    }

    /** What wakes a parked device: its departure, or a blow, after which it stays awake. */
    private double wakes(double second) {
        PlannedCrash crash = plan.crash();
        double blow = crash == null ? Double.POSITIVE_INFINITY : crash.pulse().start();
        return Math.min(plan.drive().departs(), Math.max(blow, second + 1));
    }

    private List<Recording> recordings() {
        ImuSensor imu = plan.sensors().imu();
        List<Recording> recordings = new ArrayList<>();
        for (Shock shock : plan.shocks()) {
            Recording recording =
                    imu.record(
                            shock,
                            plan.shocks(),
                            trajectory,
                            plan.mounting(),
                            rng.fork("imu").fork(recordings.size()));
            if (recording != null) {
                recordings.add(recording);
            }
        }
        recordings.sort(Comparator.comparingDouble(Recording::start));
        return recordings;
    }

    private double endOf(Recording recording) {
        return recording.start() + recording.x().length / plan.sensors().imu().rate();
    }

    private void send(double time, @Nullable Recording recording, boolean regular, Outbox outbox) {
        long trueTime = startMillis + Units.millis(time);
        TelemetryRecord record = new TelemetryRecord();
        identify(record, time);
        record.setEventTime(Instant.ofEpochMilli(trueTime + plan.clockOffset(time)));
        record.setSequence(plan.counted() ? sequence++ : null);
        record.setDriverResponse(DriverResponse.UNKNOWN);
        if (recording != null) {
            record.setImuBurst(burst(recording));
        }
        if (regular) {
            reporter.fill(record, time);
        }
        outbox.send(time, trueTime, record);
    }

    private void identify(TelemetryRecord record, double time) {
        record.setVehicleId(plan.id());
        record.setTenantId(plan.tenant());
        record.setDeviceKind(plan.deviceKind());
        boolean countsTrips = plan.sensors().readsVehicle() && plan.drive().isUnderway(time);
        record.setTripId(countsTrips ? "trip-1" : null);
        record.setDriverId(
                plan.deviceKind() == DeviceKind.PHONE ? "driver-" + plan.number() : null);
    }

    private ImuBurst burst(Recording recording) {
        ImuSensor imu = plan.sensors().imu();
        long start = startMillis + Units.millis(recording.start());
        return ImuBurst.newBuilder()
                .setStart(Instant.ofEpochMilli(start + plan.clockOffset(recording.start())))
                .setRate((float) imu.rate())
                .setRange((float) imu.range())
                .setFrame(imu.vehicleFrame() ? AxesFrame.VEHICLE : AxesFrame.DEVICE)
                .setGravityIncluded(imu.gravityIncluded())
                .setX(new Samples(recording.x()))
                .setY(new Samples(recording.y()))
                .setZ(new Samples(recording.z()))
                .build();
    }
}
