// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import io.odograph.simulator.math.Rng;
import io.odograph.simulator.road.DrivePlans;
import io.odograph.simulator.road.DrivingStyle;
import io.odograph.simulator.road.RoadRoute;
import io.odograph.simulator.road.RoadRouter;
import io.odograph.simulator.road.TrueLimits;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingSettings;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.speeding.SpeedingThresholds;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Drives over a network and what is told of them.
 *
 * @param network the roads; in the simulation their limits are the truth, estimated ones, too
 * @param drives with their episodes of speeding
 * @param seed of the noise
 */
public record SpeedingTrial(RoadNetwork network, List<DrivePlans.Planned> drives, Rng seed) {

    /** A Wednesday forenoon in Europe; conditional limits are those of then. */
    static final long DEPARTURE = Instant.parse("2026-03-18T09:00:00Z").toEpochMilli();

    private static final double SHORTEST = 2_000;
    private static final double LONGEST = 40_000;

    /** Episodes that a drive may have; it has fewer where its roads do not allow it. */
    private static final int EPISODES = 3;

    /** Slow sampling is tried so many times, so that its shares do not rest on a few fixes. */
    private static final int PHASES = 5;

    private static final long LATENCY = 300;

    /**
     * Draws drives between random places.
     *
     * @param network the roads
     * @param count how many
     * @param seed of all randomness
     */
    public static SpeedingTrial of(RoadNetwork network, int count, long seed) {
        RoadRouter router = new RoadRouter(network);
        TrueLimits limits = TrueLimits.of(network, VehicleClass.PASSENGER_CAR);
        DrivePlans plans = new DrivePlans(limits, DEPARTURE);
        Rng root = new Rng(seed).fork("speeding");
        List<DrivePlans.Planned> drives = new ArrayList<>();
        for (int i = 0; drives.size() < count; i++) {
            Rng rng = root.fork(i);
            RoadRoute route = router.between(rng.fork("route"), SHORTEST, LONGEST);
            DrivingStyle style = DrivingStyle.lawful(rng.fork("style"));
            drives.add(plans.draw(route, style, EPISODES, rng.fork("drive")));
        }
        return new SpeedingTrial(network, List.copyOf(drives), root.fork("noise"));
    }

    /** Kilometres of all drives. */
    double kilometres() {
        return drives.stream().mapToDouble(drive -> drive.drive().route().length()).sum() / 1000;
    }

    /** Places at which a drive comes onto a road with another limit: each is hard to tell. */
    int limitChanges() {
        int changes = 0;
        for (DrivePlans.Planned planned : drives) {
            RoadRoute route = planned.drive().route();
            for (int i = 1; i < route.size(); i++) {
                float before = network.limit(route.key(i - 1)).kmh();
                changes += Float.compare(before, network.limit(route.key(i)).kmh()) == 0 ? 0 : 1;
            }
        }
        return changes;
    }

    /** How right the matcher is about one drive. */
    MatchScore match(int drive, Condition condition, int lag) {
        MatchScore score = MatchScore.NONE;
        int phases = Math.min(condition.interval(), PHASES);
        for (int phase = 0; phase < phases; phase++) {
            List<Fix> fixes = fixes(drive, condition, phase * condition.interval() / phases);
            score =
                    score.plus(
                            MatchScore.of(
                                    network, MatcherSettings.ofLag(lag), fixes, condition.sigma()));
        }
        return score;
    }

    /** How right speeding detection is about one drive. */
    EpisodeScore detect(int drive, Condition condition, int lag) {
        SpeedingDetector detector =
                new SpeedingDetector(settings(), MatcherSettings.ofLag(lag), () -> network);
        SpeedingState state = detector.newState();
        List<SpeedingEdge> ends = new ArrayList<>();
        long received = 0;
        for (Fix fix : fixes(drive, condition, 0)) {
            Telemetry record = telemetry(fix, condition);
            received = record.receivedAt();
            detector.accept(state, record, received, VehicleContext.NONE, edge -> add(edge, ends));
        }
        if (detector.deadline(state) != SpeedingDetector.NO_DEADLINE) {
            detector.expire(state, detector.deadline(state), edge -> add(edge, ends));
        }
        return EpisodeScore.of(drives.get(drive).truth(), ends, DEPARTURE);
    }

    private static void add(SpeedingEdge edge, List<SpeedingEdge> ends) {
        if (edge.kind() == SpeedingEdge.Kind.END) {
            ends.add(edge);
        }
    }

    /** What a receiver reports of a drive. */
    public List<Fix> fixes(int drive, Condition condition, int phase) {
        Rng noise = seed.fork(drive).fork(phase).fork((long) condition.sigma());
        return Fix.of(drives.get(drive).drive(), condition, phase, noise);
    }

    /** In the simulation the map is right: what it estimates counts as if it were posted. */
    private static SpeedingSettings settings() {
        SpeedingThresholds thresholds =
                SpeedingThresholds.DEFAULTS.with(
                        Map.of(
                                SpeedingThresholds.INFERRED, 2.0,
                                SpeedingThresholds.MIN_LIMIT_CONFIDENCE, 0.0));
        SpeedingSettings defaults = SpeedingSettings.DEFAULTS;
        return new SpeedingSettings(
                thresholds,
                defaults.offTenants(),
                defaults.offCountries(),
                defaults.positionGrid(),
                defaults.silenceAfter());
    }

    private static Telemetry telemetry(Fix fix, Condition condition) {
        long time = DEPARTURE + Math.round(fix.time() * 1000);
        Position position =
                new Position(
                        fix.latitude(),
                        fix.longitude(),
                        Float.NaN,
                        fix.heading(),
                        (float) condition.sigma(),
                        FixType.THREE_D,
                        0);
        Motion motion =
                new Motion(
                        fix.speed(),
                        SpeedSource.GNSS,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Double.NaN);
        return new Telemetry(
                "car-1",
                null,
                null,
                DeviceKind.EMBEDDED,
                null,
                null,
                null,
                time,
                time + LATENCY,
                Math.round(fix.time()),
                position,
                motion,
                null,
                null,
                null,
                null,
                DriverResponse.UNKNOWN,
                false);
    }
}
