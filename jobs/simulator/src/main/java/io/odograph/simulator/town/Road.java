// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A road as it is planned: straight lines on a plane, in m east and north of the middle of the
 * town. Where roads of the same level meet or cross there is a junction.
 *
 * @param highway OpenStreetMap's class
 * @param name name or number for people; empty for none
 * @param signs its limit
 * @param more other tags, by key
 * @param points east and north by turns
 */
record Road(
        String highway, String name, Signs signs, Map<String, String> more, List<double[]> points) {

    /** Creates a road between points. */
    static Road of(String highway, String name, Signs signs, double... eastNorth) {
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < eastNorth.length; i += 2) {
            points.add(new double[] {eastNorth[i], eastNorth[i + 1]});
        }
        return new Road(highway, name, signs, Map.of(), points);
    }

    /** The same road with another tag. */
    Road with(String key, String value) {
        Map<String, String> tags = new TreeMap<>(more);
        tags.put(key, value);
        return new Road(highway, name, signs, tags, points);
    }

    /** The same road, driven in the order of its points only. */
    Road oneWay() {
        return with("oneway", "yes");
    }

    /** The same road with its corners as arcs. */
    Road rounded(double radius) {
        return new Road(highway, name, signs, more, Lines.rounded(points, radius));
    }

    /** Level above ground: roads of different levels do not meet except at their ends. */
    int level() {
        return Integer.parseInt(more.getOrDefault("layer", "0"));
    }

    /** All tags, by key. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>(more);
        tags.put("highway", highway);
        tags.putAll(signs.tags());
        if (!name.isEmpty()) {
            boolean number = highway.startsWith("motorway") || name.startsWith("L ");
            tags.put(number ? "ref" : "name", name);
        }
        return tags;
    }

    /** Whether cars use it. */
    boolean isForCars() {
        boolean publicly = !"private".equals(more.get("access"));
        return publicly && !highway.equals("footway") && !highway.equals("track");
    }
}
