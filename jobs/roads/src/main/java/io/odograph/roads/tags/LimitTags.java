// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.roads.osm.Tags;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the speed tags of ways, and keeps account of what could not be read. */
public final class LimitTags {

    private static final String MAXSPEED = "maxspeed";
    private static final String FORWARD = ":forward";
    private static final String BACKWARD = ":backward";
    private static final String CONDITIONAL = ":conditional";

    /** Groups of vehicles with tags of their own, in the order in which their clauses come. */
    private static final List<String> GROUPS =
            List.of("goods", "hgv", "bus", "coach", "motorcycle");

    /** The surest first. */
    private static final List<String> ZONE_KEYS =
            List.of("zone:maxspeed", "maxspeed:type", "source:maxspeed", "zone:traffic");

    private final List<MalformedValue> malformed = new ArrayList<>();
    private final ConditionalCount conditionals = new ConditionalCount();
    private int conditionalWays;

    /** Whether a key states anything of speeds. */
    public static boolean isOfSpeed(String key) {
        return key.startsWith(MAXSPEED) || ZONE_KEYS.contains(key);
    }

    /** Whether a key states a zone or type. */
    public static boolean isOfType(String key) {
        return ZONE_KEYS.contains(key);
    }

    /** Nothing read. */
    public LimitTags() {}

    /** Reads the tags of a way. */
    public StatedLimits read(long wayId, Tags tags) {
        return new Reading(wayId, tags).read();
    }

    /** Values that could not be read, in the order in which they came. */
    public List<MalformedValue> malformed() {
        return malformed;
    }

    /** Conditional limits by what became of them. */
    public ConditionalCount conditionals() {
        return conditionals;
    }

    /** Ways with any conditional limit. */
    public int conditionalWays() {
        return conditionalWays;
    }

    private final class Reading {

        private final long wayId;
        private final Tags tags;
        private final Map<String, List<LimitClause>> read = new LinkedHashMap<>();

        private Reading(long wayId, Tags tags) {
            this.wayId = wayId;
            this.tags = tags;
        }

        private StatedLimits read() {
            Object general = value(MAXSPEED);
            SpeedZone zone = general instanceof SpeedZone coded ? coded : zone();
            StatedLimit forward = direction(FORWARD, general, zone);
            StatedLimit backward = direction(BACKWARD, general, zone);
            if (read.keySet().stream().anyMatch(key -> key.endsWith(CONDITIONAL))) {
                conditionalWays++;
            }
            return new StatedLimits(forward, backward);
        }

        private StatedLimit direction(
                String direction, @Nullable Object general, @Nullable SpeedZone zone) {
            Object own = value(MAXSPEED + direction);
            Object stated = own == null ? general : own;
            List<LimitClause> clauses = new ArrayList<>();
            clauses.addAll(conditional(MAXSPEED, Set.of()));
            clauses.addAll(conditional(MAXSPEED + direction, Set.of()));
            for (String group : GROUPS) {
                clauses.addAll(group(group, direction));
            }
            return new StatedLimit(
                    stated instanceof Speed speed ? speed : null,
                    stated instanceof SpeedZone coded ? coded : zone,
                    ConditionalLimits.above(
                            stated instanceof Speed speed ? speed.kmh() : Float.NaN, clauses));
        }

        private List<LimitClause> group(String group, String direction) {
            String key = MAXSPEED + ":" + group;
            Set<VehicleClass> classes = VehicleGroups.ofWord(group);
            List<LimitClause> clauses = new ArrayList<>();
            if (classes != null) {
                List<LimitClause> directed = fixed(key + direction, classes);
                clauses.addAll(directed.isEmpty() ? fixed(key, classes) : directed);
                clauses.addAll(conditional(key, classes));
                clauses.addAll(conditional(key + direction, classes));
            }
            return clauses;
        }

        private List<LimitClause> fixed(String key, Set<VehicleClass> classes) {
            return read(
                    key,
                    text -> {
                        Speed speed = Speed.parse(text);
                        return speed == null ? null : clauses(speed, classes);
                    });
        }

        private List<LimitClause> conditional(String key, Set<VehicleClass> classes) {
            return read(
                    key + CONDITIONAL,
                    text -> ConditionalLimits.posted(text, classes, conditionals));
        }

        /** Tags of both directions are read, counted and reported once. */
        private List<LimitClause> read(String key, ClauseReader reader) {
            String text = tags.get(key);
            if (text == null) {
                return List.of();
            }
            List<LimitClause> before = read.get(key);
            if (before != null) {
                return before;
            }
            List<LimitClause> clauses = reader.read(text);
            if (clauses == null) {
                malformed.add(new MalformedValue(wayId, key, text));
                clauses = List.of();
            }
            read.put(key, clauses);
            return clauses;
        }

        /** A {@link Speed}, a {@link SpeedZone} or, where there is none or a wrong one, null. */
        private @Nullable Object value(String key) {
            String text = tags.get(key);
            if (text == null) {
                return null;
            }
            Speed speed = Speed.parse(text);
            if (speed != null) {
                return speed;
            }
            SpeedZone zone = SpeedZone.parse(text);
            if (zone == null) {
                malformed.add(new MalformedValue(wayId, key, text));
            }
            return zone;
        }

        private @Nullable SpeedZone zone() {
            for (String key : ZONE_KEYS) {
                String text = tags.get(key);
                // What somebody's source was may be anything, and is no mistake.
                SpeedZone zone = text == null ? null : SpeedZone.parseZone(text);
                if (zone != null) {
                    return zone;
                }
            }
            return null;
        }
    }

    private interface ClauseReader {
        @Nullable List<LimitClause> read(String text);
    }

    static List<LimitClause> clauses(Speed speed, Set<VehicleClass> classes) {
        return speed.kind() == LimitKind.VARIABLE
                ? List.of()
                : List.of(
                        new LimitClause(
                                speed.kind(),
                                speed.value(),
                                speed.mph(),
                                classes,
                                null,
                                LimitSource.POSTED));
    }
}
