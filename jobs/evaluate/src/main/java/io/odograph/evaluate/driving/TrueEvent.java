// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import io.odograph.simulator.math.Units;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.motion.HarshThresholds;
import java.util.ArrayList;
import java.util.List;

/**
 * A manoeuvre that is harsh, or nearly. It must be told where the true acceleration, low-passed, is
 * above the threshold by a tenth for the least duration; where it is above nine tenths of it for so
 * long, but not that, it may be told or not.
 *
 * @param kind what it is
 * @param from begin of what is above nine tenths, s from the departure
 * @param to its end, s
 * @param grade by the peak
 * @param certain whether it must be told
 */
record TrueEvent(HarshKind kind, double from, double to, HarshGrade grade, boolean certain) {

    private static final double BAND = 0.1;
    private static final double LEAST = 0.5;
    private static final double GAP = 3;

    /** All of a drive, kind by kind. */
    static List<TrueEvent> of(TrueDrive drive) {
        HarshThresholds thresholds = HarshThresholds.DEFAULTS;
        double[] along = TwoSided.filter(drive.along());
        double[] across = TwoSided.filter(drive.across());
        List<TrueEvent> events = new ArrayList<>();
        double brakes = thresholds.braking() * Units.G;
        double corners = thresholds.cornering() * Units.G;
        find(events, HarshKind.ACCELERATION, along, thresholds.acceleration() * Units.G);
        find(events, HarshKind.BRAKING, along, brakes);
        find(events, HarshKind.CORNERING_LEFT, across, corners);
        find(events, HarshKind.CORNERING_RIGHT, across, corners);
        return events;
    }

    private static void find(
            List<TrueEvent> events, HarshKind kind, double[] signal, double threshold) {
        int sign = kind.isPositive() ? 1 : -1;
        int near = -1;
        int over = 0;
        int longest = 0;
        double peak = 0;
        TrueEvent last = null;
        for (int i = 0; i <= signal.length; i++) {
            double size = i < signal.length ? sign * signal[i] : 0;
            if (size >= (1 - BAND) * threshold) {
                near = near < 0 ? i : near;
                over = size >= (1 + BAND) * threshold ? over + 1 : 0;
                longest = Math.max(longest, over);
                peak = Math.max(peak, size);
            } else if (near >= 0) {
                if (i - near >= LEAST * TrueDrive.RATE) {
                    HarshGrade grade =
                            peak >= threshold * HarshThresholds.DEFAULTS.extreme()
                                    ? HarshGrade.EXTREME
                                    : peak >= threshold * HarshThresholds.DEFAULTS.severe()
                                            ? HarshGrade.SEVERE
                                            : HarshGrade.HARSH;
                    TrueEvent event =
                            new TrueEvent(
                                    kind,
                                    near / (double) TrueDrive.RATE,
                                    i / (double) TrueDrive.RATE,
                                    grade,
                                    longest >= LEAST * TrueDrive.RATE);
                    if (last != null && event.from - last.to <= GAP) {
                        events.remove(events.size() - 1);
                        event = last.with(event);
                    }
                    events.add(event);
                    last = event;
                }
                near = -1;
                over = 0;
                longest = 0;
                peak = 0;
            }
        }
    }

    private TrueEvent with(TrueEvent next) {
        HarshGrade higher = grade.compareTo(next.grade) > 0 ? grade : next.grade;
        return new TrueEvent(kind, from, next.to, higher, certain || next.certain);
    }
}
