// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.SpeedSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An episode of speeding while it is open, whether or not it is long enough to be told. Changed in
 * place.
 *
 * <p>What comes after the last report above the limit is kept apart, in the fields of the gap, and
 * counts when another one follows.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class OpenEpisode {

    /** Limits and roads of which the time is kept; the shortest is given up for one more. */
    static final int MAX_KINDS = 8;

    /** Over a longer interval two reports do not tell what was between them, ms. */
    static final long LONGEST_INTERVAL = 35_000;

    /** The vehicle; here because silence is told without a record. */
    public String vehicleId = "";

    /** Customer, or null. */
    public @Nullable String tenantId;

    /** Kind of the device that reported the start. */
    public DeviceKind deviceKind = DeviceKind.UNKNOWN;

    /** Trip, or null. */
    public @Nullable String tripId;

    /** Pseudonym of the driver, or null. */
    public @Nullable String driverId;

    /** Trace of the last record, or null. */
    public @Nullable String traceId;

    /** Event time of the start as it was first known, ms: the identity. */
    public long episode;

    /** Latest receive time of a record, ms. */
    public long lastReceived;

    /** Thresholds in force when it began. */
    public SpeedingThresholds thresholds = SpeedingThresholds.DEFAULTS;

    /** Rule that they came from, or null. */
    public @Nullable String ruleVersion;

    /** Class of the vehicle. */
    public VehicleClass vehicleClass = VehicleClass.UNKNOWN;

    /** Whether the telemetry was marked as a test. */
    public boolean test;

    /** Version of the road network. */
    public String roadVersion = "";

    /** Whether its start has been told. */
    public boolean told;

    /** Highest band that counted. */
    public SpeedBand band = SpeedBand.MINOR;

    /** Event time since when the band was MAJOR or more, ms, or NEVER. */
    public long majorSince = SpeedingState.NEVER;

    /** Event time since when the band was SEVERE, ms, or NEVER. */
    public long severeSince = SpeedingState.NEVER;

    /** Event time of the first report above the tolerance, ms. */
    public long start;

    /** Event time of the last one, ms. */
    public long lastOver;

    /** Limit that counted then. */
    public @Nullable EffectiveLimit lastLimit;

    /** The number that the speed was held against then, km/h. */
    public float lastKmh;

    /** Road of then. */
    public @Nullable RoadTime lastRoad;

    /** Whether the vehicle has been seen below since. */
    public boolean below;

    /** Time between reports above the tolerance that are near enough to each other, ms. */
    public long covered;

    /** Event time of the last report that tells of the excess, ms. */
    public long knownTime;

    /** Its excess, km/h, or 0 below the limit. */
    public double knownExcess;

    /** Event time of the last report that tells of the speed, ms. */
    public long speedTime;

    /** That speed, km/h. */
    public double speed;

    /** Integral of the excess until the last report above, km/h * s. */
    public double speedSeconds;

    /** The same since then. */
    public double gapSpeedSeconds;

    /** Way driven until the last report above, m. */
    public double distance;

    /** The same since then. */
    public double gapDistance;

    /** Fixes until the last report above. */
    public int fixes;

    /** Those of them that tell of the excess. */
    public int known;

    /** Fixes since then. */
    public int gapFixes;

    /** Those of them that tell of the excess. */
    public int gapKnown;

    /** Reports above. */
    public int overs;

    /** Sum of the match confidences of these. */
    public double confidenceSum;

    /** Highest speed of a report above, km/h. */
    public double peakSpeed;

    /** Highest excess, km/h. */
    public double peakExcess;

    /** Event time of that, ms. */
    public long peakTime;

    /** Where that was, 1e-7 degrees. */
    public int peakLatitude;

    /** Where that was, 1e-7 degrees. */
    public int peakLongitude;

    /** Limit of then. */
    public @Nullable LimitTime peakLimit;

    /** Where the speed of then comes from. */
    public SpeedSource peakSource = SpeedSource.UNKNOWN;

    /** Where it began, 1e-7 degrees. */
    public int startLatitude;

    /** Where it began, 1e-7 degrees. */
    public int startLongitude;

    /** For how long each limit counted. */
    public List<LimitTime> limits = new ArrayList<>();

    /** For how long it was on each road. */
    public List<RoadTime> roads = new ArrayList<>();

    /** Begins with its first report. */
    void begin(SpeedReport report) {
        start = report.time;
        lastOver = report.time;
        knownTime = report.time;
        speedTime = report.time;
        speed = report.speed;
        knownExcess = report.excess();
        startLatitude = report.latitude;
        startLongitude = report.longitude;
        peakExcess = Double.NEGATIVE_INFINITY;
        gapFixes = report.fix ? 1 : 0;
        gapKnown = gapFixes;
        takeOver(report);
    }

    /** Takes a report of after the start into the gap since the last one above. */
    void pass(SpeedReport report) {
        gapFixes += report.fix ? 1 : 0;
        gapKnown += report.fix && report.isKnown() ? 1 : 0;
        if (!Float.isNaN(report.speed)) {
            double seconds = (report.time - speedTime) / 1000.0;
            gapDistance += (speed + report.speed) / 2 / 3.6 * seconds;
            speed = report.speed;
            speedTime = report.time;
        }
        if (report.isKnown()) {
            double excess = Math.max(0, report.excess());
            gapSpeedSeconds += (knownExcess + excess) / 2 * (report.time - knownTime) / 1000.0;
            knownExcess = excess;
            knownTime = report.time;
        }
    }

    /** The report that was passed last is above the tolerance: all of the gap counts. */
    void takeOver(SpeedReport report) {
        long interval = report.time - lastOver;
        boolean near = interval <= LONGEST_INTERVAL;
        covered += near ? interval : 0;
        spend(interval);
        speedSeconds += gapSpeedSeconds;
        distance += gapDistance;
        fixes += gapFixes;
        known += gapKnown;
        gapSpeedSeconds = 0;
        gapDistance = 0;
        gapFixes = 0;
        gapKnown = 0;
        overs++;
        confidenceSum += report.confidence;
        below = false;
        lastOver = report.time;
        lastLimit = report.limit;
        lastKmh = report.kmh;
        lastRoad = road(report);
        peakSpeed = Math.max(peakSpeed, report.speed);
        if (report.excess() > peakExcess && report.limit != null) {
            peakExcess = report.excess();
            peakTime = report.time;
            peakLatitude = report.latitude;
            peakLongitude = report.longitude;
            peakLimit = new LimitTime(report.limit, report.kmh, 0);
            peakSource = report.source;
        }
        rise(report, near);
    }

    private void rise(SpeedReport report, boolean near) {
        SpeedBand now = thresholds.band(report.excess(), report.kmh);
        boolean major = now.compareTo(SpeedBand.MAJOR) >= 0;
        majorSince = since(near ? majorSince : SpeedingState.NEVER, major, report.time);
        boolean severe = now == SpeedBand.SEVERE;
        severeSince = since(near ? severeSince : SpeedingState.NEVER, severe, report.time);
        long hold = thresholds.bandHoldMillis();
        if (majorSince != SpeedingState.NEVER && report.time - majorSince >= hold) {
            band = band == SpeedBand.SEVERE ? band : SpeedBand.MAJOR;
        }
        if (severeSince != SpeedingState.NEVER && report.time - severeSince >= hold) {
            band = SpeedBand.SEVERE;
        }
    }

    private static long since(long since, boolean holds, long time) {
        if (!holds) {
            return SpeedingState.NEVER;
        }
        return since == SpeedingState.NEVER ? time : since;
    }

    /** The report that was passed last is not above the tolerance. */
    void takeBelow() {
        below = true;
        majorSince = SpeedingState.NEVER;
        severeSince = SpeedingState.NEVER;
    }

    /** The limit and road of the last report above lasted until now. */
    private void spend(long millis) {
        EpisodeTimes.add(limits, lastLimit, lastKmh, millis);
        EpisodeTimes.add(roads, lastRoad, millis);
    }

    private @Nullable RoadTime road(SpeedReport report) {
        EffectiveLimit road = report.road;
        if (road == null) {
            return lastRoad;
        }
        if (lastRoad != null && lastRoad.wayId() == road.wayId()) {
            return lastRoad;
        }
        return new RoadTime(road.wayId(), road.roadClass(), report.name(), road.country(), 0);
    }

    /** The device set its clock back by some ms. */
    void moveBack(long millis) {
        start -= millis;
        lastOver -= millis;
        knownTime -= millis;
        speedTime -= millis;
        peakTime -= millis;
        majorSince -= majorSince == SpeedingState.NEVER ? 0 : millis;
        severeSince -= severeSince == SpeedingState.NEVER ? 0 : millis;
    }
}
