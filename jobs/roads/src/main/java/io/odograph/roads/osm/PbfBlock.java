// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes a block of a PBF file: differences, factors and a table of texts. */
final class PbfBlock {

    /** Coordinates are stored in 10^-9 degrees, and wanted in 10^-7. */
    private static final double NANO = 100;

    private final PrimitiveBlock block;
    private final OsmSink sink;
    private final @Nullable String[] texts;

    PbfBlock(PrimitiveBlock block, OsmSink sink) {
        this.block = block;
        this.sink = sink;
        this.texts = new String[block.getStringtable().getSCount()];
    }

    void read() {
        for (PrimitiveGroup group : block.getPrimitivegroupList()) {
            if (sink.wants(OsmKind.NODE)) {
                nodes(group.getNodesList());
                dense(group.getDense());
            }
            if (sink.wants(OsmKind.WAY)) {
                group.getWaysList().forEach(this::way);
            }
            if (sink.wants(OsmKind.RELATION)) {
                group.getRelationsList().forEach(this::relation);
            }
        }
    }

    private void nodes(List<Node> nodes) {
        for (Node node : nodes) {
            sink.node(node.getId(), latitude(node.getLat()), longitude(node.getLon()));
        }
    }

    private void dense(DenseNodes nodes) {
        long id = 0;
        long latitude = 0;
        long longitude = 0;
        for (int i = 0; i < nodes.getIdCount(); i++) {
            id += nodes.getId(i);
            latitude += nodes.getLat(i);
            longitude += nodes.getLon(i);
            sink.node(id, latitude(latitude), longitude(longitude));
        }
    }

    private void way(Way way) {
        long[] nodes = new long[way.getRefsCount()];
        long id = 0;
        for (int i = 0; i < nodes.length; i++) {
            id += way.getRefs(i);
            nodes[i] = id;
        }
        sink.way(way.getId(), nodes, tags(way.getKeysList(), way.getValsList()));
    }

    private void relation(Relation relation) {
        List<OsmMember> members = new ArrayList<>(relation.getMemidsCount());
        long id = 0;
        for (int i = 0; i < relation.getMemidsCount(); i++) {
            id += relation.getMemids(i);
            OsmKind kind =
                    switch (relation.getTypes(i)) {
                        case NODE -> OsmKind.NODE;
                        case WAY -> OsmKind.WAY;
                        case RELATION -> OsmKind.RELATION;
                    };
            members.add(new OsmMember(kind, id, text(relation.getRolesSid(i))));
        }
        sink.relation(
                relation.getId(), members, tags(relation.getKeysList(), relation.getValsList()));
    }

    private Tags tags(List<Integer> keys, List<Integer> values) {
        Map<String, String> tags = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            tags.put(text(keys.get(i)), text(values.get(i)));
        }
        return new Tags(tags);
    }

    private String text(int index) {
        String text = texts[index];
        if (text == null) {
            StringTable table = block.getStringtable();
            text = table.getS(index).toStringUtf8();
            texts[index] = text;
        }
        return text;
    }

    private int latitude(long raw) {
        return (int) Math.round((block.getLatOffset() + raw * block.getGranularity()) / NANO);
    }

    private int longitude(long raw) {
        return (int) Math.round((block.getLonOffset() + raw * block.getGranularity()) / NANO);
    }
}
