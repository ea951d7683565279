// SPDX-License-Identifier: Apache-2.0
/** The geofence job: breaches of fences, and visits to them. */
@NullMarked
package io.odograph.geofence;

import org.jspecify.annotations.NullMarked;
