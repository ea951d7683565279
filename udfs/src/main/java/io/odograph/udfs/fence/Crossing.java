// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * Where a straight way is inside a fence.
 *
 * @param first fraction of the way at which it is inside first, 0..1; 0 where it begins inside
 * @param last fraction at which it is inside last; 1 where it ends inside. In between it may leave
 *     and come back
 */
public record Crossing(double first, double last) {}
