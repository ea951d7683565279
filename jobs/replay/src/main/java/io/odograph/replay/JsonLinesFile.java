// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.DamagedFileException;
import io.odograph.common.intake.Origin;
import io.odograph.schemas.RejectionReason;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Lines of bytes, ended by LF or CR LF.
 *
 * <p>Not a {@code BufferedReader}, since that would replace broken UTF-8 unseen and hold a line of
 * any length.
 */
final class JsonLinesFile implements RecordFile {

    /** More than the largest record that may be allowed; what is longer is cut, and refused. */
    static final int MAX_LINE = (64 << 20) + 1;

    private final String name;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long number;

    JsonLinesFile(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public @Nullable Captured next() throws IOException {
        line.reset();
        number++;
        try {
            return readLine() ? current() : null;
        } catch (EOFException e) {
            throw new DamagedFileException(
                    RejectionReason.TRUNCATED, "the compressed file is cut off here", e);
        } catch (ZipException e) {
            throw new DamagedFileException(
                    RejectionReason.MALFORMED, "the compressed file is damaged from here on", e);
        }
    }

    /** False at the end of the file; a last line needs no line end. */
    private boolean readLine() throws IOException {
        boolean any = false;
        while (position < filled || fill()) {
            any = true;
            int start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, Math.min(position - start, MAX_LINE - line.size()));
            if (position < filled) {
                position++;
                return true;
            }
        }
        return any;
    }

    /** Reads on, by the block: a call for each byte would cost more than decoding the line. */
    private boolean fill() throws IOException {
        position = 0;
        filled = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    private Captured current() {
        byte[] bytes = line.toByteArray();
        int length = bytes.length;
        if (length > 0 && bytes[length - 1] == '\r') {
            bytes = Arrays.copyOf(bytes, length - 1);
        }
        return new Captured(new Origin(name, -1, number, Origin.NO_TIMESTAMP), null, bytes);
    }

    @Override
    public Captured remainder() {
        return current();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
