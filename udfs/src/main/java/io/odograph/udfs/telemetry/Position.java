// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/**
 * Where a vehicle was, WGS 84.
 *
 * @param latitude degrees, -90..90
 * @param longitude degrees, -180..180
 * @param altitude m above the ellipsoid, or NaN
 * @param heading direction over ground, degrees clockwise from north, 0..360, or NaN
 * @param horizontalAccuracy radius of the error as stated by the receiver, m, or NaN
 * @param fixType kind of fix
 * @param fixAge age of the fix at the event time, ms, or -1 where not stated
 */
public record Position(
        double latitude,
        double longitude,
        float altitude,
        float heading,
        float horizontalAccuracy,
        FixType fixType,
        int fixAge) {}
