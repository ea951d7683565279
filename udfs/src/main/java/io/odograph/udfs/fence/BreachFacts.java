// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Place;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a breach or a visit. Numbers that are not known are NaN. A state type:
 * components are only ever added.
 *
 * @param thresholds thresholds in force
 * @param cause how it began
 * @param endReason why it is over, or null while it lasts
 * @param start event time at which it began, ms, by the clock as it is now
 * @param startInterpolated whether that lies between two fixes
 * @param end event time at which it ended, or of the last record, ms
 * @param endInterpolated whether that lies between two fixes
 * @param startPlace where it began, or null where not known
 * @param endPlace where it ended, or the vehicle was last, or null where not known
 * @param farthest how far beyond the line it got at most, m
 * @param farthestPlace where that was, or null where not known
 * @param distance way driven meanwhile, m
 * @param maxSpeed highest speed meanwhile, km/h
 * @param fixes positions meanwhile
 * @param confidence how sure it is, 0..1
 * @param withoutIgnition whether it moved with the ignition off: on a tow or a ferry
 * @param test whether the telemetry was marked as a test
 */
public record BreachFacts(
        FenceThresholds thresholds,
        BreachCause cause,
        @Nullable BreachEnd endReason,
        long start,
        boolean startInterpolated,
        long end,
        boolean endInterpolated,
        @Nullable Place startPlace,
        @Nullable Place endPlace,
        double farthest,
        @Nullable Place farthestPlace,
        double distance,
        double maxSpeed,
        int fixes,
        double confidence,
        boolean withoutIgnition,
        boolean test)
        implements Serializable {}
