// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import io.odograph.simulator.Episode;
import io.odograph.simulator.ExpectedCrash;
import io.odograph.simulator.math.Units;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.List;
import java.util.Objects;

/**
 * Whether a crash is one that speed alone can show: the true speed falls, from the last report
 * before the impact to the first after it, or from one within it, by more than brakes take in that
 * time, and by enough more that measuring it cannot hide it. Taken from the truth and the times of
 * the reports, not from what they say.
 */
final class Braking {

    /** Hardest emergency braking on dry roads, m/s2. */
    private static final double HARDEST = 1.1 * Units.G;

    /**
     * Three standard deviations of the difference of two measured speeds, km/h: satellite speed has
     * an RMSE of 2.3 against the vehicle bus (measured), wheel speed comes in whole numbers.
     */
    private static final double SATELLITES = 10;

    private static final double WHEELS = 2;

    /** Nothing that a driver does is told from a crash over longer gaps, s. */
    private static final double LONGEST_GAP = 3;

    /** A report may fall into the pulse, ms. */
    private static final long LONGEST_PULSE = 150;

    private Braking() {}

    /** Whether no brakes explain the loss of speed from one report to the next across the pulse. */
    static boolean cannotExplain(Episode episode, List<Telemetry> records) {
        ExpectedCrash truth = Objects.requireNonNull(episode.crash());
        long impact = truth.impactTime().toEpochMilli();
        Telemetry before = null;
        for (Telemetry record : records) {
            if (Float.isNaN(record.speed())) {
                continue;
            }
            boolean after = before != null && record.eventTime() > impact;
            if (after
                    && before.eventTime() <= impact + LONGEST_PULSE
                    && exceeds(episode, before, record)) {
                return true;
            }
            before = record;
        }
        return false;
    }

    private static boolean exceeds(Episode episode, Telemetry before, Telemetry after) {
        double gap = (after.eventTime() - before.eventTime()) / 1000.0;
        double loss = Units.toKmh(trueSpeed(episode, before) - trueSpeed(episode, after));
        boolean wheel = after.motion() != null && after.motion().speedSource() == SpeedSource.WHEEL;
        double noise = wheel ? WHEELS : SATELLITES;
        return gap <= LONGEST_GAP && loss > Units.toKmh(HARDEST * gap) + noise;
    }

    private static double trueSpeed(Episode episode, Telemetry record) {
        long since = record.eventTime() - CrashCase.START.toEpochMilli();
        return episode.trajectory().speed(since / 1000.0);
    }
}
