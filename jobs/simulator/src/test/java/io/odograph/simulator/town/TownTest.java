// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.simulator.road.RoadRouter;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TownTest {

    private static final RoadNetwork NETWORK = Town.network();

    @Test
    void itIsSmallAndEveryNodeCanBeReached() {
        assertThat(NETWORK.edgeCount()).isBetween(300, 600);
        RoadRouter router = new RoadRouter(NETWORK);
        int anywhere = NETWORK.outKey(NETWORK.outBegin(Town.nodeAt(0, 0)));
        for (int node = 0; node < NETWORK.nodeCount(); node++) {
            assertThat(router.onwards(anywhere, NETWORK.realNode(node))).isNotNull();
        }
    }

    @Test
    void itHasEveryKindOfLimit() {
        Set<LimitKind> kinds = new HashSet<>();
        Set<Float> values = new HashSet<>();
        int conditional = 0;
        int perDirection = 0;
        int oneWay = 0;
        int flags = 0;
        for (int edge = 0; edge < NETWORK.edgeCount(); edge++) {
            RoadLimit limit = NETWORK.limit(2 * edge);
            kinds.add(limit.kind());
            values.add(limit.value());
            conditional += limit.clauses().stream().anyMatch(c -> c.schedule() != null) ? 1 : 0;
            boolean both = NETWORK.isDrivable(2 * edge) && NETWORK.isDrivable(2 * edge + 1);
            oneWay += both ? 0 : 1;
            perDirection += both && !limit.equals(NETWORK.limit(2 * edge + 1)) ? 1 : 0;
            flags |= NETWORK.flags(edge);
        }
        assertThat(kinds).contains(LimitKind.VALUE, LimitKind.NONE, LimitKind.WALK);
        assertThat(kinds).contains(LimitKind.UNKNOWN);
        assertThat(values).contains(30f, 50f, 60f, 70f, 80f, 100f, 120f);
        assertThat(conditional).isGreaterThan(8);
        assertThat(perDirection).isPositive();
        assertThat(oneWay).isGreaterThan(20);
        assertThat(flags)
                .isEqualTo(
                        RoadFlags.RAMP
                                | RoadFlags.ROUNDABOUT
                                | RoadFlags.BRIDGE
                                | RoadFlags.TUNNEL);
    }

    @Test
    void theForbiddenLeftTurnIsAWayAround() {
        RoadRouter router = new RoadRouter(NETWORK);
        int south = Town.nodeAt(0, -120);
        int centre = Town.nodeAt(0, 0);
        int west = Town.nodeAt(-120, 0);
        int[] keys = router.through(south, centre, west).keys();
        assertThat(keys.length).isGreaterThan(3);
        assertThat(router.through(Town.nodeAt(0, 120), centre, west).size()).isEqualTo(2);
        int[] onlyRight =
                router.through(Town.nodeAt(240, 120), Town.nodeAt(240, 0), Town.nodeAt(360, 0))
                        .keys();
        assertThat(onlyRight.length).isGreaterThan(3);
    }

    @Test
    void theBridgeMeetsTheMotorwayNowhere() {
        RoadRouter router = new RoadRouter(NETWORK);
        int[] keys = router.through(Town.nodeAt(0, 1262), Town.nodeAt(0, 1400)).keys();
        assertThat(keys).hasSize(1);
        assertThat(NETWORK.flags(keys[0] >> 1)).isEqualTo(RoadFlags.BRIDGE);
    }

    @Test
    void theMapIsXmlThatNamesOnlyWhatItHas() throws Exception {
        byte[] bytes = Town.sample().osm().getBytes(StandardCharsets.UTF_8);
        assertThat(bytes.length).isLessThan(400_000);
        Document map =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(bytes));
        Set<String> nodes = ids(map, "node", "id");
        assertThat(nodes).hasSize(Town.sample().nodes().size()).containsAll(ids(map, "nd", "ref"));
        assertThat(ids(map, "way", "id")).hasSize(Town.sample().ways().size());
        assertThat(map.getElementsByTagName("relation").getLength()).isEqualTo(2);
        assertThat(ids(map, "tag", "k"))
                .contains(
                        "maxspeed",
                        "maxspeed:conditional",
                        "maxspeed:forward",
                        "maxspeed:backward",
                        "maxspeed:hgv",
                        "maxspeed:type",
                        "source:maxspeed",
                        "junction",
                        "oneway",
                        "tunnel",
                        "bridge",
                        "restriction");
        assertThat(ids(map, "tag", "v"))
                .contains(
                        "none", "50;30", "DE:zone30", "30 @ (Mo-Fr 07:00-17:00)", "living_street");
    }

    private static Set<String> ids(Document map, String element, String attribute) {
        Set<String> ids = new HashSet<>();
        NodeList elements = map.getElementsByTagName(element);
        for (int i = 0; i < elements.getLength(); i++) {
            ids.add(((Element) elements.item(i)).getAttribute(attribute));
        }
        return ids;
    }
}
