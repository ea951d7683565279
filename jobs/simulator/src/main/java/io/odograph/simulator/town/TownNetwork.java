// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import io.odograph.simulator.town.Town.Node;
import io.odograph.simulator.town.Town.Restriction;
import io.odograph.simulator.town.Town.Way;
import io.odograph.udfs.road.Region;
import io.odograph.udfs.road.RoadClass;
import io.odograph.udfs.road.RoadEdge;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.RoadNetworkBuilder;
import io.odograph.udfs.road.RoadOrigin;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The roads of a town with their true limits: from its plan, not from its map, so that it can tell
 * whether the map was read right.
 */
final class TownNetwork {

    private static final Region REGION = new Region("DE", ZoneId.of("Europe/Berlin"));

    private record Edge(long way, long from, long to) {}

    private final Town town;
    private final RoadNetworkBuilder builder;
    private final Map<Long, Integer> uses = new TreeMap<>();
    private final Map<Long, Integer> numbers = new TreeMap<>();
    private final List<Edge> edges = new ArrayList<>();

    private TownNetwork(Town town) {
        this.town = town;
        Instant drawn = Instant.parse(Town.DRAWN);
        builder = new RoadNetworkBuilder(new RoadOrigin(Town.FILE, drawn, Town.ATTRIBUTION));
    }

    static RoadNetwork of(Town town) {
        TownNetwork network = new TownNetwork(town);
        List<Way> ways = town.ways().stream().filter(way -> way.road().isForCars()).toList();
        ways.forEach(network::count);
        ways.forEach(network::add);
        town.restrictions().forEach(network::restrict);
        return network.builder.build();
    }

    /** Ends count twice: a road is cut there in any case. */
    private void count(Way way) {
        way.nodes().forEach(node -> uses.merge(node, 1, Integer::sum));
        uses.merge(way.nodes().get(0), 1, Integer::sum);
        uses.merge(way.nodes().get(way.nodes().size() - 1), 1, Integer::sum);
    }

    private void add(Way way) {
        int begin = 0;
        for (int i = 1; i < way.nodes().size(); i++) {
            if (uses.getOrDefault(way.nodes().get(i), 0) > 1) {
                addEdge(way, way.nodes().subList(begin, i + 1));
                begin = i;
            }
        }
    }

    private void addEdge(Way way, List<Long> ids) {
        List<Node> nodes = ids.stream().map(town::node).toList();
        Road road = way.road();
        String oneWay = road.more().getOrDefault("oneway", "");
        boolean roundabout = "roundabout".equals(road.more().get("junction"));
        @Nullable RoadLimit forward = oneWay.equals("-1") ? null : road.signs().forward();
        boolean single = oneWay.equals("yes") || roundabout;
        @Nullable RoadLimit backward = single ? null : road.signs().backward();
        long from = ids.get(0);
        long to = ids.get(ids.size() - 1);
        edges.add(new Edge(way.id(), from, to));
        builder.addEdge(
                new RoadEdge(
                        number(from),
                        number(to),
                        nodes.stream().mapToInt(Node::latitude).toArray(),
                        nodes.stream().mapToInt(Node::longitude).toArray(),
                        classOf(road),
                        flags(road),
                        forward,
                        backward,
                        way.id(),
                        road.name().isEmpty() ? null : road.name(),
                        REGION));
    }

    private int number(long id) {
        Node node = town.node(id);
        return numbers.computeIfAbsent(id, k -> builder.addNode(node.latitude(), node.longitude()));
    }

    private static RoadClass classOf(Road road) {
        String name = road.highway().replace("_link", "").toUpperCase(Locale.ROOT);
        return RoadClass.valueOf(name);
    }

    private static int flags(Road road) {
        int flags = road.highway().endsWith("_link") ? RoadFlags.RAMP : 0;
        flags |= road.more().containsKey("junction") ? RoadFlags.ROUNDABOUT : 0;
        flags |= road.more().containsKey("bridge") ? RoadFlags.BRIDGE : 0;
        return flags | (road.more().containsKey("tunnel") ? RoadFlags.TUNNEL : 0);
    }

    private void restrict(Restriction restriction) {
        boolean only = restriction.kind().startsWith("only_");
        for (int from = 0; from < 2 * edges.size(); from++) {
            if (edges.get(from >> 1).way() != restriction.from()
                    || head(from) != restriction.via()) {
                continue;
            }
            for (int to = 0; to < 2 * edges.size(); to++) {
                boolean leaves = head(to ^ 1) == restriction.via() && to != (from ^ 1);
                boolean named = edges.get(to >> 1).way() == restriction.to();
                if (leaves && named != only) {
                    builder.forbidTurn(from, to);
                }
            }
        }
    }

    private long head(int key) {
        Edge edge = edges.get(key >> 1);
        return (key & 1) == 0 ? edge.to() : edge.from();
    }
}
