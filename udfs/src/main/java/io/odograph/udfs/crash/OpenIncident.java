// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Position;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident while it is open. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class OpenIncident {

    /** Two pulses closer than this are one, recorded twice, ms. */
    private static final long SAME_PULSE = 500;

    private static final int MAX_PULSES = 16;

    /** The vehicle; here because silence is told without a record. */
    public String vehicleId = "";

    /** Customer, or null. */
    public @Nullable String tenantId;

    /** Kind of the device that opened it. */
    public DeviceKind deviceKind = DeviceKind.UNKNOWN;

    /** Trip, or null. */
    public @Nullable String tripId;

    /** Pseudonym of the driver, or null. */
    public @Nullable String driverId;

    /** Trace of the last deciding record, or null. */
    public @Nullable String traceId;

    /** Event time of the first impact as it was first known, ms: the identity. */
    public long incident;

    /** Event time of the first impact by the clock as it is now, ms. */
    public long impactTime;

    /** Event time of the last impact by the clock as it is now, ms. */
    public long lastImpactTime;

    /** Latest receive time of a record, ms. */
    public long lastReceived;

    /** Receive time at which it was opened, ms. */
    public long openedAt;

    /** Whether silence has been told. */
    public boolean silent;

    /** Event time since which the vehicle has stood, ms, or {@link CrashState#NEVER}. */
    public long restSince = CrashState.NEVER;

    /** Latitude where it stands, or NaN. */
    public double restLatitude = Double.NaN;

    /** Longitude where it stands, or NaN. */
    public double restLongitude = Double.NaN;

    /** Event time since which the vehicle has been at speed, ms, or {@link CrashState#NEVER}. */
    public long fastSince = CrashState.NEVER;

    /** Whether rest has been told. */
    public boolean rested;

    /** Whether the recording has been told. */
    public boolean recorded;

    /** Whether the speed after the impact is settled. */
    public boolean settled;

    /** Edges of more evidence so far, which bounds them. */
    public int moreEdges;

    /** Highest speed in the 10 s before, km/h, or NaN. */
    public double speedBefore = Double.NaN;

    /** Last speed before the impact, km/h, or NaN. */
    public double speedAtImpact = Double.NaN;

    /** Change of velocity by the reports just before and after the impact, km/h, or NaN. */
    public double speedDeltaV = Double.NaN;

    /** Speed lost across the impact, km/h, or NaN. */
    public double speedChange = Double.NaN;

    /** Event times of the pulses, ms; the first {@value #MAX_PULSES}. */
    public long[] pulseTimes = new long[0];

    /** The strongest pulse, or null. */
    public @Nullable ImpactPulse pulse;

    /** Whether any pulse was clipped: then none tells how strong the strongest was. */
    public boolean saturated;

    /** Whether that pulse may be of a device that was dropped or handled. */
    public boolean pulseDoubtful;

    /** Its recording, cut to its bound, or null. */
    public @Nullable ImuBurst burst;

    /** Whether the recording was cut. */
    public boolean burstCut;

    /** Further impacts. */
    public int secondaryImpacts;

    /** Evidence, at most one of a kind. */
    public List<Evidence> evidence = new ArrayList<>();

    /** Thresholds in force when it opened. */
    public CrashThresholds thresholds = CrashThresholds.DEFAULTS;

    /** Rule that they came from, or null for the job's options. */
    public @Nullable String ruleVersion;

    /** Last position at the incident, or null. */
    public @Nullable Position position;

    /** Whether it can be trusted. */
    public boolean positionTrusted;

    /** Direction of travel before, degrees clockwise from north, or NaN. */
    public float heading = Float.NaN;

    /** The position before, or null. */
    public @Nullable Position previous;

    /** The one before, or null. */
    public @Nullable Position beforePrevious;

    /** Seats reported as occupied, or -1. */
    public int occupants = -1;

    /** Belts reported as fastened, or -1. */
    public int belted = -1;

    /** Whether it was received long after it happened. */
    public boolean delayed;

    /** False where the driver's call for help opened it. */
    public boolean automatic = true;

    /** Whether the telemetry was marked as a test. */
    public boolean test;

    /** Whether the vehicle reports its airbags. */
    public boolean readsAirbag;

    /** Whether the vehicle reports a rollover. */
    public boolean readsRollover;

    /** Class of the vehicle. */
    public VehicleClass vehicleClass = VehicleClass.UNKNOWN;

    /** Vehicle identification number, or null. */
    public @Nullable String vin;

    /** Kind of drive. */
    public Propulsion propulsion = Propulsion.UNKNOWN;

    /** Adds evidence unless there is stronger of its kind; tells whether that changed anything. */
    boolean add(Evidence item) {
        for (int i = 0; i < evidence.size(); i++) {
            Evidence known = evidence.get(i);
            if (known.kind() == item.kind()) {
                boolean stronger = item.weight() > known.weight() || item.value() > known.value();
                if (stronger) {
                    evidence.set(i, item);
                }
                return stronger;
            }
        }
        evidence.add(item);
        evidence.sort(Comparator.comparing(Evidence::kind));
        return true;
    }

    /**
     * Adds a pulse of the vehicle: the first, the same recorded again, or another impact.
     *
     * @return whether that changed anything
     */
    boolean add(ImpactPulse other, ImuBurst recording, int maxSamples) {
        boolean first = pulse == null || pulseDoubtful;
        if (pulseDoubtful) {
            pulseDoubtful = false;
            saturated = false;
            pulseTimes = new long[0];
            evidence.removeIf(OpenIncident::doubts);
        }
        boolean another = !first && isNew(other.time());
        if (another) {
            secondaryImpacts++;
            add(Evidence.of(EvidenceKind.SECONDARY_IMPACT, other.time()));
        }
        rememberTime(other.time());
        saturated |= other.saturated();
        boolean strongest = first || other.deltaV() > pulse.deltaV();
        if (strongest) {
            take(other, recording, maxSamples);
        }
        add(Evidence.ofPulse(other, deviceKind != DeviceKind.PHONE, thresholds));
        return another || strongest;
    }

    /**
     * Adds a pulse that may be of a dropped or handled device: no evidence alone, but beside other;
     * never graded, and forgotten for a better one.
     *
     * @param recording the recording, or null where it is not at hand any more
     * @return whether that changed anything
     */
    boolean addDoubtful(
            ImpactPulse other, boolean handled, @Nullable ImuBurst recording, int maxSamples) {
        if (pulse != null) {
            return false;
        }
        pulseDoubtful = true;
        rememberTime(other.time());
        saturated = other.saturated();
        take(other, recording, maxSamples);
        add(Evidence.ofPulse(other, deviceKind != DeviceKind.PHONE, thresholds));
        if (handled) {
            add(Evidence.of(EvidenceKind.HANDLED, other.time()));
        }
        if (PulseVerdict.isShort(other) || other.freeFall() >= thresholds.freeFall()) {
            add(Evidence.of(EvidenceKind.SHORT_PULSE, other.time()));
        }
        return true;
    }

    private static boolean doubts(Evidence item) {
        return switch (item.kind()) {
            case SHORT_PULSE, HANDLED, DELTA_V, DELTA_V_DEVICE_AXES, CLIPPED_PULSE -> true;
            default -> false;
        };
    }

    private boolean isNew(long time) {
        for (long known : pulseTimes) {
            if (Math.abs(time - known) <= SAME_PULSE) {
                return false;
            }
        }
        return true;
    }

    private void rememberTime(long time) {
        lastImpactTime = Math.max(lastImpactTime, time);
        if (pulseTimes.length < MAX_PULSES && isNew(time)) {
            pulseTimes = Arrays.copyOf(pulseTimes, pulseTimes.length + 1);
            pulseTimes[pulseTimes.length - 1] = time;
        }
    }

    private void take(ImpactPulse strongest, @Nullable ImuBurst recording, int maxSamples) {
        pulse = strongest;
        if (recorded || recording == null) {
            return;
        }
        burst = BurstCut.around(recording, strongest.time(), maxSamples);
        burstCut = burst.x().length < recording.x().length;
    }

    /** The device set its clock back by some ms. */
    void moveBack(long millis) {
        impactTime -= millis;
        lastImpactTime -= millis;
        for (int i = 0; i < pulseTimes.length; i++) {
            pulseTimes[i] -= millis;
        }
        restSince -= restSince == CrashState.NEVER ? 0 : millis;
        fastSince -= fastSince == CrashState.NEVER ? 0 : millis;
    }

    /** Whether the vehicle itself reports what only a crash does. */
    boolean isBeyondDoubt() {
        return has(EvidenceKind.AIRBAG) || has(EvidenceKind.ROLLOVER);
    }

    /** Whether there is evidence of a kind. */
    boolean has(EvidenceKind kind) {
        return evidence.stream().anyMatch(item -> item.kind() == kind);
    }
}
