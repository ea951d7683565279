// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitClause;
import io.odograph.udfs.road.LimitKind;
import io.odograph.udfs.road.LimitSource;
import io.odograph.udfs.road.RoadFlags;
import io.odograph.udfs.road.RoadLimit;
import io.odograph.udfs.road.RoadNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadImportTest {

    @TempDir private Path folder;

    /** A street from west to east, and one that crosses it. */
    private static OsmXml crossing() {
        return new OsmXml()
                .node(1, 0, 0)
                .node(2, 0, 1)
                .node(3, 0, 2)
                .node(4, 1, 1)
                .node(5, -1, 1)
                .way(10, "highway=primary, maxspeed=50, name=Main Street", 1, 2, 3)
                .way(11, "highway=residential, maxspeed=30, ref=K 5", 4, 2, 5);
    }

    @Test
    void waysAreCutWhereTheyMeet() throws IOException {
        Imported imported = Imported.of(crossing(), folder);

        assertThat(imported.network().edgeCount()).isEqualTo(4);
        assertThat(imported.network().nodeCount()).isEqualTo(5);
        assertThat(imported.keys(10)).hasSize(4);
        assertThat(imported.next(imported.keys(10).get(0))).isSubsetOf(10L, 11L).contains(10L);
    }

    @Test
    void aNodeInTheMiddleOfOneWayIsAPointAndNoEnd() throws IOException {
        RoadNetwork network =
                Imported.of(
                                new OsmXml()
                                        .node(1, 0, 0)
                                        .node(2, 1, 1)
                                        .node(3, 0, 2)
                                        .way(10, "highway=tertiary", 1, 2, 2, 3),
                                folder)
                        .network();

        assertThat(network.edgeCount()).isOne();
        assertThat(network.lastPoint(0) - network.firstPoint(0)).isEqualTo(2);
        assertThat(network.length(0)).isBetween(260f, 300f);
    }

    @Test
    void aWayThatMeetsItselfIsCutThere() throws IOException {
        Imported imported =
                Imported.of(
                        new OsmXml()
                                .node(1, 0, 0)
                                .node(2, 0, 1)
                                .node(3, 1, 1)
                                .node(4, 1, 2)
                                .way(10, "highway=residential", 1, 2, 3, 4, 2),
                        folder);

        assertThat(imported.network().edgeCount()).isEqualTo(2);
    }

    @Test
    void nodesThatAreNotInTheFileCutAWay() throws IOException {
        Imported imported =
                Imported.of(
                        new OsmXml()
                                .node(1, 0, 0)
                                .node(2, 0, 1)
                                .node(4, 0, 3)
                                .node(5, 0, 4)
                                .way(10, "highway=primary", 1, 2, 3, 4, 5, 6),
                        folder);

        assertThat(imported.network().edgeCount()).isEqualTo(2);
        assertThat(imported.report().text()).contains("1 ways have nodes that are not in the file");
    }

    @Test
    void anyOrderOfThingsAndAnyIdentitiesWillDo() throws IOException {
        OsmXml xml =
                new OsmXml()
                        .node(-1, 0, 0)
                        .node(-2, 0, 1)
                        .node(9_000_000_000L, 0, 2)
                        .node(5, 1, 1)
                        .way(-7, "highway=primary, oneway=yes", -1, -2)
                        .way(6_000_000_000L, "highway=primary, oneway=yes", -2, 9_000_000_000L)
                        .way(8, "highway=tertiary, oneway=yes", -2, 5)
                        .restriction("restriction=no_left_turn", "from w-7, via n-2, to w8");

        for (OsmXml order : List.of(xml, xml.reversed())) {
            Imported imported = Imported.of(order, folder);

            assertThat(imported.network().edgeCount()).isEqualTo(3);
            assertThat(imported.next(imported.key(-7))).containsExactly(6_000_000_000L);
        }
    }

    @Test
    void whatARoadIsComesAlong() throws IOException {
        Imported imported =
                Imported.of(
                        crossing()
                                .way(
                                        12,
                                        "highway=motorway_link, bridge=yes, access=private,"
                                                + " oneway=-1",
                                        3,
                                        4),
                        folder);
        RoadNetwork network = imported.network();
        int ramp = imported.key(12);

        assertThat(network.flags(ramp >> 1))
                .isEqualTo(RoadFlags.RAMP | RoadFlags.BRIDGE | RoadFlags.RESTRICTED);
        assertThat(ramp & 1).isOne();
        assertThat(network.name(imported.keys(10).get(0) >> 1)).isEqualTo("Main Street");
        assertThat(network.name(imported.keys(11).get(0) >> 1)).isEqualTo("K 5");
        assertThat(network.name(ramp >> 1)).isNull();
        assertThat(network.region(0).country()).isEqualTo("DE");
        assertThat(network.origin().attribution()).contains("ODbL").contains("CC BY-SA 2.0");
        assertThat(network.origin().dataTime()).hasToString("2025-01-02T03:04:05Z");
    }

    @Test
    void aSignIsTakenAsItIs() throws IOException {
        Imported imported =
                Imported.of(
                        crossing()
                                .way(
                                        12,
                                        "highway=primary, maxspeed=70, maxspeed:backward=45 mph,"
                                                + " maxspeed:conditional=30 @ (22:00-06:00)",
                                        3,
                                        4),
                        folder);
        List<Integer> keys = imported.keys(12);

        RoadLimit forward = imported.network().limit(keys.get(0));
        assertThat(forward.source()).isEqualTo(LimitSource.POSTED);
        assertThat(forward.value()).isEqualTo(70);
        assertThat(forward.upperBound()).isEqualTo(70);
        assertThat(forward.confidence()).isEqualTo(0.98f);
        assertThat(forward.clauses()).hasSize(1);
        RoadLimit backward = imported.network().limit(keys.get(1));
        assertThat(backward.value()).isEqualTo(45);
        assertThat(backward.mph()).isTrue();
    }

    @Test
    void aZoneMeansWhatTheLawSays() throws IOException {
        Imported imported =
                Imported.of(
                        crossing()
                                .way(12, "highway=tertiary, maxspeed=DE:urban", 3, 4)
                                .way(13, "highway=tertiary, zone:traffic=DE:rural", 4, 1)
                                .way(14, "highway=living_street, maxspeed=walk", 1, 5)
                                .way(15, "highway=secondary, maxspeed=XX:urban", 3, 5),
                        folder);

        assertThat(limit(imported, 12)).isEqualTo("ZONE VALUE 50");
        assertThat(limit(imported, 13)).isEqualTo("ZONE VALUE 100");
        assertThat(limit(imported, 14)).isEqualTo("POSTED WALK NaN");
        assertThat(limit(imported, 15)).doesNotContain("ZONE");
    }

    @Test
    void withoutAnyTagsTheLawIsTheEstimate() throws IOException {
        Imported imported =
                Imported.of(
                        new OsmXml()
                                .node(1, 0, 0)
                                .node(2, 0, 5)
                                .node(3, 5, 0)
                                .way(10, "highway=motorway", 1, 2)
                                .way(11, "highway=living_street", 1, 3)
                                .way(12, "highway=secondary", 2, 3),
                        folder);

        assertThat(limit(imported, 10)).isEqualTo("LEGAL_DEFAULT NONE NaN");
        assertThat(limit(imported, 11)).isEqualTo("LEGAL_DEFAULT WALK NaN");
        assertThat(limit(imported, 12)).isEqualTo("LEGAL_DEFAULT VALUE 100");
        RoadLimit rural = imported.network().limit(imported.keys(12).get(0));
        assertThat(rural.confidence()).isEqualTo(0.3f);
        assertThat(rural.upperBound()).isInfinite();
        assertThat(rural.clauses())
                .contains(
                        new LimitClause(
                                LimitKind.VALUE,
                                80,
                                false,
                                Set.of(VehicleClass.HEAVY_TRUCK),
                                null,
                                LimitSource.LEGAL_DEFAULT));
    }

    @Test
    void theSameInputGivesTheSameNetwork() throws IOException {
        assertThat(Imported.of(crossing(), folder).network().version())
                .isEqualTo(Imported.of(crossing(), folder).network().version());
    }

    private static String limit(Imported imported, long way) {
        RoadLimit limit = imported.network().limit(imported.keys(way).get(0));
        return limit.source()
                + " "
                + limit.kind()
                + " "
                + (Float.isNaN(limit.value()) ? "NaN" : Math.round(limit.value()));
    }
}
