// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.util.List;

/**
 * What the map knows of the limit of one direction of a road.
 *
 * @param kind what it says
 * @param value number in its unit, exactly as signposted, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 * @param source where it comes from
 * @param confidence probability that it is right, 0..1: as measured on tagged roads whose tag was
 *     hidden
 * @param upperBound km/h above which the true limit hardly lies, for estimates; otherwise the limit
 *     itself; infinite where nothing bounds it
 * @param clauses other limits for some vehicles or times, in the order of the map: of those for all
 *     classes the last that holds replaces the limit, those for a class only ever lower it
 */
public record RoadLimit(
        LimitKind kind,
        float value,
        boolean mph,
        LimitSource source,
        float confidence,
        float upperBound,
        List<LimitClause> clauses) {

    /** Nothing is known. */
    public static final RoadLimit UNKNOWN =
            new RoadLimit(
                    LimitKind.UNKNOWN,
                    Float.NaN,
                    false,
                    LimitSource.UNKNOWN,
                    0,
                    Float.POSITIVE_INFINITY,
                    List.of());

    /**
     * Walking pace as German courts read it, km/h: 4 to 7, and the upper end accuses nobody
     * wrongly.
     */
    public static final float WALKING_PACE = 7;

    /** Kilometres of an international mile. */
    public static final float KM_PER_MILE = 1.609344f;

    /** Copies the list. */
    public RoadLimit {
        clauses = List.copyOf(clauses);
    }

    /** As a number, km/h; infinite without limit, NaN where not known or shown by signals. */
    public float kmh() {
        return kmh(kind, value, mph);
    }

    static float kmh(LimitKind kind, float value, boolean mph) {
        return switch (kind) {
            case VALUE -> mph ? value * KM_PER_MILE : value;
            case WALK -> WALKING_PACE;
            case NONE -> Float.POSITIVE_INFINITY;
            case UNKNOWN, VARIABLE -> Float.NaN;
        };
    }
}
