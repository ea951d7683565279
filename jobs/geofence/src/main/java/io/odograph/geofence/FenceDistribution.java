// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

/** How fences come to the tasks that need them; constants are spelt in options in lower case. */
public enum FenceDistribution {
    /** Every task has all of them. */
    BROADCAST,
    /** Each cell of the world has its own, and no task all. */
    CELLS
}
