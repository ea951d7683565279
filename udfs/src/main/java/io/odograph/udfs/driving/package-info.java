// SPDX-License-Identifier: Apache-2.0
/**
 * How a vehicle is driven: exact sums over windows of its own time, revised by late records from a
 * journal of the last hours.
 */
@NullMarked
package io.odograph.udfs.driving;

import org.jspecify.annotations.NullMarked;
