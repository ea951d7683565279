// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a vehicle and one fence. Of fences that it must keep in there always is
 * one; of others while it is inside or may be. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class FenceTrack {

    /** A side of a fence's line; constants are only ever added. */
    public enum Side {
        /** Not known yet. */
        UNKNOWN,
        /** Within. */
        INSIDE,
        /** Without. */
        OUTSIDE
    }

    /** The fence in the version last seen. */
    public FenceTerms terms =
            new FenceTerms("", 0, null, FenceKind.ZONE, 0, null, 0, 0, FenceThresholds.NONE);

    /** Side that the vehicle is on as confirmed. */
    public Side side = Side.UNKNOWN;

    /** How it came there, or null where the side is not known. */
    public @Nullable SideChange since;

    /** How it came to the side of the last position, or null before the first one. */
    public @Nullable SideChange line;

    /** Whether the last position is inside. */
    public boolean inside;

    /** How far outside that is, m; negative inside. */
    public double distance;

    /** How it got inside since it was last confirmed to be outside, or null. */
    public @Nullable SideChange entered;

    /** How far inside it has got since then, on the ways from position to position, too, m. */
    public double deepest;

    /** Positions in a row that speak for the other side. */
    public int confirmed;

    /** The open breach or visit, or null. */
    public @Nullable OpenBreach breach;

    /** For serializers. */
    public FenceTrack() {}

    FenceTrack(FenceTerms terms) {
        this.terms = terms;
        side = terms.kind() == FenceKind.KEEP_IN ? Side.UNKNOWN : Side.OUTSIDE;
    }

    /** Whether the vehicle is where it is in breach, or on a visit. */
    boolean isViolating() {
        return side == (terms.kind() == FenceKind.KEEP_IN ? Side.OUTSIDE : Side.INSIDE);
    }

    /** Takes in where the vehicle is now. */
    void place(FenceReading reading, VehicleFix fix) {
        boolean isInside = reading.inside();
        if (line == null || isInside != inside) {
            line = crossing(reading, fix);
            confirmed = 0;
            if (isInside && side != Side.INSIDE && entered == null) {
                entered = line;
                deepest = 0;
            }
        } else if (!isInside && side == Side.OUTSIDE && !Double.isNaN(reading.first())) {
            goThrough(reading, fix.way());
        }
        inside = isInside;
        distance = reading.distance();
        terms = reading.terms();
        deepest = Math.max(deepest, -distance);
        if (reading.deepest() > deepest) {
            deepest = reading.deepest();
        }
    }

    /** In and out again between two positions, of which the one before was near the line. */
    private void goThrough(FenceReading reading, VehicleWay way) {
        line = SideChange.on(way, reading.last());
        if (entered == null) {
            entered = SideChange.on(way, reading.first());
            deepest = 0;
        }
    }

    private SideChange crossing(FenceReading reading, VehicleFix fix) {
        VehicleWay way = fix.way();
        if (!way.hasBeginning()) {
            boolean unknown = fix.first() || side == Side.UNKNOWN;
            return SideChange.at(way, unknown ? BreachCause.FIRST_SEEN : BreachCause.CROSSED);
        }
        if (reading.begunInside() != reading.inside()) {
            return SideChange.on(way, reading.inside() ? reading.first() : reading.last());
        }
        // The line has moved, not the vehicle.
        long changed = Math.max(way.fromTime(), reading.terms().effectiveFrom());
        return new SideChange(
                Math.min(changed, way.time()),
                false,
                BreachCause.FENCE_CHANGED,
                way.latitude(),
                way.longitude());
    }

    /** The vehicle is confirmed to be on the side of its last position. */
    void confirm() {
        side = inside ? Side.INSIDE : Side.OUTSIDE;
        since = line;
        confirmed = 0;
        entered = null;
        deepest = 0;
    }

    void moveBack(long millis) {
        since = since == null ? null : since.movedBack(millis);
        line = line == null ? null : line.movedBack(millis);
        entered = entered == null ? null : entered.movedBack(millis);
        if (breach != null) {
            breach.moveBack(millis);
        }
    }
}
