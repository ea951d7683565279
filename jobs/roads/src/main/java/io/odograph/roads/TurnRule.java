// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import io.odograph.roads.osm.OsmKind;
import io.odograph.roads.osm.OsmMember;
import io.odograph.roads.osm.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn restriction over a node.
 *
 * @param from ways from which it holds
 * @param via node at which it holds
 * @param to ways into which it forbids to turn, or allows nothing else
 * @param only whether all turns but these are forbidden
 */
record TurnRule(long[] from, long via, long[] to, boolean only) {

    /** What became of the restrictions of a file. */
    static final class Count {
        int understood;
        int applied;
        int conditional;
        int viaWays;
        int otherVehicles;
        int incomplete;
    }

    /** Reads a relation, or null if it is none that can be used for cars; counts what it is. */
    static @Nullable TurnRule of(List<OsmMember> members, Tags tags, Count count) {
        String restriction = restriction(tags);
        if (restriction == null) {
            if (tags.has("restriction:conditional")
                    || tags.has("restriction:motorcar:conditional")) {
                count.conditional++;
            } else {
                count.otherVehicles++;
            }
            return null;
        }
        if (isExcepted(tags)) {
            count.otherVehicles++;
            return null;
        }
        long[] from = ids(members, "from", OsmKind.WAY);
        long[] to = ids(members, "to", OsmKind.WAY);
        long[] via = ids(members, "via", OsmKind.NODE);
        if (ids(members, "via", OsmKind.WAY).length > 0) {
            count.viaWays++;
            return null;
        }
        boolean only = restriction.startsWith("only_");
        if (from.length == 0 || to.length == 0 || via.length != 1 || !(only || isNo(restriction))) {
            count.incomplete++;
            return null;
        }
        count.understood++;
        return new TurnRule(from, via[0], to, only);
    }

    private static boolean isNo(String restriction) {
        return restriction.startsWith("no_");
    }

    private static @Nullable String restriction(Tags tags) {
        for (String key :
                List.of("restriction:motorcar", "restriction:motor_vehicle", "restriction")) {
            if (tags.has(key)) {
                return tags.get(key);
            }
        }
        return null;
    }

    private static boolean isExcepted(Tags tags) {
        String except = tags.get("except");
        if (except != null) {
            for (String vehicle : except.split(";", -1)) {
                if (vehicle.strip().equals("motorcar") || vehicle.strip().equals("motor_vehicle")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long[] ids(List<OsmMember> members, String role, OsmKind kind) {
        return members.stream()
                .filter(member -> member.role().equals(role) && member.kind() == kind)
                .mapToLong(OsmMember::id)
                .toArray();
    }
}
