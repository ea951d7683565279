// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Lines as the body of a request, of known length: not every server takes chunks. */
final class LineBody extends RequestBody {

    private static final MediaType TYPE = MediaType.get("text/plain; charset=utf-8");

    private final List<LineEntry> lines;
    private final long length;

    private LineBody(List<LineEntry> lines) {
        this.lines = lines;
        this.length = lines.stream().mapToLong(entry -> entry.line().length).sum();
    }

    /** Lines as they are. */
    static RequestBody plain(List<LineEntry> lines) {
        return new LineBody(lines);
    }

    /** Lines compressed, fast rather than small. */
    static RequestBody compressed(List<LineEntry> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 * 1024);
        try (FastGzip gzip = new FastGzip(bytes)) {
            for (LineEntry entry : lines) {
                gzip.write(entry.line());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return RequestBody.create(bytes.toByteArray(), TYPE);
    }

    @Override
    public MediaType contentType() {
        return TYPE;
    }

    @Override
    public long contentLength() {
        return length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        for (LineEntry entry : lines) {
            sink.write(entry.line());
        }
    }

    private static final class FastGzip extends GZIPOutputStream {

        FastGzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8 * 1024);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
