// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.roads.osm.Tags;
import io.odograph.udfs.road.RoadClass;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether cars may drive a way, and in which directions.
 *
 * @param forward in the order of its nodes
 * @param backward against it
 * @param restricted whether not everybody may: private, customers, destination
 */
public record RoadAccess(boolean forward, boolean backward, boolean restricted) {

    /** From the general to the specific: what is more specific counts. */
    private static final String[] KEYS = {"access", "vehicle", "motor_vehicle", "motorcar"};

    private static final Set<String> CLOSED =
            Set.of(
                    "no",
                    "use_sidepath",
                    "agricultural",
                    "forestry",
                    "emergency",
                    "military",
                    "psv",
                    "bus",
                    "taxi",
                    "hov",
                    "bicycle",
                    "foot",
                    "impassable");

    private static final Set<String> RESTRICTED =
            Set.of(
                    "private",
                    "destination",
                    "customers",
                    "delivery",
                    "permit",
                    "permission",
                    "residents",
                    "employees");

    private enum Permission {
        CLOSED,
        RESTRICTED,
        OPEN
    }

    /** Reads it, or null if no car may drive there in any direction. */
    public static @Nullable RoadAccess of(Tags tags, Highway highway) {
        if (highway.roadClass() == RoadClass.TRACK && !isMadeForVehicles(tags)) {
            return null;
        }
        int oneway = oneway(tags, highway.roadClass());
        Permission forward = permission(tags, ":forward");
        Permission backward = permission(tags, ":backward");
        boolean ahead = forward != Permission.CLOSED && oneway >= 0;
        boolean back = backward != Permission.CLOSED && oneway <= 0;
        if (!ahead && !back) {
            return null;
        }
        // A road of which one direction is for residents is no through road either.
        boolean restricted =
                (ahead && forward == Permission.RESTRICTED)
                        || (back && backward == Permission.RESTRICTED);
        return new RoadAccess(ahead, back, restricted);
    }

    /** A track is a road for cars only where somebody says so. */
    private static boolean isMadeForVehicles(Tags tags) {
        String value = tags.get("motorcar");
        if (value == null) {
            value = tags.get("motor_vehicle");
        }
        return value != null && permission(value) != Permission.CLOSED;
    }

    private static Permission permission(Tags tags, String direction) {
        Permission permission = Permission.OPEN;
        for (String key : KEYS) {
            String general = tags.get(key);
            String directed = tags.get(key + direction);
            if (directed != null) {
                permission = permission(directed);
            } else if (general != null) {
                permission = permission(general);
            }
        }
        return permission;
    }

    /** Of several values the most generous: each lets somebody in. */
    private static Permission permission(String values) {
        Permission best = Permission.CLOSED;
        for (String part : values.split(";", -1)) {
            String value = part.strip();
            Permission permission =
                    CLOSED.contains(value)
                            ? Permission.CLOSED
                            : RESTRICTED.contains(value) ? Permission.RESTRICTED : Permission.OPEN;
            best = permission.compareTo(best) > 0 ? permission : best;
        }
        return best;
    }

    /** 1 forward only, -1 backward only, 0 both; roads that change direction count as both. */
    private static int oneway(Tags tags, RoadClass roadClass) {
        for (String key : new String[] {"oneway:motorcar", "oneway:motor_vehicle", "oneway"}) {
            String value = tags.get(key);
            if (value != null) {
                switch (value) {
                    case "yes", "true", "1" -> {
                        return 1;
                    }
                    case "-1", "reverse" -> {
                        return -1;
                    }
                    case "no", "false", "0", "reversible", "alternating" -> {
                        return 0;
                    }
                    default -> {} // Not understood: what is implied holds.
                }
            }
        }
        boolean implied =
                tags.is("junction", "roundabout", "circular")
                        || (roadClass == RoadClass.MOTORWAY && tags.is("highway", "motorway"));
        return implied ? 1 : 0;
    }
}
