// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the overrides at a place. Those that name ways are found by way, the others by cells of
 * their area's bounding box: squares of a power of two of 1e-7 degrees, of the smallest of five
 * sizes with which they are few, so that an area as large as a country takes no more than one as
 * large as a school. A place where there is none costs one search by way and one for each size of
 * cells in use.
 */
final class LimitOverrideIndex {

    /** Sides of cells as powers of two: from 0.013 degrees, about 1.4 km, to 54 degrees. */
    private static final int[] LEVELS = {17, 20, 23, 26, 29};

    /** Cells of a bounding box along one side, at most; the largest cells are always few. */
    private static final int MAX_CELLS = 4;

    private static final Comparator<LimitOverride> PRECEDENCE =
            Comparator.comparing((LimitOverride o) -> o.reason() == LimitOverride.Reason.CORRECTION)
                    .thenComparing(o -> o.tenantId() == null)
                    .thenComparing(o -> o.ways().isEmpty())
                    // NaN, for not known, is the greatest in the order of Double.
                    .thenComparing(LimitOverride::kmh)
                    .thenComparing(LimitOverride::id);

    private final Table byWay;
    private final Table byCell;
    private final int levelsInUse;

    LimitOverrideIndex(List<LimitOverride> overrides) {
        List<LimitOverride> ordered = new ArrayList<>(overrides);
        ordered.sort(PRECEDENCE);
        Map<Long, List<Entry>> ways = new TreeMap<>();
        Map<Long, List<Entry>> cells = new TreeMap<>();
        int levels = 0;
        for (int rank = 0; rank < ordered.size(); rank++) {
            Entry entry = Entry.of(ordered.get(rank), rank);
            if (entry.override.ways().isEmpty()) {
                levels |= 1 << register(entry, cells);
            } else {
                entry.override.ways().forEach(way -> add(way.wayId(), entry, ways));
            }
        }
        byWay = Table.of(ways);
        byCell = Table.of(cells);
        levelsInUse = levels;
    }

    @Nullable LimitOverride inForce(
            RoadSpot spot, VehicleClass vehicleClass, @Nullable String tenantId, long eventTime) {
        Entry found = first(byWay.at(spot.wayId()), null, spot, vehicleClass, tenantId, eventTime);
        for (int level = 0; level < LEVELS.length; level++) {
            if ((levelsInUse >> level & 1) == 1) {
                int bits = LEVELS[level];
                long cell = cell(level, spot.latitude() >> bits, spot.longitude() >> bits);
                found = first(byCell.at(cell), found, spot, vehicleClass, tenantId, eventTime);
            }
        }
        return found == null ? null : found.override;
    }

    /** The first of the candidates that holds, if it goes before what was found already. */
    private static @Nullable Entry first(
            Entry[] candidates,
            @Nullable Entry found,
            RoadSpot spot,
            VehicleClass vehicleClass,
            @Nullable String tenantId,
            long eventTime) {
        for (Entry candidate : candidates) {
            if (found != null && found.rank < candidate.rank) {
                return found;
            }
            if (candidate.isFor(vehicleClass, tenantId)
                    && candidate.isAt(spot)
                    && candidate.holds(eventTime, spot.zone())) {
                return candidate;
            }
        }
        return found;
    }

    /** Puts an entry into the cells of its bounding box and tells their level. */
    private static int register(Entry entry, Map<Long, List<Entry>> cells) {
        int level = 0;
        while (level < LEVELS.length - 1
                && (span(entry.south, entry.north, LEVELS[level]) > MAX_CELLS
                        || span(entry.west, entry.east, LEVELS[level]) > MAX_CELLS)) {
            level++;
        }
        int bits = LEVELS[level];
        for (int row = entry.south >> bits; row <= entry.north >> bits; row++) {
            for (int column = entry.west >> bits; column <= entry.east >> bits; column++) {
                add(cell(level, row, column), entry, cells);
            }
        }
        return level;
    }

    private static int span(int from, int to, int bits) {
        return (to >> bits) - (from >> bits) + 1;
    }

    private static long cell(int level, int row, int column) {
        return (long) level << 60 | (row & 0x3FFF_FFFFL) << 30 | (column & 0x3FFF_FFFFL);
    }

    private static void add(long key, Entry entry, Map<Long, List<Entry>> to) {
        List<Entry> entries = to.computeIfAbsent(key, added -> new ArrayList<>());
        // A way may be named twice, once for each direction.
        if (entries.isEmpty() || entries.get(entries.size() - 1).rank < entry.rank) {
            entries.add(entry);
        }
    }

    /** An override, ready to be asked; the box is that of its area. */
    private record Entry(
            LimitOverride override,
            int rank,
            @Nullable ZoneId zone,
            int south,
            int north,
            int west,
            int east) {

        static Entry of(LimitOverride override, int rank) {
            int south = Integer.MAX_VALUE;
            int north = Integer.MIN_VALUE;
            int west = Integer.MAX_VALUE;
            int east = Integer.MIN_VALUE;
            for (Area.Ring ring : override.area().rings()) {
                for (int i = 0; i < ring.latitudes().length; i++) {
                    south = Math.min(south, ring.latitudes()[i]);
                    north = Math.max(north, ring.latitudes()[i]);
                    west = Math.min(west, ring.longitudes()[i]);
                    east = Math.max(east, ring.longitudes()[i]);
                }
            }
            String zone = override.timeZone();
            return new Entry(
                    override,
                    rank,
                    zone == null ? null : ZoneId.of(zone),
                    south,
                    north,
                    west,
                    east);
        }

        boolean isFor(VehicleClass vehicleClass, @Nullable String tenantId) {
            return (override.tenantId() == null || override.tenantId().equals(tenantId))
                    && (override.vehicleClasses().isEmpty()
                            || override.vehicleClasses().contains(vehicleClass));
        }

        boolean isAt(RoadSpot spot) {
            return isOnWays(spot) && (override.area().isEmpty() || isInArea(spot));
        }

        private boolean isOnWays(RoadSpot spot) {
            List<LimitOverride.Way> ways = override.ways();
            for (int i = 0; i < ways.size(); i++) {
                if (ways.get(i).includes(spot)) {
                    return true;
                }
            }
            return ways.isEmpty();
        }

        private boolean isInArea(RoadSpot spot) {
            return south <= spot.latitude()
                    && spot.latitude() <= north
                    && west <= spot.longitude()
                    && spot.longitude() <= east
                    && override.area().contains(spot.latitude(), spot.longitude());
        }

        boolean holds(long eventTime, @Nullable ZoneId ofRoad) {
            if (eventTime < override.effectiveFrom() || override.effectiveTo() <= eventTime) {
                return false;
            }
            Schedule schedule = override.schedule();
            ZoneId local = zone == null ? ofRoad : zone;
            return schedule == null
                    || (local != null
                            && schedule.contains(
                                    LocalDateTime.ofInstant(
                                            Instant.ofEpochMilli(eventTime), local)));
        }
    }

    /** Entries by a key, in their order. */
    private record Table(long[] keys, Entry[][] entries) {

        private static final Entry[] NONE = {};

        static Table of(Map<Long, List<Entry>> byKey) {
            long[] keys = new long[byKey.size()];
            Entry[][] entries = new Entry[byKey.size()][];
            int next = 0;
            for (Map.Entry<Long, List<Entry>> each : byKey.entrySet()) {
                keys[next] = each.getKey();
                entries[next++] = each.getValue().toArray(NONE);
            }
            return new Table(keys, entries);
        }

        Entry[] at(long key) {
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? NONE : entries[at];
        }
    }
}
