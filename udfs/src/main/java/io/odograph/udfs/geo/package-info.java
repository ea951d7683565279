// SPDX-License-Identifier: Apache-2.0
/** Geometry on the globe. */
@NullMarked
package io.odograph.udfs.geo;

import org.jspecify.annotations.NullMarked;
