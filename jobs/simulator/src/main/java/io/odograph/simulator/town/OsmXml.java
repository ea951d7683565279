// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.town.Town.Node;
import io.odograph.simulator.town.Town.Restriction;
import io.odograph.simulator.town.Town.Way;
import java.util.Locale;
import java.util.Map;

/** A town as OpenStreetMap XML, version 0.6. */
final class OsmXml {

    private static final String META = "version=\"1\" timestamp=\"" + Town.DRAWN + "\"";

    private OsmXml() {}

    static String of(Town town) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<osm version=\"0.6\" generator=\"Odograph simulator\" copyright=\"");
        xml.append(escaped(Town.ATTRIBUTION)).append("\" timestamp=\"").append(Town.DRAWN);
        xml.append("\">\n");
        addBounds(xml, town);
        for (Node node : town.nodes()) {
            xml.append(" <node id=\"").append(node.id()).append("\" ").append(META);
            xml.append(" lat=\"").append(degrees(node.latitude()));
            xml.append("\" lon=\"").append(degrees(node.longitude())).append("\"/>\n");
        }
        for (Way way : town.ways()) {
            xml.append(" <way id=\"").append(way.id()).append("\" ").append(META).append(">\n");
            for (long node : way.nodes()) {
                xml.append("  <nd ref=\"").append(node).append("\"/>\n");
            }
            addTags(xml, way.road().tags());
            xml.append(" </way>\n");
        }
        for (Restriction restriction : town.restrictions()) {
            add(xml, restriction);
        }
        return xml.append("</osm>\n").toString();
    }

    private static void addBounds(StringBuilder xml, Town town) {
        int south = town.nodes().stream().mapToInt(Node::latitude).min().orElse(0);
        int north = town.nodes().stream().mapToInt(Node::latitude).max().orElse(0);
        int west = town.nodes().stream().mapToInt(Node::longitude).min().orElse(0);
        int east = town.nodes().stream().mapToInt(Node::longitude).max().orElse(0);
        xml.append(" <bounds minlat=\"").append(degrees(south));
        xml.append("\" minlon=\"").append(degrees(west));
        xml.append("\" maxlat=\"").append(degrees(north));
        xml.append("\" maxlon=\"").append(degrees(east)).append("\"/>\n");
    }

    private static void add(StringBuilder xml, Restriction restriction) {
        xml.append(" <relation id=\"").append(restriction.id()).append("\" ");
        xml.append(META).append(">\n");
        addMember(xml, "way", restriction.from(), "from");
        addMember(xml, "node", restriction.via(), "via");
        addMember(xml, "way", restriction.to(), "to");
        addTags(xml, Map.of("restriction", restriction.kind()));
        addTags(xml, Map.of("type", "restriction"));
        xml.append(" </relation>\n");
    }

    private static void addMember(StringBuilder xml, String type, long ref, String role) {
        xml.append("  <member type=\"").append(type).append("\" ref=\"").append(ref);
        xml.append("\" role=\"").append(role).append("\"/>\n");
    }

    private static void addTags(StringBuilder xml, Map<String, String> tags) {
        tags.forEach(
                (key, value) ->
                        xml.append("  <tag k=\"")
                                .append(escaped(key))
                                .append("\" v=\"")
                                .append(escaped(value))
                                .append("\"/>\n"));
    }

    private static String degrees(int e7) {
        return String.format(Locale.ROOT, "%.7f", e7 / 1e7);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&apos;");
    }
}
