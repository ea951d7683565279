// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.fence;

import java.io.Serializable;

/**
 * What a record says of where its vehicle is. A wire type of the jobs: components are only ever
 * added.
 *
 * @param way from the last place to this one
 * @param accuracy how far the place may be off, m
 * @param speed km/h, or NaN
 * @param settled whether it has stood there for a minute, so that its place stays as it is
 * @param withoutIgnition whether it moves with the ignition off
 * @param first whether it was never seen anywhere before, or was silent for long
 */
public record VehicleFix(
        VehicleWay way,
        float accuracy,
        float speed,
        boolean settled,
        boolean withoutIgnition,
        boolean first)
        implements Serializable {

    /** Accuracy where the receiver states none, m: that of phones in streets. */
    public static final float USUAL_ACCURACY = 10;
}
