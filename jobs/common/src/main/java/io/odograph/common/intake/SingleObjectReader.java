// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of one contract in Avro's single-object encoding: C3 01, the fingerprint of the
 * writer's schema in eight bytes, little-endian, and the body. Not thread-safe; each task has its
 * own.
 *
 * @param <R> generated class of the contract
 */
public final class SingleObjectReader<R> implements Serializable {

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte MAGIC_0 = (byte) 0xC3;
    private static final byte MAGIC_1 = 0x01;
    private static final int FINGERPRINT = 2;
    private static final int BODY = FINGERPRINT + Long.BYTES;

    private final DecodeLimits limits;
    private final SchemaStore schemas;
    private final Schema today;
    private transient @Nullable AvroBodyReader<R> bodies;

    /**
     * A reader for given writer schemas.
     *
     * @param limits how much one record may ask for
     * @param schemas what writers may have used, each readable as today's contract
     * @param today schema of the generated class
     */
    public SingleObjectReader(DecodeLimits limits, SchemaStore schemas, Schema today) {
        this.limits = limits;
        this.schemas = schemas;
        this.today = today;
    }

    /**
     * Reads one record, unchecked but for its encoding.
     *
     * @param value the bytes as they came, or null
     * @throws RejectedRecordException if the bytes are no record of the contract
     */
    public R read(byte @Nullable [] value) throws RejectedRecordException {
        byte[] record = RecordBytes.check(value, limits.maxRecordBytes());
        int schema = schemaOf(record);
        return bodies().read(record, BODY, schema);
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

    private AvroBodyReader<R> bodies() {
        AvroBodyReader<R> current = bodies;
        if (current == null) {
            current = new AvroBodyReader<>(schemas, today, limits);
            bodies = current;
        }
        return current;
    }
}
