// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.trip;

/** Why a trip has ended; constants are only ever added. */
public enum TripEnd {
    /** The ignition was switched off. */
    IGNITION_OFF,
    /** The vehicle stood for long. */
    STANDSTILL,
    /** Nothing was reported for long, and the vehicle was not under way meanwhile. */
    GAP,
    /** Nothing is reported any more. */
    SILENCE
}
