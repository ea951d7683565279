// SPDX-License-Identifier: Apache-2.0
/** Geofences for people: GeoJSON, checks, and their topic. */
@NullMarked
package io.odograph.fences;

import org.jspecify.annotations.NullMarked;
