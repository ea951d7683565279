// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnRestrictionTest {

    @TempDir private Path folder;

    /** From way 1, at node 2: straight on is way 2, left way 3, right way 4. */
    private static OsmXml crossing() {
        return new OsmXml()
                .node(1, 0, 0)
                .node(2, 0, 1)
                .node(3, 0, 2)
                .node(4, 1, 1)
                .node(5, -1, 1)
                .way(1, "highway=primary, oneway=yes", 1, 2)
                .way(2, "highway=primary", 2, 3)
                .way(3, "highway=residential", 2, 4)
                .way(4, "highway=residential", 2, 5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "restriction=no_left_turn|from w1, via n2, to w3|2 4",
                "restriction=no_straight_on|from w1, via n2, to w2|3 4",
                "restriction=only_straight_on|from w1, via n2, to w2|2",
                "restriction:motorcar=no_left_turn|from w1, via n2, to w3|2 4",
                "restriction=no_exit|from w1, via n2, to w3, to w4|2",
                "restriction=no_left_turn, except=bicycle|from w1, via n2, to w3|2 4",
                "restriction=no_left_turn, except=psv;motorcar|from w1, via n2, to w3|2 3 4",
                "restriction:hgv=no_left_turn|from w1, via n2, to w3|2 3 4",
                "restriction:conditional=no_left_turn @ (07:00-09:00)|from w1, via n2, to w3|2 3 4",
                "restriction=no_left_turn|from w1, via w2, to w3|2 3 4",
                "restriction=no_left_turn|from w1, via n2, to w99|2 3 4",
                "restriction=no_left_turn|from w1, via n3, to w3|2 3 4",
                "restriction=no_left_turn|from w1, to w3|2 3 4",
                "restriction=keep_left|from w1, via n2, to w3|2 3 4"
            })
    void aTurnThatIsForbiddenIsNoWayOn(String tags, String members, String next)
            throws IOException {
        Imported imported = Imported.of(crossing().restriction(tags, members), folder);

        assertThat(imported.next(imported.key(1)).toString().replaceAll("[\\[\\],]", ""))
                .isEqualTo(next);
    }

    @Test
    void turningRoundCanBeForbidden() throws IOException {
        OsmXml xml = crossing().restriction("restriction=no_u_turn", "from w2, via n2, to w2");
        Imported imported = Imported.of(xml, folder);

        // Way 1 is one-way towards the crossing, so that there is no way back into it.
        for (int key : imported.keys(2)) {
            if (imported.network().realNode(imported.network().headNode(key))
                    == imported.network().realNode(imported.network().headNode(imported.key(1)))) {
                assertThat(imported.next(key)).containsExactly(3L, 4L);
            }
        }
        assertThat(imported.report().turns().applied).isOne();
    }

    @Test
    void whereAWayGoesOnAfterTheNodeNobodyKnowsWhichHalfIsMeant() throws IOException {
        OsmXml xml =
                crossing()
                        .way(5, "highway=tertiary", 4, 2, 5)
                        .restriction("restriction=no_left_turn", "from w1, via n2, to w5");
        Imported imported = Imported.of(xml, folder);

        assertThat(imported.next(imported.key(1))).containsExactly(2L, 3L, 4L, 5L);
        assertThat(imported.report().turns().incomplete).isOne();
        assertThat(imported.report().text()).contains("turn restrictions: 0 applied");
    }

    @Test
    void whatIsNotAppliedIsCounted() throws IOException {
        OsmXml xml =
                crossing()
                        .restriction("restriction=no_left_turn", "from w1, via n2, to w3")
                        .restriction("restriction=no_left_turn", "from w1, via w2, to w3")
                        .restriction("restriction:hgv=no_left_turn", "from w1, via n2, to w3")
                        .restriction(
                                "restriction:conditional=no_left_turn @ (07:00-09:00)",
                                "from w1, via n2, to w3");

        assertThat(Imported.of(xml, folder).report().text())
                .contains(
                        "turn restrictions: 1 applied, 1 over ways, 1 conditional,"
                                + " 1 not for cars, 0 incomplete");
    }
}
