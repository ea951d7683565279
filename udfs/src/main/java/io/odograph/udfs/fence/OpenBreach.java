// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.geo.Distance;
import io.odograph.udfs.telemetry.DeviceKind;
import org.jspecify.annotations.Nullable;

/**
 * A breach or visit while it lasts. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class OpenBreach {

    private static final double E7 = 1e7;

    /** Identity among those of the vehicle and the fence. */
    public String breach = "";

    /** Customer, or null. */
    public @Nullable String tenantId;

    /** Kind of the device that reported the start. */
    public DeviceKind deviceKind = DeviceKind.UNKNOWN;

    /** Trip, or null. */
    public @Nullable String tripId;

    /** Pseudonym of the driver, or null. */
    public @Nullable String driverId;

    /** How it began. */
    public BreachCause cause = BreachCause.CROSSED;

    /** Event time at which it began as first known, ms; not moved with the clock. */
    public long startedAt;

    /** Event time at which it began, ms. */
    public long start;

    /** Whether that lies between two fixes. */
    public boolean startInterpolated;

    /** Where it began, 1e-7 degrees. */
    public int startLatitude;

    /** Where it began, 1e-7 degrees. */
    public int startLongitude;

    /** Edges told so far. */
    public int revision;

    /** Event time at which it was told last, ms. */
    public long toldAt;

    /** Whether its dwell has been told. */
    public boolean dwellTold;

    /** How far beyond the line it got at most, m. */
    public double farthest;

    /** Where that was, 1e-7 degrees. */
    public int farthestLatitude;

    /** Where that was, 1e-7 degrees. */
    public int farthestLongitude;

    /** VehicleWay driven meanwhile, m. */
    public double distance;

    /** Highest speed meanwhile, km/h, or NaN. */
    public double maxSpeed = Double.NaN;

    /** Positions meanwhile. */
    public int fixes;

    /** Sum of the reported accuracies of these, m. */
    public double accuracySum;

    /** Whether it moved with the ignition off. */
    public boolean withoutIgnition;

    /** Whether the telemetry was marked as a test. */
    public boolean test;

    /** Where it was last, 1e-7 degrees. */
    public int lastLatitude;

    /** Where it was last, 1e-7 degrees. */
    public int lastLongitude;

    /** Takes in a position meanwhile. */
    void takeIn(VehicleFix fix, double beyond) {
        VehicleWay way = fix.way();
        driveTo(way.latitude(), way.longitude());
        fixes++;
        accuracySum += fix.accuracy();
        if (!(fix.speed() <= maxSpeed) && !Float.isNaN(fix.speed())) {
            maxSpeed = fix.speed();
        }
        withoutIgnition |= fix.withoutIgnition();
        takeInDistance(beyond, way.latitude(), way.longitude());
    }

    /** Takes in the way to a place. */
    void driveTo(int latitude, int longitude) {
        distance +=
                Distance.metres(
                        lastLatitude / E7, lastLongitude / E7, latitude / E7, longitude / E7);
        lastLatitude = latitude;
        lastLongitude = longitude;
    }

    /** Takes in how far beyond the line it is somewhere; NaN where that is not known. */
    void takeInDistance(double beyond, int latitude, int longitude) {
        if (beyond > farthest) {
            farthest = beyond;
            farthestLatitude = latitude;
            farthestLongitude = longitude;
        }
    }

    /**
     * How sure it is, 0..1: how far it got beyond the line against the error of its positions, as
     * the normal distribution has it for an error of that standard deviation.
     */
    double confidence() {
        double accuracy = fixes == 0 ? VehicleFix.USUAL_ACCURACY : accuracySum / fixes;
        double sigmas = farthest / Math.max(1, accuracy);
        // Logistic approximation of the normal distribution function, within 0.01.
        return 1 / (1 + StrictMath.exp(-1.702 * sigmas));
    }

    void moveBack(long millis) {
        start -= millis;
        toldAt -= millis;
    }
}
