// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Borders of the states of federal countries, to about a kilometre. */
final class States {

    /** The borders, in the copy that GraphHopper's jar carries. */
    private static final String DATA = "/com/graphhopper/countries/countries.geojson";

    private final List<State> states;

    private record State(String code, List<double[]> rings) {

        /** Even-odd rule over all rings, so that holes and islands need no care. */
        private boolean contains(double latitude, double longitude) {
            boolean inside = false;
            for (double[] ring : rings) {
                for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
                    boolean above = ring[i + 1] > latitude;
                    if (above != ring[j + 1] > latitude) {
                        double crossing =
                                ring[i]
                                        + (latitude - ring[i + 1])
                                                / (ring[j + 1] - ring[i + 1])
                                                * (ring[j] - ring[i]);
                        inside ^= longitude < crossing;
                    }
                }
            }
            return inside;
        }
    }

    private States(List<State> states) {
        this.states = states;
    }

    /** Loads those whose codes are wanted. */
    static States load(Predicate<String> wanted) throws IOException {
        try (InputStream in = States.class.getResourceAsStream(DATA)) {
            if (in == null) {
                throw new FileNotFoundException(DATA);
            }
            List<State> states = new ArrayList<>();
            for (JsonNode feature : new ObjectMapper().readTree(in).get("features")) {
                String code = feature.at("/properties/id").asText();
                if (code.indexOf('-') > 0 && wanted.test(code)) {
                    List<double[]> rings = new ArrayList<>();
                    collect(feature.at("/geometry/coordinates"), rings);
                    states.add(new State(code, rings));
                }
            }
            return new States(states);
        }
    }

    /** State of a country at a place, or null. */
    @Nullable String at(String country, double latitude, double longitude) {
        for (State state : states) {
            if (state.code().startsWith(country + "-") && state.contains(latitude, longitude)) {
                return state.code();
            }
        }
        return null;
    }

    /** Polygons are lists of rings, and multipolygons lists of those. */
    private static void collect(JsonNode coordinates, List<double[]> rings) {
        if (!coordinates.at("/0/0").isNumber()) {
            coordinates.forEach(part -> collect(part, rings));
            return;
        }
        double[] ring = new double[coordinates.size() * 2];
        for (int i = 0; i < coordinates.size(); i++) {
            ring[2 * i] = coordinates.get(i).get(0).asDouble();
            ring[2 * i + 1] = coordinates.get(i).get(1).asDouble();
        }
        rings.add(ring);
    }
}
