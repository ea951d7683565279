// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads OpenStreetMap XML as a stream. */
final class XmlReader {

    private final Path path;
    private final OsmSink sink;

    private final Map<String, String> tags = new HashMap<>();
    private final List<OsmMember> members = new ArrayList<>();
    private long[] nodes = new long[64];
    private int nodeCount;
    private long id;
    private boolean deleted;

    XmlReader(Path path, OsmSink sink) {
        this.path = path;
        this.sink = sink;
    }

    void read(InputStream in) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            try {
                read(xml);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw new OsmFileException(
                        path,
                        "is damaged: line "
                                + xml.getLocation().getLineNumber()
                                + " has a value that is missing or no number",
                        e);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw damaged(e);
        } catch (EOFException e) {
            throw new OsmFileException(path, "is truncated: its gzip data has no end", e);
        }
    }

    private IOException damaged(XMLStreamException e) {
        if (e.getNestedException() instanceof EOFException end) {
            return new OsmFileException(path, "is truncated: its gzip data has no end", end);
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return new OsmFileException(
                path, "is damaged or truncated: not well-formed XML at line " + line, e);
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, IOException {
        xml.nextTag();
        if (!xml.getLocalName().equals("osm")) {
            throw new OsmFileException(
                    path,
                    "is not OpenStreetMap data, but XML of '" + xml.getLocalName() + "'",
                    null);
        }
        time(xml, "timestamp");
        time(xml, "osmosis_replication_timestamp");
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            }
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "node" -> node(xml);
            case "way", "relation" -> {
                id = number(xml, "id");
                deleted = isDeleted(xml);
                tags.clear();
                members.clear();
                nodeCount = 0;
            }
            case "nd" -> {
                if (nodeCount == nodes.length) {
                    nodes = Arrays.copyOf(nodes, nodeCount * 2);
                }
                nodes[nodeCount++] = number(xml, "ref");
            }
            case "member" ->
                    members.add(
                            new OsmMember(
                                    OsmKind.valueOf(text(xml, "type").toUpperCase(Locale.ROOT)),
                                    number(xml, "ref"),
                                    text(xml, "role")));
            case "tag" -> tags.put(text(xml, "k"), text(xml, "v"));
            case "meta" -> time(xml, "osm_base");
            default -> {} // Bounds, notes, change sets and what editors add.
        }
    }

    private void end(String element) {
        if (deleted) {
            return;
        }
        if (element.equals("way") && sink.wants(OsmKind.WAY)) {
            sink.way(id, Arrays.copyOf(nodes, nodeCount), new Tags(tags));
        } else if (element.equals("relation") && sink.wants(OsmKind.RELATION)) {
            sink.relation(id, List.copyOf(members), new Tags(tags));
        }
    }

    private void node(XMLStreamReader xml) {
        if (sink.wants(OsmKind.NODE) && !isDeleted(xml)) {
            sink.node(number(xml, "id"), coordinate(xml, "lat"), coordinate(xml, "lon"));
        }
    }

    private void time(XMLStreamReader xml, String attribute) {
        String text = xml.getAttributeValue(null, attribute);
        if (text != null) {
            sink.dataTime(Instant.parse(text));
        }
    }

    private static boolean isDeleted(XMLStreamReader xml) {
        return "delete".equals(xml.getAttributeValue(null, "action"))
                || "false".equals(xml.getAttributeValue(null, "visible"));
    }

    private static int coordinate(XMLStreamReader xml, String attribute) {
        return (int) Math.round(Double.parseDouble(text(xml, attribute)) * 1e7);
    }

    private static long number(XMLStreamReader xml, String attribute) {
        return Long.parseLong(text(xml, attribute));
    }

    private static String text(XMLStreamReader xml, String attribute) {
        String text = xml.getAttributeValue(null, attribute);
        if (text == null) {
            throw new IllegalArgumentException(attribute);
        }
        return text;
    }
}
