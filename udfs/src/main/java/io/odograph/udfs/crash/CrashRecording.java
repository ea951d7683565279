// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.ImuBurst;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a vehicle reported around an incident. A state type: components are only ever added.
 *
 * @param samples one per second, oldest first
 * @param burst accelerometer recording of the strongest impact, or null
 * @param burstCut whether the recording was cut to its bound
 */
public record CrashRecording(List<Sample> samples, @Nullable ImuBurst burst, boolean burstCut) {

    /**
     * One second. Numbers that are not known are NaN.
     *
     * @param time event time of the report, ms
     * @param speed km/h
     * @param latitude degrees
     * @param longitude degrees
     * @param heading degrees clockwise from north
     * @param forward acceleration along the vehicle, m/s2
     * @param left acceleration across the vehicle, m/s2
     */
    public record Sample(
            long time,
            float speed,
            double latitude,
            double longitude,
            float heading,
            float forward,
            float left) {}
}
