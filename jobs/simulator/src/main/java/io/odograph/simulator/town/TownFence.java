// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.udfs.fence.Fence;

/**
 * A version of a fence in the town.
 *
 * @param fence the version
 * @param description what happens there and what a consumer must make of it
 */
public record TownFence(Fence fence, String description) {}
