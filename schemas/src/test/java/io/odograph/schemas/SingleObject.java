// SPDX-License-Identifier: Apache-2.0
package io.odograph.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Single-object encoding spelt out, so that golden bytes do not depend on the code they check. */
final class SingleObject {

    static final int HEADER = 10;

    private SingleObject() {}

    static byte[] header(Schema writer) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 0xC3)
                .put((byte) 0x01)
                .putLong(SchemaNormalization.parsingFingerprint64(writer))
                .array();
    }

    static byte[] encode(GenericData.Record record) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(header(record.getSchema()));
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<GenericData.Record>(record.getSchema()).write(record, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GenericData.Record decode(byte[] bytes, Schema writer, Schema reader) {
        try {
            return new GenericDatumReader<GenericData.Record>(writer, reader)
                    .read(
                            null,
                            DecoderFactory.get()
                                    .binaryDecoder(bytes, HEADER, bytes.length - HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
