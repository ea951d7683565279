// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.common.alert.Alert;
import org.jspecify.annotations.Nullable;

/**
 * A crash as the job found it; becomes a {@code CrashAlert} on the way out. Numbers that are not
 * known are NaN.
 *
 * @param alert what every alert begins with
 * @param deltaV change of velocity within 150 ms, km/h
 * @param peakAcceleration largest resultant, m/s2
 * @param saturated whether both are lower bounds
 * @param speedBefore highest speed before the impact, km/h
 * @param airbagDeployed whether an airbag deployed, or null where not reported
 * @param rolledOver whether the vehicle rolled over, or null where not reported
 * @param restTime event time at which the vehicle came to rest, ms
 */
public record CrashIncident(
        Alert alert,
        double deltaV,
        double peakAcceleration,
        boolean saturated,
        float speedBefore,
        @Nullable Boolean airbagDeployed,
        @Nullable Boolean rolledOver,
        long restTime) {}
