// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DeviceKind;

/** What a pulse is worth. */
enum PulseVerdict {
    /** Nothing: a road defect, a slammed door, braking. */
    NONE,
    /** As strong as an impact, but as a dropped, thrown or handled device makes it too. */
    DOUBTFUL,
    /** An impact of the vehicle. */
    IMPACT;

    /**
     * A drop stays above 4 g for at most 45 ms and a clipped crash pulse far longer; s. Also the
     * least duration of an impact at low speed: doors and boots slam within 30 ms.
     */
    private static final double LONGER_THAN_A_DROP = 0.050;

    /**
     * Change of velocity over peak, s: half the width of a pulse. Crash pulses of 80 ms and more
     * have 40 ms, drops at most 30.
     */
    private static final double NARROW = 0.035;

    /** From this rate a drop and a crash differ in width, Hz. */
    private static final double TELLS_WIDTH = 50;

    private static final double KMH_PER_MS = 3.6;

    /**
     * Judges a pulse.
     *
     * @param pulse the pulse
     * @param device kind of the device
     * @param handled whether the device says that it was being handled
     * @param speedBefore highest speed in the seconds before, km/h, or NaN
     * @param thresholds thresholds in force
     */
    static PulseVerdict of(
            ImpactPulse pulse,
            DeviceKind device,
            boolean handled,
            double speedBefore,
            CrashThresholds thresholds) {
        if (pulse.deltaV() < thresholds.impactDeltaV() && !isClippedLong(pulse)) {
            return NONE;
        }
        boolean fast = speedBefore >= thresholds.speedBefore();
        if (isRigid(device, pulse.vehicleAxes())) {
            return fast || isLong(pulse) ? IMPACT : NONE;
        }
        boolean doubtful = handled || isShort(pulse) || pulse.freeFall() >= thresholds.freeFall();
        if (!fast) {
            // Slow or standing, a loose device is knocked more often than the vehicle is.
            boolean strong = pulse.deltaV() >= thresholds.moderate() || isClippedLong(pulse);
            return strong && isLong(pulse) && !doubtful ? IMPACT : NONE;
        }
        return doubtful ? DOUBTFUL : IMPACT;
    }

    /** Whether a device moves as the vehicle does: fixed to it, or it knows the vehicle's axes. */
    static boolean isRigid(DeviceKind device, boolean vehicleAxes) {
        return switch (device) {
            case EMBEDDED, OBD_DONGLE, BLACK_BOX -> true;
            case PHONE -> false;
            case UNKNOWN -> vehicleAxes;
        };
    }

    /**
     * In vehicle axes half a sample is granted: two of 40 ms that are clipped only in part may have
     * been 50 ms. In other axes gravity takes up range, and a pothole clips a sensor of 2 g.
     */
    private static boolean isClippedLong(ImpactPulse pulse) {
        double granted = pulse.vehicleAxes() ? 0.5 / pulse.rate() : 0;
        return pulse.clipped() > 0 && pulse.clipped() + granted >= LONGER_THAN_A_DROP;
    }

    private static boolean isLong(ImpactPulse pulse) {
        // One sample of a slow recording stands for long, but need not have lasted.
        boolean manySamples = pulse.duration() * pulse.rate() > 1_500;
        return manySamples && pulse.duration() >= LONGER_THAN_A_DROP * 1000;
    }

    /** Whether a pulse is as short as that of a knocked device. */
    static boolean isShort(ImpactPulse pulse) {
        double width = pulse.deltaV() / KMH_PER_MS / pulse.peakAcceleration();
        return pulse.rate() >= TELLS_WIDTH
                && pulse.aboveFourG() < LONGER_THAN_A_DROP
                && width < NARROW;
    }
}
