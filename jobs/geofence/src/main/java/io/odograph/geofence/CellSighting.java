// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.Sighting;
import java.io.Serializable;

/**
 * A sighting on its way to one of the cells in which fences may be near.
 *
 * @param cell the cell
 * @param parts how many cells there are
 * @param sighting the sighting
 * @param at its timestamp in the stream, ms
 */
public record CellSighting(long cell, int parts, Sighting sighting, long at)
        implements Serializable {}
