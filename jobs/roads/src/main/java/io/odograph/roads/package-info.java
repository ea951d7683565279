// SPDX-License-Identifier: Apache-2.0
/** Road files from OpenStreetMap: making, explaining and checking them. */
@NullMarked
package io.odograph.roads;

import org.jspecify.annotations.NullMarked;
