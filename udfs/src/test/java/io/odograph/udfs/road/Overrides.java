// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitOverride.Direction;
import io.odograph.udfs.road.LimitOverride.Reason;
import io.odograph.udfs.road.LimitOverride.Way;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Overrides to build in tests: 30 km/h for works, for all and always, unless said otherwise. */
public final class Overrides {

    private final String id;
    private long version = 1;
    private Reason reason = Reason.TEMPORARY_WORKS;
    private LimitKind kind = LimitKind.VALUE;
    private float value = 30;
    private boolean mph;
    private @Nullable Schedule schedule;
    private @Nullable String timeZone;
    private long from = Long.MIN_VALUE;
    private long to = Long.MAX_VALUE;
    private Area area = Area.NONE;
    private final List<Way> ways = new ArrayList<>();
    private final List<VehicleClass> classes = new ArrayList<>();
    private @Nullable String tenantId;

    private Overrides(String id) {
        this.id = id;
    }

    /** An override that is nowhere yet. */
    public static Overrides of(String id) {
        return new Overrides(id);
    }

    /** In another version. */
    public Overrides version(long number) {
        version = number;
        return this;
    }

    /** For another reason. */
    public Overrides because(Reason why) {
        reason = why;
        return this;
    }

    /** With another limit, km/h. */
    public Overrides limit(float kmh) {
        value = kmh;
        return this;
    }

    /** With another limit, mph. */
    public Overrides limitInMph(float number) {
        value = number;
        mph = true;
        return this;
    }

    /** Without a number. */
    public Overrides saying(LimitKind what) {
        kind = what;
        value = Float.NaN;
        return this;
    }

    /** At times only. */
    public Overrides during(@Nullable String zone, Schedule.Period... periods) {
        timeZone = zone;
        schedule = new Schedule(List.of(periods));
        return this;
    }

    /** Within an event time. */
    public Overrides between(long first, long end) {
        from = first;
        to = end;
        return this;
    }

    /** Within a box, 1e-7 degrees. */
    public Overrides within(int south, int west, int north, int east) {
        area =
                new Area(
                        List.of(
                                new Area.Ring(
                                        new int[] {south, south, north, north},
                                        new int[] {west, east, east, west})));
        return this;
    }

    /** On a way, in a direction. */
    public Overrides on(long wayId, Direction direction) {
        ways.add(new Way(wayId, direction));
        return this;
    }

    /** For a class of vehicles. */
    public Overrides forClass(VehicleClass vehicleClass) {
        classes.add(vehicleClass);
        return this;
    }

    /** For a tenant. */
    public Overrides forTenant(@Nullable String tenant) {
        tenantId = tenant;
        return this;
    }

    /** The override. */
    public LimitOverride build() {
        return new LimitOverride(
                id, version, reason, kind, value, mph, schedule, timeZone, from, to, area, ways,
                classes, tenantId);
    }
}
