// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

/** Class of a vehicle as thresholds and limits depend on it; constants are only ever added. */
public enum VehicleClass {
    /** Not stated. */
    UNKNOWN,
    /** Passenger car. */
    PASSENGER_CAR,
    /** Light truck or van. */
    LIGHT_TRUCK,
    /** Heavy truck. */
    HEAVY_TRUCK,
    /** Bus or coach. */
    BUS,
    /** Motorcycle. */
    MOTORCYCLE
}
