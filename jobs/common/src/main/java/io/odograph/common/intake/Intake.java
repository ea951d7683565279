// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/**
 * What a source emits for each record: exactly one of telemetry and rejection.
 *
 * <p>Decoding happens inside the source, because Flink's per-partition watermarks need the receive
 * time that stands inside the record; the next operator parts the two.
 *
 * @param telemetry the validated record, or null
 * @param rejection why it was rejected, or null
 */
public record Intake(@Nullable Telemetry telemetry, @Nullable Rejection rejection) {

    /** A record that can be used. */
    public static Intake accepted(Telemetry telemetry) {
        return new Intake(telemetry, null);
    }

    /** A record that cannot. */
    public static Intake rejected(Rejection rejection) {
        return new Intake(null, rejection);
    }
}
