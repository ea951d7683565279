// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.estimate;

/**
 * Outcome of a vote.
 *
 * @param value number of the limit that won
 * @param agreement its share of the weight, 0..1
 * @param named whether a road of the same name voted for it
 */
public record Vote(int value, double agreement, boolean named) {}
