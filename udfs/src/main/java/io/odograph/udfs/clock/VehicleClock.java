// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.clock;

import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the records of one vehicle into the order of the vehicle's own time and lets each go exactly
 * once: released, duplicate or late.
 *
 * <p>A record that directly follows the one before it in the device's count is released without
 * waiting. Behind a gap, records wait until the gap is filled or {@link ClockLimits#maxWait} of
 * receive time has passed. The first record of a vehicle, the first after a restart of the count,
 * and every record of a device that does not count may have an unseen predecessor and wait
 * likewise; so do the records of a vehicle with several devices, because the others may still be
 * behind. What arrives after its place was passed is late.
 *
 * <p>What comes out depends on the vehicle's own records and their receive times alone. {@link
 * #advanceTo} only lets out earlier what the vehicle's next record would have let out before
 * itself, with the same {@code releasedAt}; so timers and watermarks change when, never what.
 *
 * <p>Stateless and thread-safe; the state belongs to the caller and is changed in place.
 */
public final class VehicleClock implements Serializable {

    /** Devices remembered per vehicle; one more replaces the one that was silent the longest. */
    public static final int MAX_DEVICES = 4;

    /** A device silent for so long, in ms of receive time, no longer makes the others wait. */
    static final long DEVICE_SILENCE = 600_000;

    /** Accelerometer samples of one vehicle that may wait: 2 MiB; beyond it the oldest go. */
    static final long MAX_SAMPLES_HELD = 200_000;

    private static final Comparator<Telemetry> ORDER =
            Comparator.comparingLong(Telemetry::eventTime)
                    .thenComparing(r -> Objects.requireNonNullElse(r.deviceId(), ""))
                    .thenComparingLong(Telemetry::sequence)
                    .thenComparingLong(r -> r.hasSequence() ? 0 : Fingerprint.of(r));

    private final ClockLimits limits;

    /** Creates a clock with these limits. */
    public VehicleClock(ClockLimits limits) {
        this.limits = limits;
    }

    /**
     * Takes one record of the vehicle, in the order of arrival.
     *
     * @param state the vehicle's state, changed
     * @param record the record
     * @param out takes this record and those that it lets out, in order
     */
    public void offer(ClockState state, Telemetry record, ClockOutput out) {
        long now = Math.max(state.lastReceived, record.receivedAt());
        advanceTo(state, now, out);
        state.lastReceived = now;
        forgetSilentDevices(state, now);

        DeviceTrack device = deviceOf(state, record.deviceId());
        if (device != null) {
            device.lastReceived = now;
        }
        if (isHeld(state, record)) {
            out.duplicate(record);
        } else if (device != null && wasPassed(device, record)) {
            takePassed(device, record, out);
        } else if (isBehind(state, device, record)) {
            takeBehind(state, device, record, now, out);
        } else {
            takeAhead(state, device, record, now, out);
        }
    }

    /**
     * Lets out what has waited long enough.
     *
     * @param state the vehicle's state, changed
     * @param now receive time that has been reached, ms; waits that end before it are over
     * @param out takes the records, in order
     */
    public void advanceTo(ClockState state, long now, ClockOutput out) {
        while (!state.held.isEmpty()) {
            int first = firstDeadline(state);
            long deadline = state.held.get(first).deadline();
            if (deadline >= now) {
                return;
            }
            for (int i = 0; i <= first; i++) {
                releaseFirstHeld(state, deadline, out);
            }
            releaseContiguous(state, deadline, out);
        }
    }

    /**
     * Receive time after which {@link #advanceTo} has something to do, or {@code Long.MAX_VALUE}.
     */
    public long nextDeadline(ClockState state) {
        return state.held.isEmpty()
                ? Long.MAX_VALUE
                : state.held.get(firstDeadline(state)).deadline();
    }

    /** Receive time from which a vehicle that was not heard of is as good as unknown, ms. */
    public long forgetsAt(ClockState state) {
        return state.lastReceived + limits.retention();
    }

    /** What this clock may wait for and remember. */
    public ClockLimits limits() {
        return limits;
    }

    private static boolean isHeld(ClockState state, Telemetry record) {
        for (HeldRecord held : state.held) {
            if (held.record().eventTime() == record.eventTime()
                    && ORDER.compare(held.record(), record) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBehind(
            ClockState state, @Nullable DeviceTrack device, Telemetry record) {
        if (record.eventTime() != state.lastEventTime) {
            return record.eventTime() < state.lastEventTime;
        }
        return record.hasSequence()
                && device != null
                && !device.epochs.isEmpty()
                && record.sequence() <= device.last();
    }

    /** Whether the device's own memory says that the record's place was passed. */
    private static boolean wasPassed(DeviceTrack device, Telemetry record) {
        return record.hasSequence() ? device.epochOf(record) != null : device.isRemembered(record);
    }

    private static void takePassed(DeviceTrack device, Telemetry record, ClockOutput out) {
        CountEpoch epoch = device.epochOf(record);
        if (epoch != null && epoch.isMissing(record)) {
            epoch.fill(record);
            out.late(record);
        } else {
            out.duplicate(record);
        }
    }

    private void takeBehind(
            ClockState state,
            @Nullable DeviceTrack device,
            Telemetry record,
            long now,
            ClockOutput out) {
        if (device == null) {
            // From now on the others wait for this device, or it would stay late for ever.
            addDevice(state, record.deviceId(), now);
            out.late(record);
        } else if (device.isClockStep(record, now)) {
            while (!state.held.isEmpty()) {
                releaseFirstHeld(state, now, out);
            }
            out.clockStepped(record);
            release(state, record, now, out);
        } else {
            if (!record.hasSequence()) {
                device.remember(record);
            }
            out.late(record);
        }
    }

    private void takeAhead(
            ClockState state,
            @Nullable DeviceTrack device,
            Telemetry record,
            long now,
            ClockOutput out) {
        DeviceTrack track = device == null ? addDevice(state, record.deviceId(), now) : device;
        if (state.held.isEmpty() && state.devices.size() == 1 && track.isNext(record)) {
            release(state, record, now, out);
            return;
        }
        hold(state, new HeldRecord(record, now + limits.maxWait()));
        releaseContiguous(state, now, out);
        while (state.held.size() > limits.maxHeld() || samplesHeld(state) > MAX_SAMPLES_HELD) {
            releaseFirstHeld(state, now, out);
            releaseContiguous(state, now, out);
        }
    }

    /** Accelerometer samples that wait: counted apart, since one recording may outweigh a drive. */
    private static long samplesHeld(ClockState state) {
        long samples = 0;
        for (HeldRecord held : state.held) {
            ImuBurst burst = held.record().imuBurst();
            samples += burst == null ? 0 : burst.x().length;
        }
        return samples;
    }

    private static void hold(ClockState state, HeldRecord held) {
        int at = state.held.size();
        while (at > 0 && ORDER.compare(state.held.get(at - 1).record(), held.record()) > 0) {
            at--;
        }
        state.held.add(at, held);
    }

    private static void releaseContiguous(ClockState state, long now, ClockOutput out) {
        while (!state.held.isEmpty() && state.devices.size() == 1) {
            if (!state.devices.get(0).isNext(state.held.get(0).record())) {
                return;
            }
            releaseFirstHeld(state, now, out);
        }
    }

    private static void releaseFirstHeld(ClockState state, long now, ClockOutput out) {
        release(state, state.held.remove(0).record(), now, out);
    }

    private static void release(ClockState state, Telemetry record, long now, ClockOutput out) {
        DeviceTrack device = deviceOf(state, record.deviceId());
        if (device == null) {
            device = addDevice(state, record.deviceId(), state.lastReceived);
        }
        device.release(record);
        state.lastEventTime = record.eventTime();
        out.released(record, now);
    }

    private static int firstDeadline(ClockState state) {
        int first = 0;
        for (int i = 1; i < state.held.size(); i++) {
            if (state.held.get(i).deadline() < state.held.get(first).deadline()) {
                first = i;
            }
        }
        return first;
    }

    private static @Nullable DeviceTrack deviceOf(ClockState state, @Nullable String deviceId) {
        List<DeviceTrack> devices = state.devices;
        for (int i = 0; i < devices.size(); i++) {
            if (Objects.equals(devices.get(i).deviceId, deviceId)) {
                return devices.get(i);
            }
        }
        return null;
    }

    private static DeviceTrack addDevice(ClockState state, @Nullable String deviceId, long now) {
        if (state.devices.size() == MAX_DEVICES) {
            state.devices.remove(
                    state.devices.stream()
                            .min(Comparator.comparingLong(d -> d.lastReceived))
                            .orElseThrow());
        }
        DeviceTrack added = new DeviceTrack();
        added.deviceId = deviceId;
        added.lastReceived = now;
        state.devices.add(added);
        return added;
    }

    private static void forgetSilentDevices(ClockState state, long now) {
        if (state.devices.size() > 1) {
            state.devices.removeIf(d -> d.lastReceived < now - DEVICE_SILENCE);
        }
    }
}
