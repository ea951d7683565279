// SPDX-License-Identifier: Apache-2.0
/**
 * How a vehicle moves: which of the speeds and positions that it reports count, and what its driver
 * does harshly.
 */
@NullMarked
package io.odograph.udfs.motion;

import org.jspecify.annotations.NullMarked;
