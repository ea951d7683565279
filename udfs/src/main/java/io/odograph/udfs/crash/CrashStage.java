// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

/** How far an incident has been judged; constants are only ever added. */
public enum CrashStage {
    /** Something looks like a crash. */
    SUSPECTED,
    /** It was one, as far as telemetry tells. */
    CONFIRMED,
    /** Suspected, then nothing was received any more. */
    NO_CONTACT,
    /** It was none. */
    DISMISSED
}
