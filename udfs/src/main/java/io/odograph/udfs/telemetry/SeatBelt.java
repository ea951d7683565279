// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

import org.jspecify.annotations.Nullable;

/**
 * Belt of one seat.
 *
 * @param row row, 1 at the front
 * @param seat seat in the row, 1 at the driver's side
 * @param occupied whether somebody sits there, or null where not known
 * @param belted whether the belt is fastened
 */
public record SeatBelt(int row, int seat, @Nullable Boolean occupied, boolean belted) {}
