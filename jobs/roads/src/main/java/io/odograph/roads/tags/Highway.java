// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.roads.osm.Tags;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadFlags;
import org.jspecify.annotations.Nullable;

/**
 * What sort of road a way is.
 *
 * @param roadClass its class, a slip road's that of what it links
 * @param flags bits of {@link RoadFlags}, without {@link RoadFlags#RESTRICTED}
 */
public record Highway(RoadClass roadClass, int flags) {

    private static final String LINK = "_link";

    /** Reads it, or null if motor vehicles have no use of the way, whatever access tags say. */
    public static @Nullable Highway of(Tags tags) {
        String highway = tags.get("highway");
        if (highway == null || tags.is("area", "yes")) {
            return null;
        }
        boolean ramp = highway.endsWith(LINK);
        RoadClass roadClass =
                roadClass(ramp ? highway.substring(0, highway.length() - LINK.length()) : highway);
        if (roadClass == null || (ramp && roadClass.compareTo(RoadClass.TERTIARY) > 0)) {
            return null;
        }
        int flags =
                (ramp ? RoadFlags.RAMP : 0)
                        | (tags.is("junction", "roundabout", "circular") ? RoadFlags.ROUNDABOUT : 0)
                        | (isSet(tags, "bridge") ? RoadFlags.BRIDGE : 0)
                        | (isSet(tags, "tunnel") ? RoadFlags.TUNNEL : 0);
        return new Highway(roadClass, flags);
    }

    /** Whether the class is one of those that carry general traffic, rather than access alone. */
    public static boolean isGeneral(RoadClass roadClass) {
        return roadClass != RoadClass.SERVICE && roadClass != RoadClass.TRACK;
    }

    private static boolean isSet(Tags tags, String key) {
        return tags.has(key) && !tags.is(key, "no");
    }

    private static @Nullable RoadClass roadClass(String highway) {
        return switch (highway) {
            case "motorway" -> RoadClass.MOTORWAY;
            case "trunk" -> RoadClass.TRUNK;
            case "primary" -> RoadClass.PRIMARY;
            case "secondary" -> RoadClass.SECONDARY;
            case "tertiary" -> RoadClass.TERTIARY;
            case "unclassified" -> RoadClass.UNCLASSIFIED;
            case "residential" -> RoadClass.RESIDENTIAL;
            case "living_street" -> RoadClass.LIVING_STREET;
            case "service" -> RoadClass.SERVICE;
            case "track" -> RoadClass.TRACK;
            case "road" -> RoadClass.ROAD;
            default -> null;
        };
    }
}
