// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/**
 * Decodes the records of an alert topic.
 *
 * @param <A> what is made of a record
 */
final class AlertDecoder<A> {

    private final String name;
    private final BinaryMessageDecoder<GenericRecord> bytes;
    private final Function<GenericRecord, A> reader;

    /** A decoder of records that keep a contract. */
    AlertDecoder(Schema contract, Function<GenericRecord, A> reader) {
        this.name = contract.getName();
        this.bytes = new BinaryMessageDecoder<>(GenericData.get(), contract);
        this.reader = reader;
    }

    /**
     * Decodes a record.
     *
     * @throws IOException if it does not keep the contract
     */
    A decode(byte[] value) throws IOException {
        try {
            return reader.apply(bytes.decode(value));
        } catch (AvroRuntimeException e) {
            throw new IOException("A record on the topic is no " + name, e);
        }
    }
}
