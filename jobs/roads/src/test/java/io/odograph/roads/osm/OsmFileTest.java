// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.Relation;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import crosby.binary.file.BlockOutputStream;
import crosby.binary.file.FileBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsmFileTest {

    private static final String XML =
            """
            <?xml version='1.0'?>
            <osm version='0.6'>
             <meta osm_base='2024-09-08T20:21:00Z'/>
             <relation id='5'><member type='way' ref='-3' role='from'/>
              <tag k='type' v='restriction'/></relation>
             <way id='6000000000'><nd ref='-1'/><nd ref='9000000000'/>
              <tag k='name' v='A &amp; B'/></way>
             <way id='4' action='delete'><nd ref='-1'/></way>
             <node id='-1' lat='49.5' lon='-8.25'><tag k='a' v='b'/></node>
             <node id='9000000000' lat='-0.0000001' lon='179.9999999'/>
            </osm>
            """;

    private static final List<String> EXPECTED =
            List.of(
                    "time 2024-09-08T20:21:00Z",
                    "relation 5 [OsmMember[kind=WAY, id=-3, role=from]] {type=restriction}",
                    "way 6000000000 [-1, 9000000000] {name=A & B}",
                    "node -1 495000000 -82500000",
                    "node 9000000000 -1 1799999999");

    @TempDir private Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("test.osm"), text);
    }

    private static List<String> read(Path file) throws IOException {
        List<String> things = new ArrayList<>();
        new OsmFile(file)
                .read(
                        new OsmSink() {
                            @Override
                            public boolean wants(OsmKind kind) {
                                return true;
                            }

                            @Override
                            public void dataTime(Instant time) {
                                things.add("time " + time);
                            }

                            @Override
                            public void node(long id, int latitude, int longitude) {
                                things.add("node " + id + " " + latitude + " " + longitude);
                            }

                            @Override
                            public void way(long id, long[] nodes, Tags tags) {
                                things.add(
                                        "way "
                                                + id
                                                + " "
                                                + Arrays.toString(nodes)
                                                + " "
                                                + tags.all());
                            }

                            @Override
                            public void relation(long id, List<OsmMember> members, Tags tags) {
                                things.add("relation " + id + " " + members + " " + tags.all());
                            }
                        });
        return things;
    }

    @Test
    void xmlIsReadInAnyOrder() throws IOException {
        assertThat(read(write(XML))).isEqualTo(EXPECTED);
    }

    @Test
    void packedXmlIsReadWhateverItsName() throws IOException {
        assertThat(read(gzip(XML, "data"))).isEqualTo(EXPECTED);
    }

    @Test
    void pbfIsReadInAnyOrder() throws IOException {
        assertThat(read(pbf("OsmSchema-V0.6"))).isEqualTo(EXPECTED);
    }

    @Test
    void aTruncatedPbfFileIsNotTakenForAShortOne() throws IOException {
        Path whole = pbf("OsmSchema-V0.6");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 30; length < bytes.length; length += 7) {
            Path cut = Files.write(folder.resolve("cut.pbf"), Arrays.copyOf(bytes, length));
            int headerEnd = headerEnd(bytes);
            if (length != headerEnd) {
                assertThatThrownBy(() -> read(cut))
                        .isInstanceOf(OsmFileException.class)
                        .hasMessageContaining("cut.pbf");
            }
        }
    }

    /** A file that ends after a block is whole as far as anybody can tell. */
    private static int headerEnd(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf("OSMData") - 6;
    }

    @Test
    void aDamagedPbfFileIsRefused() throws IOException {
        Path file = pbf("OsmSchema-V0.6");
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length - 60; i < bytes.length; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("is damaged");
    }

    @Test
    void aPbfFileThatNeedsMoreIsRefused() throws IOException {
        Path file = pbf("HistoricalInformation");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("needs a reader for 'HistoricalInformation'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PK\u0003\u0004 zip", "{\"json\": 1}", "id,lat,lon"})
    void aForeignFileIsNamed(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("test.osm: is not OpenStreetMap data");
    }

    @Test
    void otherXmlIsNamed() throws IOException {
        Path file = write("<gpx version='1.1'></gpx>");

        assertThatThrownBy(() -> read(file)).hasMessageContaining("XML of 'gpx'");
    }

    @Test
    void truncatedXmlIsRefusedWithItsLine() throws IOException {
        Path file = write(XML.substring(0, XML.indexOf("<node id='9")));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("not well-formed XML at line 10");
    }

    @Test
    void truncatedPackedXmlIsRefused() throws IOException {
        Path file = gzip(XML, "cut.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 60));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("truncated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lat='49.5'", "id='-1' lat"})
    void aValueThatIsMissingOrNoNumberIsRefusedWithItsLine(String part) throws IOException {
        Path file = write(XML.replace(part, "x='north' lat2"));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(OsmFileException.class)
                .hasMessageContaining("line 9");
    }

    private Path gzip(String text, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** The same as the XML. */
    private Path pbf(String feature) throws IOException {
        Path file = folder.resolve("test.osm.pbf");
        try (BlockOutputStream out = new BlockOutputStream(Files.newOutputStream(file))) {
            HeaderBlock header =
                    HeaderBlock.newBuilder()
                            .addRequiredFeatures(feature)
                            .addRequiredFeatures("DenseNodes")
                            .setOsmosisReplicationTimestamp(
                                    Instant.parse("2024-09-08T20:21:00Z").getEpochSecond())
                            .build();
            out.write(FileBlock.newInstance("OSMHeader", header.toByteString(), null));
            out.write(FileBlock.newInstance("Unheard", ByteString.copyFromUtf8("x"), null));
            out.write(FileBlock.newInstance("OSMData", data().toByteString(), null));
        }
        return file;
    }

    private static PrimitiveBlock data() {
        StringTable.Builder texts = StringTable.newBuilder();
        for (String text : new String[] {"", "type", "restriction", "from", "name", "A & B"}) {
            texts.addS(ByteString.copyFromUtf8(text));
        }
        Relation relation =
                Relation.newBuilder()
                        .setId(5)
                        .addKeys(1)
                        .addVals(2)
                        .addMemids(-3)
                        .addRolesSid(3)
                        .addTypes(Relation.MemberType.WAY)
                        .build();
        Way way =
                Way.newBuilder()
                        .setId(6_000_000_000L)
                        .addKeys(4)
                        .addVals(5)
                        .addRefs(-1)
                        .addRefs(9_000_000_001L)
                        .build();
        DenseNodes nodes =
                DenseNodes.newBuilder()
                        .addId(-1)
                        .addId(9_000_000_001L)
                        .addLat(495_000_000)
                        .addLat(-495_000_001)
                        .addLon(-82_500_000)
                        .addLon(1_882_499_999)
                        .build();
        return PrimitiveBlock.newBuilder()
                .setStringtable(texts)
                .addPrimitivegroup(PrimitiveGroup.newBuilder().addRelations(relation))
                .addPrimitivegroup(PrimitiveGroup.newBuilder().addWays(way))
                .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
                .build();
    }
}
