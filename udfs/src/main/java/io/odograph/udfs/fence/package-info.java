// SPDX-License-Identifier: Apache-2.0
/** Geofences: what they are, where they are, and when a vehicle has crossed one. */
@NullMarked
package io.odograph.udfs.fence;

import org.jspecify.annotations.NullMarked;
