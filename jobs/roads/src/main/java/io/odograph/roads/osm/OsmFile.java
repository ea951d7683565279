// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An OpenStreetMap file: PBF, or XML, gzip-compressed or plain. What it is, its first bytes tell,
 * not its name.
 */
public final class OsmFile {

    /** A PBF file begins with a block header of type OSMHeader, after four bytes of length. */
    private static final byte[] PBF = "OSMHeader".getBytes(StandardCharsets.US_ASCII);

    private static final int HEAD = 16;
    private static final int BUFFER = 1 << 16;

    private final Path path;

    /** Nothing is read yet. */
    public OsmFile(Path path) {
        this.path = path;
    }

    /**
     * Reads all of it once.
     *
     * @throws OsmFileException if it is something else, damaged or truncated
     * @throws IOException if it cannot be read
     */
    public void read(OsmSink sink) throws IOException {
        try (PushbackInputStream raw = open(Files.newInputStream(path))) {
            byte[] head = peek(raw);
            if (head.length >= 2 && head[0] == 0x1f && (head[1] & 0xff) == 0x8b) {
                try (PushbackInputStream unpacked = open(new GZIPInputStream(raw, BUFFER))) {
                    readXml(unpacked, sink);
                }
            } else if (isPbf(head)) {
                new PbfReader(path, sink).read(raw);
            } else {
                readXml(raw, sink);
            }
        } catch (ZipException e) {
            throw new OsmFileException(path, "is damaged: not the gzip data it seems to be", e);
        }
    }

    private void readXml(PushbackInputStream in, OsmSink sink) throws IOException {
        byte[] head = peek(in);
        if (!isXml(head)) {
            throw new OsmFileException(
                    path, "is not OpenStreetMap data: neither PBF nor XML, packed or not", null);
        }
        new XmlReader(path, sink).read(in);
    }

    private static boolean isPbf(byte[] head) {
        return head.length == HEAD && Arrays.equals(head, 6, 6 + PBF.length, PBF, 0, PBF.length);
    }

    private static boolean isXml(byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        return text.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static PushbackInputStream open(InputStream in) {
        return new PushbackInputStream(new BufferedInputStream(in, BUFFER), HEAD);
    }

    private static byte[] peek(PushbackInputStream in) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        in.unread(head);
        return head;
    }
}
