// SPDX-License-Identifier: Apache-2.0
/** Judges the detection of breaches of fences on drives and nights whose truth is known. */
@NullMarked
package io.odograph.evaluate.geofence;

import org.jspecify.annotations.NullMarked;
