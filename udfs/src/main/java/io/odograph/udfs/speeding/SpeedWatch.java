// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.geo.PositionGrid;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadSpot;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Judges one report after the other: on which road, against which limit, of which episode. Holds
 * what one thread needs for that, and of a vehicle nothing between two calls.
 */
final class SpeedWatch implements RoadMatches, Episodes.Edges {

    private final SpeedingSettings settings;
    private final RoadNetwork network;
    private final FixMatcher matcher;
    private final LimitReader limits;
    private final RulesInForce rules;
    private final EpisodeFacts facts;
    private final SpeedReport report;
    private final Supplier<@Nullable OpenEpisode> opening = this::open;

    private SpeedingState state = new SpeedingState();
    private @Nullable Telemetry record;
    private VehicleContext context = VehicleContext.NONE;
    private long decidedAt;
    private Consumer<SpeedingEdge> edges = edge -> {};

    SpeedWatch(SpeedingSettings settings, RoadNetwork network, FixMatcher matcher) {
        this.settings = settings;
        this.network = network;
        this.matcher = matcher;
        this.limits = new LimitReader(network);
        this.rules = new RulesInForce(settings.thresholds());
        this.facts = new EpisodeFacts(new PositionGrid(settings.positionGrid()));
        this.report = new SpeedReport(key -> key < 0 ? null : network.name(key >> 1));
    }

    /** Sets whose reports are judged now; without a record nothing was received. */
    void turnTo(
            SpeedingState vehicle,
            @Nullable Telemetry received,
            VehicleContext known,
            long time,
            Consumer<SpeedingEdge> sink) {
        state = vehicle;
        record = received;
        context = known;
        decidedAt = time;
        edges = sink;
    }

    /** Takes a fix. */
    void fix(long time, int latitude, int longitude, float speed, float heading, float accuracy) {
        state.pending++;
        state.fixTime = time;
        matcher.accept(state.matcher, time, latitude, longitude, speed, heading, accuracy, this);
    }

    /** Takes a report without position. */
    void withoutFix(long time, float speed) {
        if (state.pending > 0 && time - state.fixTime > settings.thresholds().maxGapMillis()) {
            flush();
        }
        if (state.pending == 0) {
            judgeOnRoad(time, speed);
        } else if (!Float.isNaN(speed)) {
            state.waitFor(time, speed);
        }
    }

    /** Judges all fixes that the matcher held back. */
    void flush() {
        if (state.pending > 0) {
            matcher.flush(state.matcher, this);
            state.pending = 0;
        }
        drain(Long.MAX_VALUE);
    }

    /** Ends the open episode, if there is one. */
    void end(EndReason reason) {
        Episodes.end(state, reason, this);
    }

    @Override
    public void matched(
            long time,
            int latitude,
            int longitude,
            float speed,
            int key,
            float offset,
            float confidence,
            boolean broken) {
        context.count(key == UNMATCHED ? "numFixesUnmatched" : "numFixesMatched");
        if (broken && key != UNMATCHED) {
            context.count("numBreaks");
        }
        drain(time);
        state.pending--;
        state.roadKey = key;
        state.roadConfidence = confidence;
        state.roadTime = time;
        state.latitude = latitude;
        state.longitude = longitude;
        judge(time, speed, key, true);
        if (state.pending == 0) {
            drain(Long.MAX_VALUE);
        }
    }

    /** Judges the reports without position before a time. */
    private void drain(long before) {
        int count = state.waitingTimes.length;
        int done = 0;
        while (done < count && state.waitingTimes[done] < before) {
            judgeOnRoad(state.waitingTimes[done], state.waitingSpeeds[done]);
            done++;
        }
        if (done > 0) {
            state.waitNoMore(done);
        }
    }

    /** Judges a report on the last road, if that was seen a short while ago. */
    private void judgeOnRoad(long time, float speed) {
        boolean near =
                state.roadTime != SpeedingState.NEVER
                        && time - state.roadTime <= SpeedingState.ROAD_HOLD;
        if (near || state.episode != null) {
            judge(time, speed, near ? state.roadKey : UNMATCHED, false);
        }
    }

