// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static io.odograph.fences.FencesRun.feature;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.geo.Area;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonRoundTripTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void allPropertiesComeThrough() throws Exception {
        String text =
                feature(
                        "all",
                        "'fence_id':'all','version':5,'name':'Werk','kind':'SPEED_ZONE',"
                                + "'tenant_id':'t','fleet_ids':['f'],'vehicle_classes':['BUS'],"
                                + "'vehicle_ids':['v'],'schedule':{'periods':[{'days':159,"
                                + "'from_minute':360,'to_minute':1500}],'time_zone':'Europe/Berlin',"
                                + "'holidays':['2026-12-25']},"
                                + "'effective_from':'2026-01-01T00:00:00.000Z',"
                                + "'effective_to':'2027-01-01T00:00:00.000Z','priority':4,"
                                + "'speed_limit':20.0,'speed_limit_unit':'MILES_PER_HOUR',"
                                + "'confirmations':3.0,'hysteresis':10.0,'min_inside':1.0,"
                                + "'min_outside':2.0,'dwell':0.0,'update_every':60.0,"
                                + "'radius':99.5",
                        "Point",
                        "[11.5,48.1]");
        JsonNode given = JSON.readTree(text.replace('\'', '"'));

        StatedFence fence = read(given);

        assertThat(fence.notes()).isEmpty();
        assertThat((JsonNode) GeoJsonWriter.feature(fence.record(), fence.shape()))
                .isEqualTo(given);
    }

    @Test
    void ringsAreOrientedAndHolesGoWithTheirRings() throws Exception {
        ObjectNode written =
                again(
                        "MultiPolygon",
                        "[[[[0,0],[0,9],[9,9],[9,0]],[[1,1],[8,1],[8,8],[1,8]]],"
                                + "[[[2,2],[3,2],[3,3],[2,3]]],[[[20,0],[29,0],[29,9]]]]");

        assertThat(written.path("geometry").toString())
                .isEqualTo(
                        ("{'type':'MultiPolygon','coordinates':["
                                        + "[[[0.0,0.0],[9.0,0.0],[9.0,9.0],[0.0,9.0],[0.0,0.0]],"
                                        + "[[1.0,1.0],[1.0,8.0],[8.0,8.0],[8.0,1.0],[1.0,1.0]]],"
                                        + "[[[2.0,2.0],[3.0,2.0],[3.0,3.0],[2.0,3.0],[2.0,2.0]]],"
                                        + "[[[20.0,0.0],[29.0,0.0],[29.0,9.0],[20.0,0.0]]]]}")
                                .replace('\'', '"'));
    }

    @Test
    void aPolygonAcrossTheAntimeridianIsCut() throws Exception {
        assertThat(
                        again("Polygon", "[[[170,0],[-175,0],[-175,10],[170,10]]]")
                                .path("geometry")
                                .toString())
                .isEqualTo(
                        ("{'type':'MultiPolygon','coordinates':["
                                        + "[[[180.0,10.0],[170.0,10.0],[170.0,0.0],[180.0,0.0],"
                                        + "[180.0,10.0]]],"
                                        + "[[[-180.0,0.0],[-175.0,0.0],[-175.0,10.0],"
                                        + "[-180.0,10.0],[-180.0,0.0]]]]}")
                                .replace('\'', '"'));
    }

    @Test
    void aHoleAcrossTheAntimeridianBecomesPartOfTheOutline() throws Exception {
        ObjectNode written =
                again(
                        "Polygon",
                        "[[[170,0],[-175,0],[-175,30],[170,30]],"
                                + "[[178,2],[-178,2],[-178,6],[178,6]]]");

        JsonNode polygons = written.path("geometry").path("coordinates");
        assertThat(polygons).hasSize(2).allSatisfy(polygon -> assertThat(polygon).hasSize(1));
    }

    @Test
    void aTipThatIsHardlyBeyondTheAntimeridianIsLeftOut() throws Exception {
        assertThat(
                        again("Polygon", "[[[170,0],[-179.9999999,5],[170,5.0000001]]]")
                                .path("geometry")
                                .path("type")
                                .asText())
                .isEqualTo("Polygon");
    }

    @Test
    void aLineAcrossTheAntimeridianIsCut() throws Exception {
        assertThat(
                        again("LineString", "[[179,0],[-179,2],[179,4],[178,4]]")
                                .path("geometry")
                                .toString())
                .isEqualTo(
                        ("{'type':'MultiLineString','coordinates':["
                                        + "[[179.0,0.0],[180.0,1.0]],"
                                        + "[[-180.0,1.0],[-179.0,2.0],[-180.0,3.0]],"
                                        + "[[180.0,3.0],[179.0,4.0],[178.0,4.0]]]}")
                                .replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    Polygon; [[[170,0],[-175,0],[-175,10],[170,10]]]
                    Polygon; [[[170,0],[-160,0],[-160,30],[170,30],[175,15]],[[178,2],[-178,2],[-178,6],[178,6]]]
                    Polygon; [[[175,0],[-175,1],[176,2],[-174,3],[177,4],[-173,5],[-173,9],[175,9]]]
                    Polygon; [[[170,0],[180,0],[180,5],[-170,5],[-170,9],[180,9],[180,12],[170,12]]]
                    Polygon; [[[179,0],[180,5],[179,9],[170,5]]]
                    Polygon; [[[-170,0],[-170,9],[-180,9],[-180,0]]]
                    MultiPolygon; [[[[170,0],[180,0],[180,9],[170,9]]],[[[-180,0],[-170,0],[-170,9],[-180,9]]]]
                    MultiPolygon; [[[[-179,0],[-150,0],[-150,9]]],[[[170,20],[-179,20],[-179,30]]]]
                    """)
    void whatIsInsideStaysInsideHoweverItWasCut(String type, String coordinates) throws Exception {
        StatedFence before = read(type, coordinates);
        StatedFence after = read(GeoJsonWriter.feature(before.record(), before.shape()));

        SplittableRandom random = new SplittableRandom(1);
        int inside = 0;
        for (int i = 0; i < 20_000; i++) {
            int latitude = random.nextInt(-10_000_000, 310_000_000);
            long unwrapped = random.nextLong(1_680_000_000L, 2_150_000_000L);
            long turned = unwrapped > 1_800_000_000L ? unwrapped - 3_600_000_000L : unwrapped;
            boolean expected = contains(before.shape(), latitude, turned);
            assertThat(contains(after.shape(), latitude, turned))
                    .as("%d %d", latitude, turned)
                    .isEqualTo(expected);
            inside += expected ? 1 : 0;
        }
        assertThat(inside).isPositive();
        String numbers =
                GeoJsonWriter.feature(before.record(), before.shape())
                        .path("geometry")
                        .path("coordinates")
                        .toString();
        assertThat(numbers.split("[\\[\\],]+"))
                .filteredOn(number -> !number.isEmpty())
                .allSatisfy(n -> assertThat(Double.parseDouble(n)).isBetween(-180.0, 180.0));
    }

    /** A point at each of its longitudes. */
    private static boolean contains(FenceShape shape, int latitude, long longitude) {
        boolean contains = false;
        for (long turn = -3_600_000_000L; turn <= 3_600_000_000L; turn += 3_600_000_000L) {
            long at = longitude + turn;
            if (at == (int) at) {
                contains |= new Area(shape.lines()).contains(latitude, (int) at);
            }
        }
        return contains;
    }

    private static ObjectNode again(String type, String coordinates) throws Exception {
        StatedFence fence = read(type, coordinates);
        ObjectNode written = GeoJsonWriter.feature(fence.record(), fence.shape());
        StatedFence after = read(written);
        assertThat(GeoJsonWriter.feature(after.record(), after.shape()).path("geometry"))
                .hasSize(2);
        return written;
    }

    private static StatedFence read(String type, String coordinates) throws Exception {
        String size = type.endsWith("LineString") ? ",'width':20" : "";
        String text = feature("f", "'kind':'ZONE'" + size, type, coordinates);
        return read(JSON.readTree(text.replace('\'', '"')));
    }

    private static StatedFence read(JsonNode feature) {
        StatedFence fence = new FeatureReader(1, feature, 0).read();
        assertThat(fence.faults()).isEmpty();
        return fence;
    }
}
