// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.common.alert.Alert;
import io.odograph.udfs.fence.BreachEdge;

/**
 * One revision of a breach or visit; becomes a {@code GeofenceAlert} on the way out.
 *
 * @param alert what every alert begins with
 * @param edge what has happened
 */
public record GeofenceRevision(Alert alert, BreachEdge edge) {}
