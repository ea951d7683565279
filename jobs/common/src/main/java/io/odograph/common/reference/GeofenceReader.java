// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.intake.Identity;
import io.odograph.schemas.AreaRing;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.GeofenceKind;
import io.odograph.schemas.GeofenceSchedule;
import io.odograph.schemas.GeofenceShape;
import io.odograph.schemas.GeofenceShapeKind;
import io.odograph.schemas.GeofenceThresholds;
import io.odograph.schemas.SpeedUnit;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceCheck;
import io.odograph.udfs.fence.FenceFault;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceLimit;
import io.odograph.udfs.fence.FenceOutline;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceShapes;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.reference.VehicleClass;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes fences of their contract, or says everything that is wrong with them, and where. */
public final class GeofenceReader {

    private final List<FenceFault> faults = new ArrayList<>();

    private GeofenceReader() {}

    /**
     * What a record came to.
     *
     * @param fence the fence, or null where there are faults
     * @param faults what is wrong with the record; empty where there is a fence
     */
    public record Result(@Nullable Fence fence, List<FenceFault> faults) {}

    /** Makes a fence of a record. */
    public static Result read(Geofence from) {
        GeofenceReader reader = new GeofenceReader();
        Fence fence = reader.fence(from);
        return new Result(reader.faults.isEmpty() ? fence : null, List.copyOf(reader.faults));
    }

    private @Nullable Fence fence(Geofence from) {
        require(
                Identity.isIdentifier(from.getFenceId()),
                "fence_id is not 1..64 printable ASCII characters without white space");
        boolean isKind = from.getKind() != GeofenceKind.UNKNOWN;
        require(isKind, "kind is UNKNOWN, or one that this job does not know");
        FenceScope scope = scope(from);
        FenceThresholds thresholds = thresholds(from.getThresholds());
        FenceLimit limit = limit(from);
        FenceShape shape = shape(from.getShape());
        if (!isKind) {
            return null;
        }
        FenceTerms terms =
                new FenceTerms(
                        from.getFenceId(),
                        from.getVersion(),
                        from.getName(),
                        FenceKind.valueOf(from.getKind().name()),
                        from.getPriority(),
                        schedule(from.getSchedule()),
                        from.getEffectiveFrom().toEpochMilli(),
                        from.getEffectiveTo() == null
                                ? Long.MAX_VALUE
                                : from.getEffectiveTo().toEpochMilli(),
                        thresholds);
        FenceCheck.problems(terms, scope, limit).forEach(p -> faults.add(FenceFault.of(p)));
        return shape == null ? null : new Fence(terms, scope, shape, limit);
    }

    private void require(boolean holds, String reason) {
        if (!holds) {
            faults.add(FenceFault.of(reason));
        }
    }

    private FenceScope scope(Geofence from) {
        requireName("tenant_id", from.getTenantId());
        require(
                from.getFleetIds().stream().allMatch(id -> !id.isEmpty() && Identity.isName(id)),
                "a fleet_id is not 1..64 characters without control characters");
        require(
                from.getVehicleIds().stream().allMatch(Identity::isIdentifier),
                "a vehicle_id is not 1..64 printable ASCII characters without white space");
        require(
                !from.getVehicleClasses().contains(io.odograph.schemas.VehicleClass.UNKNOWN),
                "a vehicle class is UNKNOWN, or one that this job does not know");
        return new FenceScope(
                from.getTenantId(),
                from.getFleetIds(),
                from.getVehicleClasses().stream()
                        .distinct()
                        .map(each -> VehicleClass.valueOf(each.name()))
                        .toList(),
                from.getVehicleIds());
    }

    private void requireName(String field, @Nullable String id) {
        require(
                id == null || (!id.isEmpty() && Identity.isName(id)),
                field + " is not 1..64 characters without control characters");
    }

    private static @Nullable FenceSchedule schedule(@Nullable GeofenceSchedule from) {
        if (from == null) {
            return null;
        }
        return new FenceSchedule(
                from.getPeriods().stream()
                        .map(
                                period ->
                                        new FenceSchedule.Period(
                                                period.getDays(),
                                                period.getFromMinute(),
                                                period.getToMinute()))
                        .toList(),
                from.getTimeZone(),
                from.getHolidays().stream()
                        .map(date -> Math.toIntExact(date.toEpochDay()))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private FenceThresholds thresholds(GeofenceThresholds from) {
        return new FenceThresholds(
                threshold("confirmations", from.getConfirmations()),
                threshold("hysteresis", from.getHysteresis()),
                threshold("min_inside", from.getMinInside()),
                threshold("min_outside", from.getMinOutside()),
                threshold("dwell", from.getDwell()),
                threshold("update_every", from.getUpdateEvery()));
    }

    /** NaN stands for what is not stated, so that nobody may state it. */
    private double threshold(String field, @Nullable Double value) {
        require(value == null || !value.isNaN(), field + " is not a number");
        return value == null ? Double.NaN : value;
    }

    private @Nullable FenceLimit limit(Geofence from) {
        Float value = from.getSpeedLimit();
        require(
                value == null || from.getSpeedLimitUnit() != SpeedUnit.UNKNOWN,
                "speed_limit_unit is UNKNOWN, or one that this job does not know");
        return value == null
                ? null
                : new FenceLimit(value, from.getSpeedLimitUnit() == SpeedUnit.MILES_PER_HOUR);
    }

    private @Nullable FenceShape shape(GeofenceShape from) {
        if (from.getKind() == GeofenceShapeKind.UNKNOWN) {
            require(false, "the kind of shape is UNKNOWN, or one that this job does not know");
            return null;
        }
        List<List<FenceOutline.Point>> lines = new ArrayList<>();
        for (AreaRing line : from.getLines()) {
            lines.add(
                    line.getPoints().stream()
                            .map(p -> new FenceOutline.Point(p.getLatitude(), p.getLongitude()))
                            .toList());
        }
        FenceShapes.Result result =
                FenceShapes.read(
                        new FenceOutline(
                                FenceShape.Kind.valueOf(from.getKind().name()),
                                lines,
                                from.getRadius()));
        faults.addAll(result.faults());
        return result.shape();
    }
}
