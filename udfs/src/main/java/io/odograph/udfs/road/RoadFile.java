// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The file of a road network, little-endian: a header of {@value #HEADER} bytes (magic, version of
 * the format, number of sections, length of the file, identity of the content), per section its
 * length in bytes and its CRC-32C, a CRC-32C of all that, then the sections, each at a multiple of
 * 8. They are {@link RoadTables}, names, and the rows of ints of {@link RoadParts#ints}.
 */
final class RoadFile {

    static final int FORMAT = 1;

    private static final byte[] MAGIC = "ODOROADS".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 32;
    private static final int PER_SECTION = 16;
    private static final int INT_SECTIONS = 9;
    private static final int SECTIONS = 2 + INT_SECTIONS;
    private static final int BEGIN = HEADER + SECTIONS * PER_SECTION + 8;
    private static final int BUFFER = 1 << 16;

    private RoadFile() {}

    /** Reads a header and refuses what is no whole road file. */
    private static ByteBuffer header(FileChannel channel, Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(BEGIN).order(ByteOrder.LITTLE_ENDIAN);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // until it is full, or the file ends
        }
        int read = header.position();
        header.flip();
        byte[] magic = new byte[MAGIC.length];
        if (read < MAGIC.length || !magic(header, magic)) {
            throw new RoadFileException(file, "is not a road file; make one with roads import");
        }
        if (read < HEADER) {
            throw new RoadFileException(file, "is truncated within its header");
        }
        int format = header.getInt(8);
        if (format != FORMAT) {
            throw new RoadFileException(
                    file,
                    "has version "
                            + format
                            + " of the format, but this reads "
                            + FORMAT
                            + "; import it anew");
        }
        if (read < BEGIN) {
            throw new RoadFileException(file, "is truncated within its header");
        }
        if (crc(header.array(), BEGIN - 4) != header.getInt(BEGIN - 4)) {
            throw new RoadFileException(file, "has a damaged header");
        }
        long length = header.getLong(16);
        if (channel.size() != length) {
            throw new RoadFileException(
                    file,
                    "is truncated: has " + channel.size() + " bytes, but should have " + length);
        }
        if (!isFilled(header, length)) {
            throw new RoadFileException(
                    file, "has a damaged header: its sections do not fill the file");
        }
        return header;
    }

    private static boolean isFilled(ByteBuffer header, long length) {
        long left = length - BEGIN;
        for (int section = 0; section < SECTIONS; section++) {
            long bytes = sectionLength(header, section);
            if (bytes < 0 || bytes > left) {
                return false;
            }
            left -= padded(bytes);
        }
        return left == 0;
    }

    private static boolean magic(ByteBuffer header, byte[] magic) {
        header.get(0, magic);
        return Arrays.equals(magic, MAGIC);
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    private static long sectionLength(ByteBuffer header, int section) {
        return header.getLong(HEADER + section * PER_SECTION);
    }

    static RoadParts open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = header(channel, file);
            String version = version(header.getLong(24));
            long at = BEGIN;
            byte[] tables = new byte[(int) sectionLength(header, 0)];
            map(channel, at, tables.length).get(tables);
            at += padded(tables.length);
            long nameBytes = sectionLength(header, 1);
            ByteBuffer names = map(channel, at, nameBytes);
            at += padded(nameBytes);
            IntSection[] ints = new IntSection[INT_SECTIONS];
            for (int i = 0; i < INT_SECTIONS; i++) {
                long bytes = sectionLength(header, 2 + i);
                ints[i] = mapInts(channel, at, bytes);
                at += padded(bytes);
            }
            return parts(version, tables(tables, file), ints, names);
        }
    }

    private static RoadTables tables(byte[] bytes, Path file) throws RoadFileException {
        try {
            return RoadTables.of(bytes);
        } catch (IOException | RuntimeException e) {
            throw new RoadFileException(file, "has damaged tables: " + e);
        }
    }

    private static RoadParts parts(
            String version, RoadTables tables, IntSection[] ints, ByteBuffer names) {
        return new RoadParts(
                version, tables, ints[0], ints[1], ints[2], ints[3], ints[4], ints[5], ints[6],
                ints[7], ints[8], names);
    }

    private static ByteBuffer map(FileChannel channel, long at, long bytes) throws IOException {
        return channel.map(FileChannel.MapMode.READ_ONLY, at, bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static IntSection mapInts(FileChannel channel, long at, long bytes) throws IOException {
        long chunk = 4L * IntSection.CHUNK;
        IntBuffer[] chunks = new IntBuffer[(int) Math.max(1, (bytes + chunk - 1) / chunk)];
        for (int i = 0; i < chunks.length; i++) {
            long from = i * chunk;
            chunks[i] = map(channel, at + from, Math.min(chunk, bytes - from)).asIntBuffer();
        }
        return new IntSection(chunks);
    }

    static void verify(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = header(channel, file);
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            channel.position(BEGIN);
            for (int section = 0; section < SECTIONS; section++) {
                CRC32C crc = new CRC32C();
                long left = padded(sectionLength(header, section));
                while (left > 0) {
                    buffer.clear().limit((int) Math.min(BUFFER, left));
                    int read = channel.read(buffer);
                    if (read < 0) {
                        throw new RoadFileException(file, "is truncated while it is read");
                    }
                    left -= read;
                    crc.update(buffer.flip());
                }
                if ((int) crc.getValue() != header.getInt(HEADER + section * PER_SECTION + 8)) {
                    throw new RoadFileException(file, "is damaged: checksums differ");
                }
            }
        }
    }

    static void write(RoadParts parts, Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer header = ByteBuffer.allocate(BEGIN).order(ByteOrder.LITTLE_ENDIAN);
            header.put(0, MAGIC).putInt(8, FORMAT).putInt(12, SECTIONS);
            header.putLong(24, Long.parseUnsignedLong(parts.version(), 16));
            channel.position(BEGIN);
            SectionWriter writer = new SectionWriter(channel);
            writer.bytes(ByteBuffer.wrap(parts.tables().toBytes()), header, HEADER);
            writer.bytes(parts.names().duplicate().rewind(), header, HEADER + PER_SECTION);
            IntSection[] ints = parts.ints();
            for (int i = 0; i < ints.length; i++) {
                writer.ints(ints[i], header, HEADER + (2 + i) * PER_SECTION);
            }
            header.putLong(16, channel.position());
            header.putInt(BEGIN - 4, crc(header.array(), BEGIN - 4));
            header.rewind();
            long at = 0;
            while (header.hasRemaining()) {
                at += channel.write(header, at);
            }
        }
    }

    static String version(long identity) {
        return String.format("%016x", identity);
    }

    static long padded(long bytes) {
        return bytes + 7 & ~7L;
    }
}
