// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.road;

/**
 * Where a vehicle truly is on its road and how it moves.
 *
 * @param key directed edge of the network
 * @param offset from the beginning of the key, m
 * @param latitude degrees, of the middle of the road
 * @param longitude degrees
 * @param course direction of travel, degrees clockwise from north, 0..360; at standstill that of
 *     the road
 * @param speed m/s, 0 and up
 */
public record RoadPoint(
        int key, double offset, double latitude, double longitude, double course, double speed) {}
