// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;

/** Decodes telemetry in Avro's single-object encoding. Not thread-safe; each task has its own. */
public final class AvroTelemetryDecoder implements TelemetryDecoder {

    private final TimeLimits timeLimits;
    private final SingleObjectReader<TelemetryRecord> reader;

    /** A decoder for all released versions of the telemetry contract. */
    public AvroTelemetryDecoder(DecodeLimits limits, TimeLimits timeLimits) {
        this(
                limits,
                timeLimits,
                SchemaStore.released(TelemetryRecord.class, TelemetryRecord.getClassSchema()));
    }

    /** A decoder for given writer schemas, each readable as today's telemetry contract. */
    public AvroTelemetryDecoder(DecodeLimits limits, TimeLimits timeLimits, SchemaStore schemas) {
        this.timeLimits = timeLimits;
        this.reader = new SingleObjectReader<>(limits, schemas, TelemetryRecord.getClassSchema());
    }

    @Override
    public Telemetry decode(byte @Nullable [] value, long appendTime)
            throws RejectedRecordException {
        return TelemetryIntake.accept(reader.read(value), appendTime, timeLimits);
    }
}
