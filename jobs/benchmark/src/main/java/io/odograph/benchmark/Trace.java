// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import io.odograph.evaluate.speeding.Fix;
import java.util.List;

/**
 * What a receiver reported of one drive, in the form that costs a contender nothing to read, with
 * the truth.
 *
 * @param times ms
 * @param latitudes degrees times 10^7
 * @param longitudes degrees times 10^7
 * @param speeds km/h
 * @param headings degrees clockwise from north, or NaN
 * @param truth directed edge of the road network that the vehicle really was on
 */
record Trace(
        long[] times,
        int[] latitudes,
        int[] longitudes,
        float[] speeds,
        float[] headings,
        int[] truth) {

    /** Degrees of one unit of a position. */
    static final double UNIT = 1e-7;

    static Trace of(List<Fix> fixes) {
        int size = fixes.size();
        Trace trace =
                new Trace(
                        new long[size],
                        new int[size],
                        new int[size],
                        new float[size],
                        new float[size],
                        new int[size]);
        for (int i = 0; i < size; i++) {
            Fix fix = fixes.get(i);
            trace.times[i] = Math.round(fix.time() * 1000);
            trace.latitudes[i] = (int) Math.round(fix.latitude() / UNIT);
            trace.longitudes[i] = (int) Math.round(fix.longitude() / UNIT);
            trace.speeds[i] = fix.speed();
            trace.headings[i] = fix.heading();
            trace.truth[i] = fix.truth().key();
        }
        return trace;
    }

    int size() {
        return times.length;
    }

    double latitude(int i) {
        return latitudes[i] * UNIT;
    }

    double longitude(int i) {
        return longitudes[i] * UNIT;
    }
}
