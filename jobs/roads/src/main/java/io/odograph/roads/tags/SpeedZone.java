// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A zone or type of road with a country's rule, such as {@code DE:urban} or {@code FR:zone30}.
 *
 * @param country code of the country or state whose law it is
 * @param name of the rule: urban, rural, motorway, ...; or empty where a number says it all
 * @param speed the number, or null where the law has to be looked up
 */
public record SpeedZone(String country, String name, @Nullable Speed speed) {

    private static final Pattern CODED =
            Pattern.compile("([A-Z]{2}(?:-[A-Z0-9]{1,3})?):([A-Za-z0-9_: ./]+)");

    private static final Pattern NUMBERED =
            Pattern.compile("(?:zone)?:? ?(\\d{1,3} ?(?:mph|km/h)?)");

    /** Reads a coded value, or null if it is not one. */
    public static @Nullable SpeedZone parse(String text) {
        Matcher coded = CODED.matcher(text.strip());
        if (!coded.matches()) {
            return null;
        }
        String country = coded.group(1);
        String name = coded.group(2).strip().toLowerCase(Locale.ROOT);
        Matcher numbered = NUMBERED.matcher(name);
        if (numbered.matches()) {
            Speed speed = Speed.parse(numbered.group(1));
            return speed == null ? null : new SpeedZone(country, "", speed);
        }
        return switch (name) {
            case "walk" -> new SpeedZone(country, "", Speed.WALK);
            case "none" -> new SpeedZone(country, "", Speed.NONE);
            case "bicycle_road", "cyclestreet" -> new SpeedZone(country, "bicycle_road", null);
            default -> new SpeedZone(country, name, null);
        };
    }

    /** Reads the value of a zone tag, which may be a bare number; null if it tells no speed. */
    public static @Nullable SpeedZone parseZone(String text) {
        Matcher numbered = NUMBERED.matcher(text.strip());
        if (numbered.matches()) {
            Speed speed = Speed.parse(numbered.group(1));
            return speed == null ? null : new SpeedZone("", "", speed);
        }
        return parse(text);
    }
}
