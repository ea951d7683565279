// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.capture;

import io.odograph.schemas.RejectionReason;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * An Avro container file of one of our contracts, read from front to back.
 *
 * <p>Avro's own reader takes a file that was cut off inside a block for one that ended there; this
 * one says so. Records are generic ones: a file that names a class never has it loaded.
 */
public final class ContainerFile implements Closeable {

    private final DataFileReader<GenericRecord> reader;
    private final long length;

    private ContainerFile(DataFileReader<GenericRecord> reader, long length) {
        this.reader = reader;
        this.length = length;
    }

    /**
     * Opens a file; what it was written with is resolved to the given schema.
     *
     * @throws DamagedFileException if it is no Avro container file
     * @throws IOException if it cannot be read
     */
    public static ContainerFile open(Path path, Schema schema) throws IOException {
        return new ContainerFile(openReader(path, schema), Files.size(path));
    }

    /**
     * Full name of the record that a file was written with, such as {@code
     * io.odograph.schemas.CapturedRecord}.
     *
     * @throws DamagedFileException if it is no Avro container file
     * @throws IOException if it cannot be read
     */
    public static String recordName(Path path) throws IOException {
        try (DataFileReader<GenericRecord> reader = openReader(path, null)) {
            return reader.getSchema().getFullName();
        }
    }

    private static DataFileReader<GenericRecord> openReader(Path path, @Nullable Schema schema)
            throws IOException {
        try {
            return new DataFileReader<>(path.toFile(), new GenericDatumReader<>(null, schema));
        } catch (RuntimeException | IOException e) {
            if (!Files.isReadable(path)) {
                throw e;
            }
            throw new DamagedFileException(
                    RejectionReason.MALFORMED, "it is not an Avro container file", e);
        }
    }

    /**
     * The next record, or null at the end.
     *
     * @throws DamagedFileException if the file is cut off or broken here; nothing more can be read
     */
    public @Nullable GenericRecord next() throws DamagedFileException {
        try {
            if (reader.hasNext()) {
                return reader.next();
            }
            if (reader.previousSync() == length) {
                return null;
            }
        } catch (RuntimeException e) {
            // On broken bytes Avro throws nearly anything, and its messages may quote them.
            throw new DamagedFileException(
                    RejectionReason.MALFORMED, "the file is damaged from here on", e);
        }
        throw new DamagedFileException(
                RejectionReason.TRUNCATED, "the file is cut off inside a block", null);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
