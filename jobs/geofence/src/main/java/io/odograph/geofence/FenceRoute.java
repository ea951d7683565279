// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

/**
 * Where the versions of a fence have been sent. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class FenceRoute {

    /** Cells, ascending. */
    public long[] cells = {};

    /** Whether every watch has it. */
    public boolean everywhere;
}
