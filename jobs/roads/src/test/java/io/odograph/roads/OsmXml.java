// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Small OpenStreetMap files for tests, with things in the order in which they were added. */
final class OsmXml {

    private final List<String> things = new ArrayList<>();

    /** A node on a grid of about 100 m around a place in the north of Heidelberg. */
    OsmXml node(long id, int north, int east) {
        return nodeAt(id, 49.43 + north * 0.0009, 8.69 + east * 0.00138);
    }

    OsmXml nodeAt(long id, double latitude, double longitude) {
        things.add("<node id=\"" + id + "\" lat=\"" + latitude + "\" lon=\"" + longitude + "\"/>");
        return this;
    }

    /** A way; the tags as in {@code highway=primary, oneway=yes}. */
    OsmXml way(long id, String tags, long... nodes) {
        StringBuilder way = new StringBuilder("<way id=\"" + id + "\">");
        for (long node : nodes) {
            way.append("<nd ref=\"").append(node).append("\"/>");
        }
        things.add(way + tags(tags) + "</way>");
        return this;
    }

    /** A turn restriction; members as in {@code from w1, via n2, to w3}. */
    OsmXml restriction(String tags, String members) {
        StringBuilder relation = new StringBuilder("<relation id=\"" + things.size() + "\">");
        for (String member : members.split(", ", -1)) {
            String[] parts = member.split(" ", -1);
            relation.append("<member type=\"")
                    .append(parts[1].startsWith("n") ? "node" : "way")
                    .append("\" ref=\"")
                    .append(parts[1].substring(1))
                    .append("\" role=\"")
                    .append(parts[0])
                    .append("\"/>");
        }
        things.add(relation + tags("type=restriction, " + tags) + "</relation>");
        return this;
    }

    OsmXml reversed() {
        Collections.reverse(things);
        return this;
    }

    private static String tags(String tags) {
        StringBuilder text = new StringBuilder();
        for (String tag : tags.split(", ", -1)) {
            String[] parts = tag.split("=", 2);
            text.append("<tag k=\"").append(parts[0]).append("\" v=\"");
            text.append(parts[1].replace(">", "&gt;")).append("\"/>");
        }
        return text.toString();
    }

    String text() {
        return "<?xml version=\"1.0\"?>\n<osm version=\"0.6\" timestamp=\"2025-01-02T03:04:05Z\">\n"
                + String.join("\n", things)
                + "\n</osm>\n";
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text());
    }

    Path writeGzip(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text().getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
