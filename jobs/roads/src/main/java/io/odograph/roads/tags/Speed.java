// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadLimit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one value of a speed tag says.
 *
 * @param kind what it says
 * @param value number in its unit, or NaN where the kind has none
 * @param mph whether the unit is mph rather than km/h
 */
public record Speed(LimitKind kind, float value, boolean mph) {

    /** No limit. */
    public static final Speed NONE = new Speed(LimitKind.NONE, Float.NaN, false);

    /** Walking pace. */
    public static final Speed WALK = new Speed(LimitKind.WALK, Float.NaN, false);

    /** Shown by signals. */
    public static final Speed VARIABLE = new Speed(LimitKind.VARIABLE, Float.NaN, false);

    /** No sign of the world shows more, km/h (160 in the Emirates and Poland's tests). */
    private static final float HIGHEST = 160;

    private static final float KMH_PER_KNOT = 1.852f;

    private static final Pattern NUMBER =
            Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?(km/h|kmh|kph|mph|knots|knot)?");

    /** A limit in km/h. */
    public static Speed kmh(float value) {
        return new Speed(LimitKind.VALUE, value, false);
    }

    /** A limit in mph. */
    public static Speed mph(float value) {
        return new Speed(LimitKind.VALUE, value, true);
    }

    /** Reads a value, or null if it is not exactly one that is understood. */
    public static @Nullable Speed parse(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        return switch (value) {
            case "none" -> NONE;
            case "walk" -> WALK;
            case "variable", "signals" -> VARIABLE;
            default -> number(value);
        };
    }

    private static @Nullable Speed number(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        float number = Float.parseFloat(matcher.group(1));
        String unit = matcher.group(2) == null ? "" : matcher.group(2);
        Speed speed =
                unit.equals("mph")
                        ? mph(number)
                        : kmh(unit.startsWith("knot") ? number * KMH_PER_KNOT : number);
        return speed.kmh() > 0 && speed.kmh() <= HIGHEST ? speed : null;
    }

    /** As a number, km/h; infinite without limit, NaN where it is shown by signals. */
    public float kmh() {
        return new RoadLimit(kind, value, mph, LimitSource.POSTED, 1, 0, List.of()).kmh();
    }

    /** As a person would write it. */
    public String text() {
        return switch (kind) {
            case VALUE -> number() + (mph ? " mph" : " km/h");
            case NONE -> "none";
            case WALK -> "walk";
            case VARIABLE -> "variable";
            case UNKNOWN -> "unknown";
        };
    }

    private String number() {
        return value == Math.rint(value)
                ? Integer.toString(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
