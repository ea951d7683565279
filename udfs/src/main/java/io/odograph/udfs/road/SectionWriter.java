// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Writes the sections of a road file and notes their lengths and checksums in its header. */
final class SectionWriter {

    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final ByteBuffer buffer =
            ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    SectionWriter(FileChannel channel) {
        this.channel = channel;
    }

    void bytes(ByteBuffer bytes, ByteBuffer header, int noteAt) throws IOException {
        CRC32C crc = new CRC32C();
        long length = bytes.remaining();
        while (bytes.hasRemaining()) {
            int count = Math.min(BUFFER, bytes.remaining());
            buffer.clear().put(bytes.slice(bytes.position(), count));
            bytes.position(bytes.position() + count);
            flush(crc);
        }
        end(crc, length, header, noteAt);
    }

    void ints(IntSection ints, ByteBuffer header, int noteAt) throws IOException {
        CRC32C crc = new CRC32C();
        for (IntBuffer chunk : ints.chunks()) {
            for (int at = 0; at < chunk.limit(); at += BUFFER / 4) {
                int count = Math.min(BUFFER / 4, chunk.limit() - at);
                buffer.clear().limit(count * 4);
                buffer.asIntBuffer().put(chunk.slice(at, count));
                buffer.position(count * 4);
                flush(crc);
            }
        }
        end(crc, ints.size() * 4, header, noteAt);
    }

    private void end(CRC32C crc, long length, ByteBuffer header, int noteAt) throws IOException {
        buffer.clear();
        for (long i = length; i < RoadFile.padded(length); i++) {
            buffer.put((byte) 0);
        }
        flush(crc);
        header.putLong(noteAt, length);
        header.putInt(noteAt + 8, (int) crc.getValue());
    }

    private void flush(CRC32C crc) throws IOException {
        buffer.flip();
        crc.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
