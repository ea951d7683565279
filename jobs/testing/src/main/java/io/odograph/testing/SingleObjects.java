// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;

/** Avro single objects as a consumer without generated classes reads them. */
public final class SingleObjects {

    private SingleObjects() {}

    /** Reads one; times come out as milliseconds. */
    public static GenericRecord read(Schema schema, byte[] bytes) throws IOException {
        return new BinaryMessageDecoder<GenericRecord>(GenericData.get(), schema).decode(bytes);
    }
}
