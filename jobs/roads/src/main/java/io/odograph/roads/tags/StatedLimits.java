// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.tags;

/**
 * What the tags of a way state of its limits.
 *
 * @param forward in the order of its nodes
 * @param backward against it
 */
public record StatedLimits(StatedLimit forward, StatedLimit backward) {}
