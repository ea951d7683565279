// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/** What decided a revision of an alert; constants are only ever added. */
public enum CrashReason {
    /** A pulse. */
    IMPACT,
    /** A loss of speed that braking does not explain. */
    SPEED_DROP,
    /** What the vehicle or the device reports. */
    REPORTED,
    /** A deployed airbag. */
    AIRBAG,
    /** A rollover. */
    ROLLOVER,
    /** Evidence of different kinds. */
    MULTIPLE_EVIDENCE,
    /** The driver asks for help. */
    NEEDS_HELP,
    /** The vehicle came to rest. */
    AT_REST,
    /** More evidence, which changes no stage. */
    MORE_EVIDENCE,
    /** The vehicle drove on. */
    DROVE_ON,
    /** It did not come to rest in time. */
    KEPT_MOVING,
    /** The driver says that there was no crash. */
    DRIVER_CANCELLED,
    /** Nothing was received. */
    SILENCE,
    /** Nothing more is awaited. */
    INCIDENT_OVER
}
