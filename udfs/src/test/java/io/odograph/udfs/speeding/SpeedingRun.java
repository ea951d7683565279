// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.RoadSpot;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs drives through the detector as its host does. */
final class SpeedingRun {

    /** Finds the override at a place. */
    interface Overrides {
        @Nullable LimitOverride at(RoadSpot spot, long eventTime);
    }

    final List<SpeedingEdge> edges = new ArrayList<>();
    SpeedingDetector detector;
    SpeedingState state;
    private VehicleClass vehicleClass = VehicleClass.UNKNOWN;
    private @Nullable Rule rule;
    private Overrides overrides = (spot, time) -> null;

    SpeedingRun(Roads roads, SpeedingSettings settings, int lag, float confidence) {
        detector = new SpeedingDetector(settings, roads::network, Roads.matcher(lag, confidence));
        state = detector.newState();
    }

    SpeedingRun(Roads roads, SpeedingSettings settings) {
        this(roads, settings, 2, 0.95f);
    }

    SpeedingRun(Roads roads) {
        this(roads, SpeedingSettings.DEFAULTS);
    }

    /** The vehicle is of a class. */
    SpeedingRun vehicle(VehicleClass known) {
        vehicleClass = known;
        return this;
    }

    /** A rule is in force from an event time on, ms. */
    SpeedingRun rule(long from, Map<String, Double> thresholds) {
        rule =
                new Rule(
                        "calm",
                        3,
                        SpeedingDetector.NAME,
                        null,
                        null,
                        null,
                        null,
                        null,
                        from,
                        Long.MAX_VALUE,
                        thresholds);
        return this;
    }

    /** Limits are overridden. */
    SpeedingRun overrides(Overrides known) {
        overrides = known;
        return this;
    }

    SpeedingRun take(Drive drive) {
        drive.records().forEach(this::take);
        return this;
    }

    SpeedingRun take(Telemetry record) {
        waitUntil(record.receivedAt() - 1);
        detector.accept(state, record, record.receivedAt(), context(), edges::add);
        return this;
    }

    private VehicleContext context() {
        return new VehicleContext() {
            @Override
            public VehicleProfile profile() {
                return new VehicleProfile(
                        "car", 1, "acme", null, vehicleClass, null, Propulsion.UNKNOWN);
            }

            @Override
            public @Nullable Rule rule(String name, Telemetry record, long eventTime) {
                boolean holds = rule != null && rule.effectiveFrom() <= eventTime;
                return holds && name.equals(SpeedingDetector.NAME) ? rule : null;
            }

            @Override
            public @Nullable LimitOverride limitOverride(
                    RoadSpot spot, Telemetry record, long eventTime) {
                return overrides.at(spot, eventTime);
            }
        };
    }

    /** Nothing is received until then, ms. */
    SpeedingRun waitUntil(long receiveTime) {
        for (long deadline = detector.deadline(state);
                deadline <= receiveTime;
                deadline = detector.deadline(state)) {
            detector.expire(state, deadline, edges::add);
        }
        return this;
    }

    /** Nothing is received any more. */
    SpeedingRun waitForEver() {
        return waitUntil(Long.MAX_VALUE - 1);
    }

    /** State as after a restart. */
    SpeedingRun restart() {
        state = StateCopy.of(state);
        return this;
    }

    List<Kind> kinds() {
        return edges.stream().map(SpeedingEdge::kind).toList();
    }

    /** What is known at the end of the only episode. */
    SpeedingFacts ended() {
        List<SpeedingFacts> ended =
                edges.stream()
                        .filter(edge -> edge.kind() == Kind.END)
                        .map(SpeedingEdge::facts)
                        .toList();
        if (ended.size() != 1) {
            throw new AssertionError(kinds().toString());
        }
        return ended.get(0);
    }
}
