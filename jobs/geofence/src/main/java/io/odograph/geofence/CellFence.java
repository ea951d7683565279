// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.fence.Fence;
import java.io.Serializable;

/**
 * A version of a fence, or its withdrawal, on its way to one of the cells that it may touch.
 *
 * @param cell the cell
 * @param update the version
 */
public record CellFence(long cell, ReferenceUpdate<Fence> update) implements Serializable {}
