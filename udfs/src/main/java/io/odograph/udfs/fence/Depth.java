// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

/**
 * The deepest point of a way through a fence.
 *
 * @param fraction fraction of the way, 0..1
 * @param metres how far inside it is, m
 */
public record Depth(double fraction, double metres) {}
