// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.schemas.AreaRing;
import io.odograph.schemas.GeoPoint;
import io.odograph.schemas.Geofence;
import io.odograph.schemas.GeofenceKind;
import io.odograph.schemas.GeofenceShape;
import io.odograph.schemas.GeofenceShapeKind;
import io.odograph.schemas.GeofenceThresholds;
import io.odograph.schemas.LimitOverrideKind;
import io.odograph.schemas.LimitOverrideReason;
import io.odograph.schemas.Propulsion;
import io.odograph.schemas.Rule;
import io.odograph.schemas.SpeedLimitOverride;
import io.odograph.schemas.SpeedUnit;
import io.odograph.schemas.VehicleClass;
import io.odograph.schemas.VehicleProfile;
import io.odograph.schemas.WayDirection;
import io.odograph.schemas.WayOfOverride;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Valid rules and profiles to start from, as they stand on their topics. */
public final class References {

    private References() {}

    /** A rule of the crash detector for all, from the beginning of time. */
    public static Rule rule(String ruleId, long version) {
        Rule rule = new Rule();
        rule.setRuleId(ruleId);
        rule.setVersion(version);
        rule.setDetector("crash");
        rule.setEffectiveFrom(Instant.EPOCH);
        rule.setThresholds(Map.of("delta-v", 10.0 + version));
        return rule;
    }

    /** A profile of a bus. */
    public static VehicleProfile profile(String vehicleId, long version) {
        VehicleProfile profile = new VehicleProfile();
        profile.setVehicleId(vehicleId);
        profile.setVersion(version);
        profile.setVehicleClass(VehicleClass.BUS);
        profile.setPropulsion(Propulsion.HYBRID);
        return profile;
    }

    /** An override: 30 km/h for works on way 17, from the beginning of time. */
    public static SpeedLimitOverride override(String overrideId, long version) {
        SpeedLimitOverride override = new SpeedLimitOverride();
        override.setOverrideId(overrideId);
        override.setVersion(version);
        override.setReason(LimitOverrideReason.TEMPORARY_WORKS);
        override.setKind(LimitOverrideKind.VALUE);
        override.setValue(30f);
        override.setUnit(SpeedUnit.KM_PER_HOUR);
        override.setSchedule(List.of());
        override.setEffectiveFrom(Instant.EPOCH);
        override.setArea(List.of());
        override.setWays(List.of(new WayOfOverride(17L, WayDirection.BOTH)));
        override.setVehicleClasses(List.of());
        return override;
    }

    /** A fence: a KEEP_OUT square of 0.1 degrees, for all, always. */
    public static Geofence fence(String fenceId, long version) {
        Geofence fence = new Geofence();
        fence.setFenceId(fenceId);
        fence.setVersion(version);
        fence.setKind(GeofenceKind.KEEP_OUT);
        fence.setShape(
                new GeofenceShape(
                        GeofenceShapeKind.POLYGON,
                        List.of(ring(48, 11, 48, 11.1, 48.1, 11.1, 48.1, 11)),
                        0.0));
        fence.setFleetIds(List.of());
        fence.setVehicleClasses(List.of());
        fence.setVehicleIds(List.of());
        fence.setEffectiveFrom(Instant.EPOCH);
        fence.setThresholds(new GeofenceThresholds());
        fence.setSpeedLimitUnit(SpeedUnit.KM_PER_HOUR);
        return fence;
    }

    /** A ring of an area, from latitudes and longitudes in turn. */
    public static AreaRing ring(double... latitudesAndLongitudes) {
        List<GeoPoint> points = new ArrayList<>();
        for (int i = 0; i < latitudesAndLongitudes.length; i += 2) {
            points.add(new GeoPoint(latitudesAndLongitudes[i], latitudesAndLongitudes[i + 1]));
        }
        return new AreaRing(points);
    }

    /** The fence as an Avro single object. */
    public static byte[] bytes(Geofence fence) {
        try {
            return array(Geofence.getEncoder().encode(fence));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** The override as an Avro single object. */
    public static byte[] bytes(SpeedLimitOverride override) {
        try {
            return array(SpeedLimitOverride.getEncoder().encode(override));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** The rule as an Avro single object. */
    public static byte[] bytes(Rule rule) {
        try {
            return array(Rule.getEncoder().encode(rule));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** The profile as an Avro single object. */
    public static byte[] bytes(VehicleProfile profile) {
        try {
            return array(VehicleProfile.getEncoder().encode(profile));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    private static byte[] array(ByteBuffer encoded) {
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }
}
