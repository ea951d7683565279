// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

/**
 * What drivers do less often than its opposite, nats; tuned on simulated drives in another town
 * than those that are reported.
 */
final class Habits {

    /** To turn rather than go straight on, at a single junction. */
    static final double TURN = 1;

    /** Cosine below which it is a turn: 45 degrees. */
    static final double TURNED = 0.7;

    /** To stop just behind a junction rather than before it. */
    static final double STOP_THERE = 1.5;

    /** How far behind a junction that is, m. */
    static final double BEHIND_JUNCTION = 10;

    /** Slower than this a vehicle stands, km/h. */
    static final float STANDS = 1.8f;

    /** To leave the public road for a driveway, a parking aisle or a track. */
    private static final double LEAVE_ROAD = 2;

    private final RoadNetwork network;

    Habits(RoadNetwork network) {
        this.network = network;
    }

    /** What it costs to begin on a key. */
    double beginning(int key) {
        return isMinor(key) ? LEAVE_ROAD : 0;
    }

    /** What it costs to come from one key to another, as far as they differ in kind. */
    double leaving(int from, int to) {
        return isMinor(to) && !isMinor(from) ? LEAVE_ROAD : 0;
    }

    private boolean isMinor(int key) {
        RoadClass roadClass = network.roadClass(key >> 1);
        return roadClass == RoadClass.SERVICE || roadClass == RoadClass.TRACK;
    }
}
