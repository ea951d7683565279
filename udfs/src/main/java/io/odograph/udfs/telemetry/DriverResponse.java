// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.telemetry;

/** What a driver says of a suspected crash; constants are only ever added. */
public enum DriverResponse {
    /** Nothing. */
    UNKNOWN,
    /** There was none. */
    NO_CRASH,
    /** There was one, asked or unasked. */
    NEEDS_HELP
}
