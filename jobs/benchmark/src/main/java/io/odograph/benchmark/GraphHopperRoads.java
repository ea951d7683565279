// SPDX-License-Identifier: Apache-2.0
package io.odograph.benchmark;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.IntEncodedValue;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.GHUtility;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The roads of an OpenStreetMap file as GraphHopper has them for cars, in memory. */
final class GraphHopperRoads {

    /** Name of the profile. */
    static final String CAR = "car";

    /** Left out, as GraphHopper's documentation recommends where cars are all that matters. */
    private static final List<String> NOT_FOR_CARS =
            List.of(
                    "footway",
                    "cycleway",
                    "path",
                    "pedestrian",
                    "steps",
                    "bridleway",
                    "corridor",
                    "platform",
                    "construction",
                    "proposed");

    private final GraphHopper hopper;
    private final BooleanEncodedValue access;
    private final IntEncodedValue way;

    private GraphHopperRoads(GraphHopper hopper) {
        this.hopper = hopper;
        this.access = hopper.getEncodingManager().getBooleanEncodedValue(VehicleAccess.key(CAR));
        this.way = hopper.getEncodingManager().getIntEncodedValue(OSMWayID.KEY);
    }

    /**
     * Imports roads, or loads what was imported before.
     *
     * @param osm OpenStreetMap data
     * @param folder where the import is kept
     */
    static GraphHopperRoads of(Path osm, Path folder) {
        GraphHopper hopper = new GraphHopper();
        hopper.setOSMFile(osm.toString());
        hopper.setGraphHopperLocation(folder.toString());
        hopper.getReaderConfig().setIgnoredHighways(NOT_FOR_CARS);
        hopper.setEncodedValuesString(
                "car_access, car_average_speed, road_access, road_environment, max_speed,"
                        + " ferry_speed, osm_way_id");
        hopper.setProfiles(
                new Profile(CAR).setCustomModel(GHUtility.loadCustomModelFromJar("car.json")));
        hopper.importOrLoad();
        return new GraphHopperRoads(hopper);
    }

    GraphHopper hopper() {
        return hopper;
    }

    /** Whether cars may drive there. */
    BooleanEncodedValue access() {
        return access;
    }

    /** The way of an edge, in the direction of the edge: edges are stored as ways are drawn. */
    long side(EdgeIteratorState edge) {
        return WaySide.of(edge.get(way), edge.get(EdgeIteratorState.REVERSE_STATE));
    }

    /** All that cars may drive on. */
    Set<Long> sides() {
        Set<Long> sides = new HashSet<>();
        AllEdgesIterator edges = hopper.getBaseGraph().getAllEdges();
        while (edges.next()) {
            if (edges.get(access)) {
                sides.add(WaySide.of(edges.get(way), false));
            }
            if (edges.getReverse(access)) {
                sides.add(WaySide.of(edges.get(way), true));
            }
        }
        return sides;
    }

    /** Frees its memory. */
    void close() {
        hopper.close();
    }
}
