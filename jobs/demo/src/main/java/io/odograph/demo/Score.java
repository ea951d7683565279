// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A part of what was found, against the ground truth. */
interface Score {

    /** Begins lines that belong to the one above. */
    String INDENT = "         ";

    /** Whether all is as it must be. */
    boolean isPerfect();

    /** The score as lines for a person. */
    List<String> lines();

    /** How many there are of each, in words. */
    static String tally(Collection<String> constants) {
        Map<String, Long> counts =
                constants.stream()
                        .collect(
                                Collectors.groupingBy(
                                        AlertLine::spelt, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    /** Names a vehicle and a time. */
    static String named(String what, String vehicleId, long time) {
        return INDENT + what + ": " + vehicleId + " at " + AlertLine.time(time);
    }
}
