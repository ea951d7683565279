// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.udfs.road.RoadNetwork;
import java.util.List;

/**
 * A small town with every kind of limit, invented from the first to the last road: nothing in it is
 * from a map of the world. It lies where Germany is, so that German law and time hold.
 *
 * @param nodes by id, from 1
 * @param ways by id
 * @param restrictions what may not be done at junctions
 */
public record Town(List<Node> nodes, List<Way> ways, List<Restriction> restrictions) {

    /** Latitude of the middle, degrees. */
    public static final double LATITUDE = 51.3;

    /** Longitude of the middle, degrees. */
    public static final double LONGITUDE = 10.3;

    /** Name of the map's file. */
    public static final String FILE = "roads.osm";

    /** When the map was drawn. */
    static final String DRAWN = "2026-01-01T00:00:00Z";

    /** Whose it is. */
    static final String ATTRIBUTION = "Invented by Odograph's simulator, Apache-2.0";

    /**
     * A point of roads.
     *
     * @param id from 1
     * @param latitude degrees times 10^7
     * @param longitude degrees times 10^7
     */
    record Node(long id, int latitude, int longitude) {}

    /**
     * A road on the map.
     *
     * @param id identity
     * @param road what it is
     * @param nodes ids of its points
     */
    record Way(long id, Road road, List<Long> nodes) {}

    /**
     * A turn that is forbidden, or the only one that is not.
     *
     * @param id identity
     * @param kind such as {@code no_left_turn}
     * @param from way
     * @param via node
     * @param to way
     */
    record Restriction(long id, String kind, long from, long via, long to) {}

    private static final class Holder {

        private static final Town TOWN = new Survey(new TownLayout()).town();
        private static final RoadNetwork NETWORK = TownNetwork.of(TOWN);
    }

    /** The town. */
    public static Town sample() {
        return Holder.TOWN;
    }

    /** Its roads with their true limits; ways have the ids of the map. */
    public static RoadNetwork network() {
        return Holder.NETWORK;
    }

    /** The map, as OpenStreetMap XML. */
    public String osm() {
        return OsmXml.of(this);
    }

    Node node(long id) {
        return nodes.get((int) id - 1);
    }

    /** Node of the network at a place of the plan, m east and north of the middle. */
    static int nodeAt(double east, double north) {
        int[] place = Survey.place(east, north);
        RoadNetwork network = network();
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int node = 0; node < network.nodeCount(); node++) {
            long lat = network.nodeLatitude(node) - (long) place[0];
            long lon = network.nodeLongitude(node) - (long) place[1];
            long distance = lat * lat + lon * lon;
            if (distance < least) {
                least = distance;
                best = node;
            }
        }
        return network.realNode(best);
    }
}
