// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadNetwork;

/** How fast roads are driven where no limit says it, km/h. */
final class ClassSpeeds {

    private static final double SLOWEST = 8;

    private ClassSpeeds() {}

    /** Mean speeds of cars by class, as routing engines have them (GraphHopper's car profile). */
    static double mean(RoadClass roadClass, boolean ramp) {
        return switch (roadClass) {
            case MOTORWAY -> ramp ? 70 : 100;
            case TRUNK -> ramp ? 65 : 70;
            case PRIMARY -> ramp ? 60 : 65;
            case SECONDARY -> ramp ? 50 : 60;
            case TERTIARY -> ramp ? 40 : 50;
            case UNCLASSIFIED, RESIDENTIAL -> 30;
            case LIVING_STREET -> 6;
            case SERVICE, ROAD -> 20;
            case TRACK -> 15;
        };
    }

    /** The lower one of limit and mean speed of the class, 8 km/h at least. */
    static double steady(RoadNetwork network, int key) {
        boolean ramp = (network.flags(key >> 1) & RoadFlags.RAMP) != 0;
        double mean = mean(network.roadClass(key >> 1), ramp);
        double limit = network.limit(key).kmh();
        return Math.max(SLOWEST, Double.isNaN(limit) ? mean : Math.min(limit, mean));
    }
}
