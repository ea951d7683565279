// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import io.odograph.schemas.RejectionReason;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;

/**
 * Reads bodies written with any schema of a store as today's record of the contract. Keeps one
 * reader per writer schema. Not thread-safe.
 *
 * <p>Uses Avro's reader of compiled steps, which keeps nothing between records. Avro's other reader
 * keeps a parser stack, which a record that failed half-way leaves behind.
 *
 * @param <R> generated class of the contract
 */
final class AvroBodyReader<R> {

    private final BoundedDecoder input;
    private final DatumReader<R>[] readers;

    AvroBodyReader(SchemaStore schemas, Schema today, DecodeLimits limits) {
        this.input = new BoundedDecoder(limits);
        this.readers = newReaders(schemas, today);
    }

    /**
     * Reads one body, which must fill the record to its end.
     *
     * @param record the whole record
     * @param start where the body begins
     * @param schema index of the writer's schema in the store
     * @throws RejectedRecordException if the body is not what the schema says
     */
    R read(byte[] record, int start, int schema) throws RejectedRecordException {
        input.reset(record, start);
        try {
            R result = readers[schema].read(null, input);
            if (input.remainingBytes() > 0) {
                throw new RejectedRecordException(
                        RejectionReason.TRAILING_BYTES,
                        input.remainingBytes() + " bytes follow the record");
            }
            return result;
        } catch (IOException | AvroTypeException e) {
            throw rejection(e);
        } finally {
            input.clear();
        }
    }

    private static RejectedRecordException rejection(Exception e) {
        String message = String.valueOf(e.getMessage());
        if (e instanceof BoundedDecoder.Failure failure) {
            return new RejectedRecordException(failure.reason(), message);
        }
        if (e instanceof EOFException) {
            return new RejectedRecordException(RejectionReason.TRUNCATED, message);
        }
        return new RejectedRecordException(RejectionReason.MALFORMED, message);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <R> DatumReader<R>[] newReaders(SchemaStore schemas, Schema today) {
        FastReaderBuilder builder = new FastReaderBuilder(ContractData.model());
        DatumReader<R>[] readers = new DatumReader[schemas.size()];
        for (int i = 0; i < readers.length; i++) {
            try {
                readers[i] = builder.createDatumReader(schemas.get(i), today);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot happen while resolving schemas", e);
            }
        }
        return readers;
    }
}
