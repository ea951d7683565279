// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.driving;

/**
 * What a window adds up to.
 *
 * @param size its size
 * @param start its start, ms
 * @param end its end, ms
 * @param zone time zone in which its hours count
 * @param totals what it adds up to; not to be changed
 */
public record WindowFacts(
        WindowSize size, long start, long end, String zone, DrivingTotals totals) {}
