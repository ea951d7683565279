// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.Fence;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of a fence, and where they have been sent. Changed in place.
 *
 * <p>A state type: fields may be added, never renamed, removed or retyped.
 */
public final class FenceRoute {

    /** Cells, ascending. */
    public long[] cells = {};

    /** Whether every watch has it. */
    public boolean everywhere;

    /** The versions that are kept, highest first; empty where that was not remembered yet. */
    public List<Fence> versions = new ArrayList<>();
}
