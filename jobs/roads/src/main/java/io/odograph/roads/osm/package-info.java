// SPDX-License-Identifier: Apache-2.0
/** Reading OpenStreetMap files, and the few things of them that roads need. */
@NullMarked
package io.odograph.roads.osm;

import org.jspecify.annotations.NullMarked;
