// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.law;

import io.odograph.udfs.road.Region;

/**
 * Whose law a place is under.
 *
 * @param region country and clock
 * @param law code of the state where it has speeds of its own, otherwise of the country
 */
public record Jurisdiction(Region region, String law) {}
