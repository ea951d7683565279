// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import io.odograph.schemas.TelemetryRecord;
import io.odograph.udfs.telemetry.Telemetry;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes telemetry in Avro's single-object encoding: C3 01, the fingerprint of the writer's schema
 * in eight bytes, little-endian, and the body. Not thread-safe; each task has its own.
 */
public final class AvroTelemetryDecoder implements TelemetryDecoder {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte MAGIC_0 = (byte) 0xC3;
    private static final byte MAGIC_1 = 0x01;
    private static final int FINGERPRINT = 2;
    private static final int BODY = FINGERPRINT + Long.BYTES;

    private final DecodeLimits limits;
    private final TimeLimits timeLimits;
    private final SchemaStore schemas;
    private transient @Nullable AvroBodyReader bodies;

    /** A decoder for all released versions of the telemetry contract. */
    public AvroTelemetryDecoder(DecodeLimits limits, TimeLimits timeLimits) {
        this(
                limits,
                timeLimits,
                SchemaStore.released(TelemetryRecord.class, TelemetryRecord.getClassSchema()));
    }

    /** A decoder for given writer schemas, each readable as today's telemetry contract. */
    public AvroTelemetryDecoder(DecodeLimits limits, TimeLimits timeLimits, SchemaStore schemas) {
        this.limits = limits;
        this.timeLimits = timeLimits;
        this.schemas = schemas;
    }

    @Override
    public Telemetry decode(byte @Nullable [] value, long appendTime)
            throws RejectedRecordException {
        byte[] record = RecordBytes.check(value, limits.maxRecordBytes());
        int schema = schemaOf(record);
        return TelemetryIntake.accept(bodies().read(record, BODY, schema), appendTime, timeLimits);
    }

    private int schemaOf(byte[] record) throws RejectedRecordException {
        if (record[0] != MAGIC_0 || (record.length > 1 && record[1] != MAGIC_1)) {
            throw new RejectedRecordException(
                    RejectionReason.NOT_SINGLE_OBJECT, "the record does not begin with C3 01");
        }
        if (record.length < BODY) {
            throw new RejectedRecordException(
                    RejectionReason.TRUNCATED, "the record ends inside the schema fingerprint");
        }
        long fingerprint = (long) LONGS.get(record, FINGERPRINT);
        int schema = schemas.indexOf(fingerprint);
        if (schema < 0) {
            throw new RejectedRecordException(
                    RejectionReason.UNKNOWN_SCHEMA,
                    "no released schema has the fingerprint %016x".formatted(fingerprint));
        }
        return schema;
    }

    private AvroBodyReader bodies() {
        AvroBodyReader current = bodies;
        if (current == null) {
            current = new AvroBodyReader(schemas, limits);
            bodies = current;
        }
        return current;
    }
}
