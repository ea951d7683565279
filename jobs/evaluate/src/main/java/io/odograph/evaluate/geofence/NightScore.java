// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import java.util.ArrayList;
import java.util.List;

/**
 * How quiet parked vehicles are.
 *
 * @param nights of ten hours
 * @param reports of their devices
 * @param told starts and ends of breaches and visits that were told at all
 * @param flaps of them told after the place of the vehicle had settled, see {@link Night#settled}
 * @param flapping nights with such
 * @param examples of these, a few
 */
record NightScore(
        int nights, long reports, int told, int flaps, int flapping, List<String> examples) {

    /** Nothing judged. */
    static final NightScore NONE = new NightScore(0, 0, 0, 0, 0, List.of());

    private static final int EXAMPLES = 8;

    NightScore plus(NightScore other) {
        List<String> joined = new ArrayList<>(examples);
        joined.addAll(other.examples);
        return new NightScore(
                nights + other.nights,
                reports + other.reports,
                told + other.told,
                flaps + other.flaps,
                flapping + other.flapping,
                joined.stream().limit(EXAMPLES).toList());
    }
}
