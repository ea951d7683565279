// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/** How bad a crash is, by its change of velocity; see {@link CrashThresholds}. */
public enum CrashSeverity {
    /** Below the airbag threshold. */
    LOW,
    /** From the lower airbag threshold on. */
    MEDIUM,
    /** Where event data recorders lock their record; or an airbag or a rollover. */
    HIGH,
    /** Serious injury becomes likely. */
    CRITICAL;

    /** What a severity was taken from. */
    public enum Basis {
        /** Nothing measured it. */
        UNKNOWN,
        /** An unclipped recording. */
        IMU,
        /** The loss of speed. */
        SPEED,
        /** What the vehicle reports. */
        FLAGS
    }

    /** The severity of an incident. A deployed airbag or a rollover is never below HIGH. */
    public static CrashSeverity of(CrashFacts facts) {
        CrashSeverity measured = measured(facts);
        return isFlagged(facts) && measured.compareTo(HIGH) < 0 ? HIGH : measured;
    }

    /** What {@link #of} was taken from; never a clipped pulse. */
    public static Basis basis(CrashFacts facts) {
        if (!Double.isNaN(facts.reliableDeltaV())) {
            boolean flags = isFlagged(facts) && measured(facts).compareTo(HIGH) < 0;
            Basis measured = facts.hasReliablePulse() ? Basis.IMU : Basis.SPEED;
            return flags ? Basis.FLAGS : measured;
        }
        return isFlagged(facts) ? Basis.FLAGS : Basis.UNKNOWN;
    }

    private static CrashSeverity measured(CrashFacts facts) {
        double deltaV = facts.reliableDeltaV();
        if (!Double.isNaN(deltaV)) {
            return band(deltaV, facts.thresholds());
        }
        // Nothing tells; MEDIUM neither hides it nor drives it to the top. What a clipped pulse was
        // at least can only raise it.
        CrashSeverity least = band(facts.atLeast(), facts.thresholds());
        return least.compareTo(MEDIUM) > 0 ? least : MEDIUM;
    }

    private static CrashSeverity band(double deltaV, CrashThresholds bands) {
        if (deltaV > bands.critical()) {
            return CRITICAL;
        } else if (deltaV >= bands.severe()) {
            return HIGH;
        }
        return deltaV >= bands.moderate() ? MEDIUM : LOW;
    }

    private static boolean isFlagged(CrashFacts facts) {
        return Boolean.TRUE.equals(facts.airbagDeployed())
                || Boolean.TRUE.equals(facts.rolledOver());
    }
}
