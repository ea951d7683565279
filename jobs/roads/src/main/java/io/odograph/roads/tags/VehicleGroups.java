// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

import io.odograph.udfs.reference.VehicleClass;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which vehicle classes the words and weights of OpenStreetMap mean. */
final class VehicleGroups {

    /** Above this rated weight, t, a vehicle is a heavy one: EU categories N2, N3, M3. */
    private static final double HEAVY = 3.5;

    private static final Set<String> WEIGHTS =
            Set.of(
                    "weight",
                    "weightrating",
                    "maxweight",
                    "maxweightrating",
                    "gvw",
                    "grossweight",
                    "maxgrossweight");

    private static final Pattern TONNES = Pattern.compile("(\\d+(?:\\.\\d+)?) ?(t|tonnes)?");

    private VehicleGroups() {}

    /** Classes of a word such as hgv, or null if it is not one of a group that is told apart. */
    static @Nullable Set<VehicleClass> ofWord(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "hgv" -> Set.of(VehicleClass.HEAVY_TRUCK);
            case "goods" -> Set.of(VehicleClass.LIGHT_TRUCK);
            case "bus", "coach", "tourist_bus", "psv" -> Set.of(VehicleClass.BUS);
            case "motorcycle" -> Set.of(VehicleClass.MOTORCYCLE);
            case "motorcar" -> Set.of(VehicleClass.PASSENGER_CAR);
            default -> null;
        };
    }

    /**
     * Classes of the vehicles that a comparison is about, or null if it is not about all heavy ones
     * and no others: a class does not tell which of its vehicles weigh more than its lightest.
     */
    static @Nullable Set<VehicleClass> ofWeight(String term, String operator, String operand) {
        Matcher tonnes = TONNES.matcher(operand.strip().toLowerCase(Locale.ROOT));
        boolean above = operator.equals(">") || operator.equals(">=");
        if (!above || !WEIGHTS.contains(term.strip().replace("_", "")) || !tonnes.matches()) {
            return null;
        }
        return Double.parseDouble(tonnes.group(1)) == HEAVY
                ? Set.of(VehicleClass.HEAVY_TRUCK, VehicleClass.BUS)
                : null;
    }
}
