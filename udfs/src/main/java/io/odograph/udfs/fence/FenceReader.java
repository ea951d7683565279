// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import io.odograph.udfs.IntList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fences in all versions that are kept of them, and how a vehicle's way lies to them. Speed zones
 * are none of them: being there is never told. Not thread-safe: it reads into lists of its own.
 */
public final class FenceReader {

    private static final double NEAR = FenceReading.NEAR;

    private final FenceIndex index = new FenceIndex();
    private final KeepInFences keepIn = new KeepInFences();
    private final Map<String, int[]> slotsById = new HashMap<>();
    private final List<PlacedFence> placed = new ArrayList<>();
    private final IntList free = new IntList();
    private final IntList found = new IntList();

    /** Creates one without fences. */
    public FenceReader() {}

    /** Number of versions that ever hold. */
    public int size() {
        return placed.size() - free.size();
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return size() == 0;
    }

    /** A fence has come, has changed or is gone: all its versions, highest first. */
    public void put(String id, List<Fence> versions) {
        int[] before = slotsById.remove(id);
        if (before != null) {
            for (int slot : before) {
                remove(slot);
            }
        }
        int[] slots =
                PlacedFence.of(versions).stream()
                        .filter(at -> at.fence().terms().kind() != FenceKind.SPEED_ZONE)
                        .mapToInt(this::add)
                        .toArray();
        if (slots.length > 0) {
            slotsById.put(id, slots);
        }
    }

    private int add(PlacedFence added) {
        int slot;
        if (free.size() > 0) {
            slot = free.get(free.size() - 1);
            free.truncate(free.size() - 1);
            placed.set(slot, added);
        } else {
            slot = placed.size();
            placed.add(added);
        }
        Fence fence = added.fence();
        index.put(slot, fence.shape());
        if (fence.terms().kind() == FenceKind.KEEP_IN) {
            keepIn.add(slot, fence.scope());
        }
        return slot;
    }

    private void remove(int slot) {
        Fence fence = placed.get(slot).fence();
        index.remove(slot);
        if (fence.terms().kind() == FenceKind.KEEP_IN) {
            keepIn.remove(slot, fence.scope());
        }
        placed.set(slot, null);
        free.add(slot);
    }

    /**
     * Reads those that are for a vehicle and in force at the end of its way: all that it must keep
     * in; others that it is inside of, or goes through; and of those that it may have to do with
     * those near one of its ends.
     *
     * @param sighting where the vehicle is
     * @param tracks fences that it may have to do with
     * @param readings takes the readings, by priority, the highest first, then by id
     */
    public void read(Sighting sighting, List<FenceTrack> tracks, List<FenceReading> readings) {
        int before = readings.size();
        VehicleWay way = sighting.fix().way();
        found.truncate(0);
        if (way.isMoved()) {
            touching(way, 0);
        } else {
            index.containing(way.latitude(), way.longitude(), found);
        }
        for (int i = 0; i < found.size(); i++) {
            readIf(found.get(i), sighting, 0, readings);
        }
        found.truncate(0);
        keepIn.find(sighting, found);
        for (int i = 0; i < found.size(); i++) {
            readIf(found.get(i), sighting, Double.POSITIVE_INFINITY, readings);
        }
        for (int i = 0; i < tracks.size(); i++) {
            FenceTerms terms = tracks.get(i).terms;
            int[] slots = slotsById.get(terms.id());
            if (slots != null && terms.kind() != FenceKind.KEEP_IN) {
                for (int slot : slots) {
                    readIf(slot, sighting, NEAR, readings);
                }
            }
        }
        sort(readings, before);
    }

    /**
     * Reads those that are for a vehicle and in force at the end of its way, and near one of its
     * ends or touched by it; of those that it must keep in no others.
     *
     * @param sighting where the vehicle is
     * @param readings takes the readings, by priority, the highest first, then by id
     */
    public void readNear(Sighting sighting, List<FenceReading> readings) {
        int before = readings.size();
        found.truncate(0);
        touching(sighting.fix().way(), NEAR);
        for (int i = 0; i < found.size(); i++) {
            readIf(found.get(i), sighting, NEAR, readings);
        }
        sort(readings, before);
    }

    private void touching(VehicleWay way, double margin) {
        index.touching(
                way.hasBeginning() ? way.fromLatitude() : way.latitude(),
                way.hasBeginning() ? way.fromLongitude() : way.longitude(),
                way.latitude(),
                way.longitude(),
                margin,
                found);
    }

    private static void sort(List<FenceReading> readings, int from) {
        if (readings.size() - from > 1) {
            readings.subList(from, readings.size()).sort(FenceReading.ORDER);
        }
    }

    /** Reads one, unless it does not apply, is read already or is too far away. */
    private void readIf(int slot, Sighting sighting, double within, List<FenceReading> readings) {
        PlacedFence at = placed.get(slot);
        VehicleWay way = sighting.fix().way();
        if (!at.isInForce(way.time())
                || !sighting.isIn(at.fence().scope())
                || isRead(at.fence().id(), readings)) {
            return;
        }
        FenceGeometry geometry = index.geometry(slot);
        boolean inside = geometry.contains(way.latitude(), way.longitude());
        double distance = geometry.distance(way.latitude(), way.longitude());
        if (!way.hasBeginning()) {
            if (distance <= within) {
                readings.add(reading(at, inside, distance, false, null, Double.NaN));
            }
            return;
        }
        int latitude = way.fromLatitude();
        int longitude = way.fromLongitude();
        Crossing crossing = geometry.crossing(latitude, longitude, way.latitude(), way.longitude());
        if (crossing != null
                || distance <= within
                || geometry.distance(latitude, longitude) <= within) {
            boolean begun = geometry.contains(latitude, longitude);
            boolean across = crossing != null && !(begun && inside);
            readings.add(
                    reading(
                            at,
                            inside,
                            distance,
                            begun,
                            crossing,
                            across ? deepest(geometry, way, crossing) : Double.NaN));
        }
    }

    private static double deepest(FenceGeometry geometry, VehicleWay way, Crossing crossing) {
        return geometry.deepest(
                        way.fromLatitude(),
                        way.fromLongitude(),
                        way.latitude(),
                        way.longitude(),
                        crossing)
                .metres();
    }

    private static FenceReading reading(
            PlacedFence at,
            boolean inside,
            double distance,
            boolean begun,
            @Nullable Crossing crossing,
            double deepest) {
        return new FenceReading(
                at.fence().terms(),
                inside,
                distance,
                begun,
                crossing == null ? Double.NaN : crossing.first(),
                crossing == null ? Double.NaN : crossing.last(),
                deepest,
                at.halfWidth());
    }

    private static boolean isRead(String id, List<FenceReading> readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).terms().id().equals(id)) {
                return true;
            }
        }
        return false;
    }
}
