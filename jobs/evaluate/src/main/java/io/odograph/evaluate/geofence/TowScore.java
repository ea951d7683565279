// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

/**
 * Whether it is seen that a vehicle leaves with its ignition off.
 *
 * @param tows vehicles carried out of a fence with the ignition off
 * @param told of them told to have left
 * @param marked of these said to have moved without ignition
 * @param drives vehicles that drove out of one
 * @param drivesTold of them told
 * @param drivesMarked of these said to have moved without ignition, which is wrong
 */
record TowScore(int tows, int told, int marked, int drives, int drivesTold, int drivesMarked) {

    /** Nothing judged. */
    static final TowScore NONE = new TowScore(0, 0, 0, 0, 0, 0);

    TowScore plus(TowScore other) {
        return new TowScore(
                tows + other.tows,
                told + other.told,
                marked + other.marked,
                drives + other.drives,
                drivesTold + other.drivesTold,
                drivesMarked + other.drivesMarked);
    }
}
