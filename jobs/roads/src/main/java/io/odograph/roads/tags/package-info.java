// SPDX-License-Identifier: Apache-2.0
/** What the tags of OpenStreetMap say of a road: pure functions. */
@NullMarked
package io.odograph.roads.tags;

import org.jspecify.annotations.NullMarked;
