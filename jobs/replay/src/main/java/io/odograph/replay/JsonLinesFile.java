// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.DamagedFileException;
import io.odograph.common.intake.Origin;
import io.odograph.schemas.RejectionReason;
import java.io.BufferedInputStream;
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
    private long number;

    JsonLinesFile(String name, InputStream in) {
        this.name = name;
        this.in = new BufferedInputStream(in, 1 << 16);
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
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return line.size() > 0;
            }
            if (line.size() < MAX_LINE) {
                line.write(b);
            }
        }
        return true;
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
