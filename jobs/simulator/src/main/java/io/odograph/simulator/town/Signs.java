// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The limit of a road: what the map says of it, and what it truly is.
 *
 * @param tags for the map
 * @param forward true limit in the order of the road's points
 * @param backward true limit against it
 */
record Signs(Map<String, String> tags, RoadLimit forward, RoadLimit backward) {

    private static final int WORKDAYS = 0b001_1111;

    /** What the map says nothing about; the truth counts as unknown. */
    static final Signs NONE = new Signs(Map.of(), RoadLimit.UNKNOWN, RoadLimit.UNKNOWN);

    private static Signs same(Map<String, String> tags, RoadLimit limit) {
        return new Signs(tags, limit, limit);
    }

    /** A sign with a number. */
    static Signs posted(int kmh) {
        return same(Map.of("maxspeed", "" + kmh), limit(kmh, LimitSource.POSTED, List.of()));
    }

    /** Another number in each direction. */
    static Signs perDirection(int forward, int backward) {
        return new Signs(
                Map.of("maxspeed:forward", "" + forward, "maxspeed:backward", "" + backward),
                limit(forward, LimitSource.POSTED, lawOutOfTown(forward)),
                limit(backward, LimitSource.POSTED, lawOutOfTown(backward)));
    }

    /** A sign with a number, and a lower one for heavy trucks. */
    static Signs withTrucks(int kmh, int trucks) {
        return same(
                Map.of("maxspeed", "" + kmh, "maxspeed:hgv", "" + trucks),
                limit(kmh, LimitSource.POSTED, List.of(trucks(trucks, LimitSource.POSTED))));
    }

    /** A motorway's sign; the law has its own limit for heavy trucks. */
    static Signs motorway(int kmh) {
        return same(
                Map.of("maxspeed", "" + kmh),
                limit(kmh, LimitSource.POSTED, List.of(trucks(80, LimitSource.LEGAL_DEFAULT))));
    }

    /** A motorway without limit for cars. */
    static Signs unlimited() {
        RoadLimit limit =
                new RoadLimit(
                        LimitKind.NONE,
                        Float.NaN,
                        false,
                        LimitSource.POSTED,
                        1,
                        Float.POSITIVE_INFINITY,
                        List.of(trucks(80, LimitSource.LEGAL_DEFAULT)));
        return same(Map.of("maxspeed", "none"), limit);
    }

    /** A zone of 30. */
    static Signs zone30() {
        return same(
                Map.of("maxspeed", "30", "source:maxspeed", "DE:zone30"),
                limit(30, LimitSource.POSTED, List.of()));
    }

    /** No sign but that of the town. */
    static Signs urban() {
        return same(Map.of("maxspeed:type", "DE:urban"), limit(50, LimitSource.ZONE, List.of()));
    }

    /** Walking pace, as the kind of street has it. */
    static Signs walk() {
        return same(
                Map.of(),
                new RoadLimit(
                        LimitKind.WALK,
                        Float.NaN,
                        false,
                        LimitSource.LEGAL_DEFAULT,
                        1,
                        RoadLimit.WALKING_PACE,
                        List.of()));
    }

    /** A sign of 50, and 30 on workdays before a school. */
    static Signs school(int fromMinute, int toMinute) {
        Schedule.Period period = new Schedule.Period(101, 1231, WORKDAYS, fromMinute, toMinute);
        LimitClause clause =
                new LimitClause(
                        LimitKind.VALUE,
                        30,
                        false,
                        Set.of(),
                        new Schedule(List.of(period)),
                        LimitSource.POSTED);
        String when = "30 @ (Mo-Fr " + clock(fromMinute) + "-" + clock(toMinute) + ")";
        return same(
                Map.of("maxspeed", "50", "maxspeed:conditional", when),
                limit(50, LimitSource.POSTED, List.of(clause)));
    }

    /** What nobody can read. */
    static Signs malformed(String value) {
        return same(Map.of("maxspeed", value), RoadLimit.UNKNOWN);
    }

    /** Of the law's own limit for heavy trucks a sign takes nothing away. */
    private static List<LimitClause> lawOutOfTown(int kmh) {
        return kmh > 80 ? List.of(trucks(80, LimitSource.LEGAL_DEFAULT)) : List.of();
    }

    private static LimitClause trucks(int kmh, LimitSource source) {
        Set<VehicleClass> classes = Set.of(VehicleClass.HEAVY_TRUCK);
        return new LimitClause(LimitKind.VALUE, kmh, false, classes, null, source);
    }

    private static RoadLimit limit(int kmh, LimitSource source, List<LimitClause> clauses) {
        return new RoadLimit(LimitKind.VALUE, kmh, false, source, 1, kmh, clauses);
    }

    private static String clock(int minute) {
        int hour = minute / 60;
        int rest = minute % 60;
        return (hour < 10 ? "0" : "") + hour + ":" + (rest < 10 ? "0" : "") + rest;
    }
}
