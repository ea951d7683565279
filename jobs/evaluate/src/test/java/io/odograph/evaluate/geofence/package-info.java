// SPDX-License-Identifier: Apache-2.0
/** Tests of the evaluation of geofences. */
@NullMarked
package io.odograph.evaluate.geofence;

import org.jspecify.annotations.NullMarked;
