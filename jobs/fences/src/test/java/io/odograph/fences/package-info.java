// SPDX-License-Identifier: Apache-2.0
/** Tests of the geofence commands. */
@NullMarked
package io.odograph.fences;

import org.jspecify.annotations.NullMarked;
