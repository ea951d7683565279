// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static io.odograph.fences.FencesRun.collection;
import static io.odograph.fences.FencesRun.feature;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FencesCommandTest {

    private static final String YARD =
            feature(
                    "yard",
                    "'kind':'ZONE','name':'Hof','dwell':600,'colour':'red'",
                    "Polygon",
                    "[[[11.5,48.1,512],[11.6,48.1],[11.6,48.2],[11.5,48.2],[11.5,48.1]]]");
    private static final String ROAD =
            feature(
                    "road",
                    "'kind':'SPEED_ZONE','width':30,'speed_limit':30,'fleet_ids':'a, b','dwell':null",
                    "LineString",
                    "[[11.5,48.1],[11.6,48.1]]");
    private static final String SITE =
            feature("site", "'kind':'KEEP_OUT','radius':250,'version':7", "Point", "[11.5,48.1]");
    private static final String BOW_TIE = "[[[0,0],[2,2],[2,0],[0,2],[0,0]]]";

    @TempDir private Path folder;
    private FencesRun fences;

    @BeforeEach
    void prepare() {
        fences = new FencesRun(folder);
    }

    @Test
    void withoutACommandItExplainsItself() {
        assertThat(fences.run()).isZero();

        assertThat(fences.out.toString())
                .contains("validate", "import", "export", "put", "withdraw");
    }

    @Test
    void anImportMakesRecordsAndTellsWhatIsLeftOut() throws IOException {
        String file = fences.file("fences.geojson", collection(YARD, ROAD, SITE));

        assertThat(fences.run("import", file, "-o", fences.path("f.jsonl"), "--fence-version", "3"))
                .isZero();

        assertThat(fences.out.toString()).endsWith("f.jsonl: 3 fences\n");
        assertThat(fences.err.toString())
                .isEqualTo(
                        """
                        feature 1 (yard): heights of points are left out
                        feature 1 (yard): not of a fence and left out: colour
                        """);
        assertThat(fences.read("f.jsonl").lines())
                .hasSize(3)
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("{\"fence_id\":\"yard\",\"version\":3,")
                                        .contains("\"kind\":\"POLYGON\"", "\"dwell\":600.0"),
                        line ->
                                assertThat(line)
                                        .contains("\"kind\":\"CORRIDOR\"", "\"radius\":15.0")
                                        .contains("\"fleet_ids\":[\"a\",\"b\"]"),
                        line ->
                                assertThat(line)
                                        .contains("\"version\":7", "\"kind\":\"CIRCLE\"")
                                        .contains("\"radius\":250.0"));
    }

    @Test
    void whatWasImportedIsValidAndExportsToTheSameGeoJson() throws IOException {
        String file = fences.file("fences.geojson", collection(YARD, ROAD, SITE));
        fences.run("import", file, "-o", fences.path("a.jsonl"));
        assertThat(fences.run("validate", fences.path("a.jsonl"))).isZero();
        assertThat(fences.out.toString()).isEqualTo("3 fences, no faults\n");

        assertThat(fences.run("export", fences.path("a.jsonl"), "-o", fences.path("b.geojson")))
                .isZero();
        assertThat(fences.read("b.geojson"))
                .contains("[[[11.5,48.1],[11.6,48.1],[11.6,48.2],[11.5,48.2],[11.5,48.1]]]")
                .contains("\"width\":30.0", "\"radius\":250.0", "\"dwell\":600.0");

        fences.run("import", fences.path("b.geojson"), "-o", fences.path("c.jsonl"));
        assertThat(fences.err.toString()).isEmpty();
        assertThat(fences.run("export", fences.path("c.jsonl"))).isZero();
        assertThat(fences.out.toString()).isEqualTo(fences.read("b.geojson"));
    }

    @Test
    void eachFaultIsALineWithItsPlace() throws IOException {
        String file =
                fences.file(
                        "fences.json",
                        collection(
                                YARD,
                                feature("tie", "'kind':'ZONE','priority':10", "Polygon", BOW_TIE)));

        assertThat(fences.run("validate", file)).isEqualTo(1);

        assertThat(fences.out.toString())
                .isEqualTo(
                        "feature 2 (tie): the side from point 1 and the side from point 3 of"
                                + " ring 1 cross, at 1,1\n"
                                + "feature 2 (tie): priority is not 0..9\n");
    }

    @Test
    void linesWithFaultsAreToldByTheirNumber() throws IOException {
        String file =
                fences.file(
                        "fences.jsonl",
                        "\n{'fence_id':'a','nonsense':1}\n"
                                + "{'fence_id':'b','version':1,'kind':'ZONE','effective_from':0,"
                                + "'shape':{'kind':'CIRCLE','radius':0.5,'lines':"
                                + "[{'points':[{'latitude':48.1,'longitude':11.5}]}]}}\n");

        assertThat(fences.run("validate", file)).isEqualTo(1);

        assertThat(fences.out.toString())
                .isEqualTo(
                        """
                        line 2: nonsense is not a field of the schema
                        line 3 (b): the radius is not 1..500000 m
                        """);
    }

    @Test
    void withAFaultNothingIsWritten() throws IOException {
        String file =
                fences.file(
                        "fences.geojson",
                        collection(YARD, feature("tie", "'kind':'ZONE'", "Polygon", BOW_TIE)));

        assertThat(fences.run("import", file, "-o", fences.path("f.jsonl"))).isEqualTo(1);

        assertThat(fences.err.toString()).contains("ring 1 cross, at 1,1", "nothing was written");
        assertThat(folder.resolve("f.jsonl")).doesNotExist();
        assertThat(fences.run("put", file, "--bootstrap-servers", "localhost:1")).isEqualTo(1);
        assertThat(fences.err.toString()).contains("nothing was put on topic reference.geofences");
    }

    @Test
    void anExportTellsAndLeavesOutFencesWithFaults() throws IOException {
        String file =
                fences.file(
                        "fences.geojson",
                        collection(feature("tie", "'kind':'ZONE'", "Polygon", BOW_TIE), SITE));

        assertThat(fences.run("export", file)).isEqualTo(1);

        assertThat(fences.out.toString()).contains("\"site\"").doesNotContain("\"tie\"");
        assertThat(fences.err.toString()).contains("feature 1 (tie)");
    }

    static Stream<Arguments> faulty() {
        String zone = "'kind':'ZONE'";
        String square = "[[0,0],[9,0],[9,9],[0,9],[0,0]]";
        String small = "[[1,1],[2,1],[2,2],[1,2],[1,1]]";
        String away = "[[20,1],[21,1],[21,2],[20,1]]";
        return Stream.of(
                faulty("neither an id nor a property", feature("", zone, "Point", "[1,2]")),
                faulty("needs a property radius", feature("f", zone, "Point", "[1,2]")),
                faulty("needs a property width", feature("f", zone, "LineString", "[[1,2],[3,4]]")),
                faulty(
                        "needs a property width",
                        feature(
                                "f",
                                zone + ",'width':3,'radius':3",
                                "LineString",
                                "[[1,2],[3,4]]")),
                faulty("radius is not a number", feature("f", "'radius':'5'", "Point", "[1,2]")),
                faulty("width is for lines only", feature("f", "'width':5", "Polygon", "[]")),
                faulty("a polygon has no radius", feature("f", "'radius':5", "Polygon", "[]")),
                faulty("kind is required", feature("f", "", "Polygon", "[" + square + "]")),
                faulty("kind is not one of", feature("f", "'kind':'X'", "Polygon", "[]")),
                faulty("the shape has no points", feature("f", zone, "Polygon", "[]")),
                faulty("its geometry is not", feature("f", zone, "MultiPoint", "[[1,2]]")),
                faulty("is not two numbers", feature("f", zone, "Polygon", "[[[1,'2']]]")),
                faulty("is not two numbers", feature("f", zone + ",'radius':5", "Point", "[]")),
                faulty(
                        "its id is not its property fence_id",
                        feature("f", zone + ",'fence_id':'g'", "Polygon", "[" + square + "]")),
                faulty(
                        "ring 2 is a hole outside of its polygon, at 20,1",
                        feature("f", zone, "Polygon", "[" + square + "," + away + "]")),
                faulty(
                        "ring 2 is a polygon within another, at 1,1",
                        feature("f", zone, "MultiPolygon", "[[" + square + "],[" + small + "]]")),
                faulty(
                        "the side from point 2 of ring 1 and the side from point 1 of ring 2 run",
                        feature(
                                "f",
                                zone,
                                "MultiPolygon",
                                "[[" + square + "],[[[9,9],[9,0],[15,0],[9,9]]]]")));
    }

    private static Arguments faulty(String fault, String feature) {
        return Arguments.of(fault, feature);
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void aFeatureThatCannotBeAFenceIsTold(String fault, String feature) throws IOException {
        assertThat(fences.run("validate", fences.file("f.geojson", feature))).isEqualTo(1);

        assertThat(fences.out.toString()).contains(fault);
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                faulty("it is no JSON", "no map"),
                faulty("it is no JSON", "{'type':'FeatureCollection','type':'Feature'}"),
                faulty("it is no GeoJSON", "{'type':'Point','coordinates':[1,2]}"),
                faulty("no array of features", "{'type':'FeatureCollection'}"),
                faulty(
                        "its coordinates are of urn:ogc:def:crs:EPSG::25832; convert",
                        "{'type':'FeatureCollection','features':[],'crs':{'type':'name',"
                                + "'properties':{'name':'urn:ogc:def:crs:EPSG::25832'}}}"),
                faulty(
                        "an unknown reference system",
                        "{'type':'FeatureCollection','features':[],'crs':null}"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void aForeignFileIsWrongUsage(String message, String text) throws IOException {
        assertThat(fences.run("validate", fences.file("f.geojson", text))).isEqualTo(2);

        assertThat(fences.err.toString()).contains(message);
    }

    @Test
    void wgs84MayBeStatedAndAByteOrderMarkMayStandFirst() throws IOException {
        String file =
                fences.file(
                        "f.geojson",
                        "\ufeff{'type':'FeatureCollection','crs':{'type':'name','properties':{"
                                + "'name':'urn:ogc:def:crs:OGC:1.3:CRS84'}},'features':["
                                + SITE
                                + "]}");

        assertThat(fences.run("validate", file)).isZero();
        assertThat(fences.out.toString()).isEqualTo("1 fence, no faults\n");
    }

    @Test
    void theSameVersionTwiceIsAFault() throws IOException {
        String file = fences.file("f.geojson", collection(SITE, SITE));

        assertThat(fences.run("validate", file)).isEqualTo(1);

        assertThat(fences.out.toString())
                .isEqualTo(
                        "feature 2 (site): the same version of this fence is also feature 1"
                                + " (site)\n");
    }

    @Test
    void wrongUsageIsTold() throws IOException {
        String file = fences.file("f.geojson", collection(SITE));

        assertThat(fences.run("import", file)).isEqualTo(2);
        assertThat(fences.err.toString()).contains("either --output or --bootstrap-servers");
        assertThat(fences.run("export", file, "--bootstrap-servers", "x:1")).isEqualTo(2);
        assertThat(fences.run("put", file)).isEqualTo(2);
        assertThat(fences.err.toString()).contains("--bootstrap-servers is missing");
        assertThat(fences.run("withdraw", "a b", "--bootstrap-servers", "x:1")).isEqualTo(2);
        assertThat(fences.run("validate", fences.path("none.geojson"))).isEqualTo(2);
        assertThat(fences.err.toString()).contains("is not a file");
        assertThat(fences.run("validate", file, "--fence-version", "-1")).isEqualTo(2);
        Files.write(folder.resolve("l.geojson"), new byte[] {'{', (byte) 0xff});
        assertThat(fences.run("validate", fences.path("l.geojson"))).isEqualTo(2);
        assertThat(fences.err.toString()).contains("not well-formed UTF-8");
    }
}
