// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import io.odograph.simulator.road.Journey;
import io.odograph.simulator.road.RoadPoint;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceGeometry;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceSchedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a vehicle truly was where a fence told of it, from its true motion. */
final class GeofenceTruth {

    /** Nobody is on the other side of a line for less, s. */
    private static final double STEP = 0.1;

    private static final double EXACT = 0.001;

    private final VehiclePlan plan;
    private final long start;
    private final double seconds;
    private final List<Version> versions;

    /** A version of the fence, the last ones first. */
    private record Version(Fence fence, FenceGeometry geometry) {}

    private GeofenceTruth(VehiclePlan plan, Instant start, double seconds, List<Fence> versions) {
        this.plan = plan;
        this.start = start.toEpochMilli();
        this.seconds = seconds;
        this.versions = new ArrayList<>();
        for (Fence fence : versions) {
            this.versions.add(0, new Version(fence, FenceGeometry.of(fence.shape())));
        }
    }

    /**
     * Breaches and visits of a vehicle within a duration.
     *
     * @param plan the vehicle's story
     * @param fences fences, versions of the same one in rising order
     * @param start when the simulation begins
     * @param seconds how long it lasts
     */
    static List<ExpectedGeofence> of(
            VehiclePlan plan, Collection<Fence> fences, Instant start, double seconds) {
        Map<String, List<Fence>> byId = new LinkedHashMap<>();
        for (Fence fence : fences) {
            if (fence.scope().vehicleIds().contains(plan.id())) {
                byId.computeIfAbsent(fence.id(), id -> new ArrayList<>()).add(fence);
            }
        }
        List<ExpectedGeofence> expected = new ArrayList<>();
        for (List<Fence> versions : byId.values()) {
            expected.addAll(new GeofenceTruth(plan, start, seconds, versions).all());
        }
        return expected;
    }

    private List<ExpectedGeofence> all() {
        List<ExpectedGeofence> all = new ArrayList<>();
        double begun = isViolating(0) ? 0 : Double.NaN;
        for (double time = STEP; time < seconds; time += STEP) {
            boolean violating = isViolating(time);
            if (violating && Double.isNaN(begun)) {
                begun = change(time - STEP, time);
            } else if (!violating && !Double.isNaN(begun)) {
                all.add(expected(begun, at(change(time - STEP, time))));
                begun = Double.NaN;
            }
        }
        if (!Double.isNaN(begun)) {
            all.add(expected(begun, null));
        }
        return all;
    }

    private double change(double before, double after) {
        boolean first = isViolating(before);
        double low = before;
        double high = after;
        while (high - low > EXACT) {
            double middle = (low + high) / 2;
            if (isViolating(middle) == first) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private ExpectedGeofence expected(double begun, @Nullable Instant end) {
        Version version = inForce(millis(begun));
        Fence fence = version.fence();
        return new ExpectedGeofence(
                plan.id(),
                plan.tenant(),
                fence.id(),
                fence.version(),
                fence.terms().kind().name(),
                cause(version, begun),
                at(begun),
                end);
    }

    private String cause(Version version, double begun) {
        if (begun == 0) {
            return "FIRST_SEEN";
        }
        boolean same = isInside(version, begun - 2 * EXACT) == isInside(version, begun + 2 * EXACT);
        return same ? "SCHEDULE_STARTED" : "CROSSED";
    }

    private boolean isViolating(double time) {
        long millis = millis(time);
        Version version = inForce(millis);
        if (version == null) {
            return false;
        }
        FenceSchedule schedule = version.fence().terms().schedule();
        boolean keepIn = version.fence().terms().kind() == FenceKind.KEEP_IN;
        return isInside(version, time) != keepIn && (schedule == null || schedule.holds(millis));
    }

    private @Nullable Version inForce(long millis) {
        for (Version version : versions) {
            if (version.fence().terms().effectiveFrom() <= millis) {
                return version;
            }
        }
        return null;
    }

    /** Who is not in the town is far away from its fences. */
    private boolean isInside(Version version, double time) {
        Journey journey = plan.journey();
        if (journey == null) {
            return false;
        }
        RoadPoint point = journey.drive().at(time - journey.departs());
        return version.geometry()
                .contains(
                        (int) Math.round(point.latitude() * 1e7),
                        (int) Math.round(point.longitude() * 1e7));
    }

    private long millis(double time) {
        return start + Math.round(time * 1_000);
    }

    private Instant at(double time) {
        return Instant.ofEpochMilli(millis(time));
    }
}
