// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.motion.MotionTrack;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.MatcherState;
import io.odograph.udfs.road.RoadMatcher;
import io.odograph.udfs.road.RoadMatches;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.Telemetry;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reduces telemetry to the edges of episodes of speeding: each report is held against the limit of
 * the road that the vehicle is on, for its class and at that time. A vehicle that keeps to the
 * limits has no edges.
 *
 * <p>Each copy serves one thread: it opens the road network and makes its work space when it is
 * first used. What it tells depends on the state alone.
 */
public final class SpeedingDetector implements Detector<SpeedingState, SpeedingEdge> {

    /** Name of this detector in rules. */
    public static final String NAME = "speeding";

    private final SpeedingSettings settings;
    private final RoadNetworks networks;
    private final FixMatcher.Maker matchers;

    private transient @Nullable SpeedWatch watch;
    private transient long roadVersion;

    /**
     * Creates a detector.
     *
     * @param settings how speeding is watched
     * @param matching how roads are found
     * @param networks where the road network comes from
     */
    public SpeedingDetector(
            SpeedingSettings settings, MatcherSettings matching, RoadNetworks networks) {
        this(settings, networks, network -> matcher(new RoadMatcher(network, matching)));
    }

    SpeedingDetector(SpeedingSettings settings, RoadNetworks networks, FixMatcher.Maker matchers) {
        this.settings = settings;
        this.networks = networks;
        this.matchers = matchers;
    }

    @Override
    public void open() {
        watch();
    }

    @Override
    public SpeedingState newState() {
        return new SpeedingState();
    }

    @Override
    public void accept(
            SpeedingState state,
            Telemetry record,
            long releasedAt,
            VehicleContext context,
            Consumer<SpeedingEdge> edges) {
        SpeedWatch current = watch();
        current.turnTo(state, record, context, releasedAt, edges);
        state.isOfRoads(roadVersion);
        if (isOff(record, context)) {
            current.end(EndReason.SWITCHED_OFF);
            return;
        }
        long time = record.eventTime();
        if (time < state.lastTime) {
            // The device set its clock back: what it held back is of the time before.
            current.flush();
            state.moveBack(state.lastTime - time);
        }
        state.lastTime = time;
        OpenEpisode open = state.episode;
        if (open != null) {
            open.lastReceived = Math.max(open.lastReceived, record.receivedAt());
            open.traceId = record.traceId();
        }
        float speed = state.motion.speed(record);
        Position position = state.motion.freshPosition(record, speed);
        state.motion.remember(record);
        if (position == null) {
            current.withoutFix(time, speed);
        } else {
            current.fix(
                    time,
                    MotionTrack.e7(position.latitude()),
                    MotionTrack.e7(position.longitude()),
                    speed,
                    position.heading(),
                    position.horizontalAccuracy());
        }
    }

    private boolean isOff(Telemetry record, VehicleContext context) {
        if (settings.offTenants().isEmpty()) {
            return false;
        }
        String tenant = record.tenantId();
        if (tenant == null) {
            var profile = context.profile();
            tenant = profile == null ? null : profile.tenantId();
        }
        return tenant != null && settings.offTenants().contains(tenant);
    }

    @Override
    public long deadline(SpeedingState state) {
        OpenEpisode open = state.episode;
        return open == null ? NO_DEADLINE : open.lastReceived + settings.silenceAfter();
    }

    @Override
    public void expire(SpeedingState state, long deadline, Consumer<SpeedingEdge> edges) {
        SpeedWatch current = watch();
        current.turnTo(state, null, VehicleContext.NONE, deadline, edges);
        state.isOfRoads(roadVersion);
        current.flush();
        current.end(EndReason.SILENCE);
    }

    private SpeedWatch watch() {
        SpeedWatch current = watch;
        if (current == null) {
            RoadNetwork network = networks.get();
            current = new SpeedWatch(settings, network, matchers.of(network));
            roadVersion = Long.parseUnsignedLong(network.version(), 16);
            watch = current;
        }
        return current;
    }

    private static FixMatcher matcher(RoadMatcher matcher) {
        return new FixMatcher() {
            @Override
            public void accept(
                    MatcherState state,
                    long time,
                    int latitude,
                    int longitude,
                    float speed,
                    float heading,
                    float accuracy,
                    RoadMatches out) {
                matcher.accept(state, time, latitude, longitude, speed, heading, accuracy, out);
            }

            @Override
            public void flush(MatcherState state, RoadMatches out) {
                matcher.flush(state, out);
            }
        };
    }
}