    private void judge(long time, float speed, int key, boolean fix) {
        if (Float.isNaN(speed) && state.episode == null && key == UNMATCHED) {
            return;
        }
        Episodes.lookForEnd(state, time, this);
        SpeedingThresholds inForce = inForce(time);
        if (!inForce.isEnabled() || isOff(key)) {
            end(EndReason.SWITCHED_OFF);
            return;
        }
        OpenEpisode open = state.episode;
        SpeedingThresholds thresholds = open == null ? inForce : open.thresholds;
        report.time = time;
        report.latitude = state.latitude;
        report.longitude = state.longitude;
        report.speed = speed;
        report.source = source();
        report.fix = fix;
        report.key = key;
        report.confidence = state.roadConfidence;
        report.limit = null;
        report.road = null;
        report.kmh = Float.NaN;
        if (key != UNMATCHED) {
            hold(thresholds);
        }
        Episodes.take(state, report, thresholds, opening, this);
    }

    /** Holds the report against the limit that counts on its road. */
    private void hold(SpeedingThresholds thresholds) {
        EffectiveLimit road = limit();
        report.road = road;
        if (!(report.confidence >= thresholds.minMatchConfidence())) {
            return;
        }
        EffectiveLimit counts = state.limits.see(road, report.time, thresholds);
        if (counts != null) {
            report.limit = counts;
            report.kmh = thresholds.counting(counts);
        }
    }

    private EffectiveLimit limit() {
        int key = report.key;
        long time = report.time;
        VehicleClass known = limits.depends(key) ? vehicleClass() : VehicleClass.UNKNOWN;
        Telemetry received = record;
        if (received == null) {
            // Whether an override ends within the last fixes is not to be known in silence.
            EffectiveLimit last = state.limits.settled;
            boolean overridden = last != null && last.provenance() == LimitProvenance.OVERRIDE;
            return overridden ? last : limits.read(key, known, time);
        }
        int edge = key >> 1;
        RoadSpot spot =
                new RoadSpot(
                        report.latitude,
                        report.longitude,
                        network.wayId(edge),
                        (key & 1) == 0,
                        network.region(edge).zone());
        LimitOverride override = context.limitOverride(spot, received, time);
        return override == null
                ? limits.read(key, known, time)
                : limits.read(key, known, time, override);
    }

    private SpeedingThresholds inForce(long time) {
        Telemetry received = record;
        if (received == null) {
            OpenEpisode open = state.episode;
            return open == null ? settings.thresholds() : open.thresholds;
        }
        return rules.at(context.rule(SpeedingDetector.NAME, received, time));
    }

    private boolean isOff(int key) {
        return key != UNMATCHED
                && !settings.offCountries().isEmpty()
                && settings.offCountries().contains(network.region(key >> 1).country());
    }

    private VehicleClass vehicleClass() {
        OpenEpisode open = state.episode;
        if (open != null) {
            return open.vehicleClass;
        }
        VehicleProfile profile = context.profile();
        return profile == null ? VehicleClass.UNKNOWN : profile.vehicleClass();
    }

    private SpeedSource source() {
        Telemetry received = record;
        OpenEpisode open = state.episode;
        if (received == null) {
            return open == null ? SpeedSource.UNKNOWN : open.peakSource;
        }
        return state.motion.source(received);
    }

    /** An episode of the current record, or null where there is none: nothing opens in silence. */
    private @Nullable OpenEpisode open() {
        Telemetry received = record;
        if (received == null) {
            return null;
        }
        OpenEpisode open = new OpenEpisode();
        open.vehicleId = received.vehicleId();
        open.tenantId = received.tenantId();
        open.deviceKind = received.deviceKind();
        open.tripId = received.tripId();
        open.driverId = received.driverId();
        open.traceId = received.traceId();
        open.lastReceived = received.receivedAt();
        open.ruleVersion = rules.label();
        open.vehicleClass = vehicleClass();
        open.test = received.test();
        open.roadVersion = network.version();
        return open;
    }

    @Override
    public void emit(Kind kind, OpenEpisode open, long time, @Nullable EndReason endReason) {
        edges.accept(
                new SpeedingEdge(
                        kind,
                        open.vehicleId,
                        open.tenantId,
                        open.deviceKind,
                        open.tripId,
                        open.driverId,
                        open.traceId,
                        open.episode,
                        time,
                        record == null ? open.lastReceived : record.receivedAt(),
                        decidedAt,
                        facts.of(open, endReason)));
    }
}
