// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.odograph.udfs.reference.VehicleClass;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoadNetworkTest {

    @TempDir private Path folder;

    private static Roads crossing() {
        Roads roads = new Roads();
        int middle = roads.node(0, 0);
        int[] ends = {
            roads.node(-300, 0), roads.node(300, 0), roads.node(0, 400), roads.node(0, -400)
        };
        roads.road(ends[0], middle, 50, -100, 10);
        roads.road(middle, ends[1], 70);
        roads.oneWay(middle, ends[2], 30);
        roads.road(ends[3], middle, RoadClass.MOTORWAY, withClauses(), RoadLimit.UNKNOWN);
        return roads;
    }

    private static RoadLimit withClauses() {
        Schedule nights =
                new Schedule(List.of(new Schedule.Period(101, 1231, 0x1F, 22 * 60, 30 * 60)));
        return new RoadLimit(
                LimitKind.NONE,
                Float.NaN,
                false,
                LimitSource.POSTED,
                0.98f,
                Float.POSITIVE_INFINITY,
                List.of(
                        new LimitClause(
                                LimitKind.VALUE, 60, true, Set.of(), nights, LimitSource.POSTED),
                        new LimitClause(
                                LimitKind.VALUE,
                                80,
                                false,
                                Set.of(VehicleClass.HEAVY_TRUCK, VehicleClass.BUS),
                                null,
                                LimitSource.LEGAL_DEFAULT)));
    }

    private RoadNetwork written(Roads roads) throws IOException {
        Path file = folder.resolve("roads.odo");
        roads.builder().write(file);
        return RoadNetwork.open(file);
    }

    @Test
    void aFileHoldsWhatWasBuilt() throws IOException {
        RoadNetwork network = written(crossing());
        int first = Roads.key(network, 1);

        assertThat(network.edgeCount()).isEqualTo(4);
        assertThat(network.nodeCount()).isEqualTo(5);
        assertThat(network.drivableCount()).isEqualTo(7);
        assertThat(network.limit(first).kmh()).isEqualTo(50);
        assertThat(network.length(first >> 1)).isCloseTo(300.8f, within(0.3f));
        assertThat(network.name(first >> 1)).isEqualTo("road 1");
        assertThat(network.region(first >> 1)).isEqualTo(Roads.GERMANY);
        assertThat(network.headNode(first)).isEqualTo(network.tailNode(Roads.key(network, 2)));
        assertThat(network.isDrivable(Roads.key(network, 3))).isTrue();
        assertThat(network.isDrivable(Roads.key(network, 3) ^ 1)).isFalse();
        int motorway = Roads.key(network, 4);
        assertThat(network.roadClass(motorway >> 1)).isEqualTo(RoadClass.MOTORWAY);
        assertThat(network.limit(motorway)).isEqualTo(withClauses());
        assertThat(network.limit(motorway ^ 1)).isEqualTo(RoadLimit.UNKNOWN);
        assertThat(network.origin().attribution()).isEqualTo("nobody");
    }

    @Test
    void aFileIsTheSameAsInMemory() throws IOException {
        RoadNetwork mapped = written(crossing());
        RoadNetwork built = crossing().build();

        assertThat(mapped.version()).isEqualTo(built.version()).hasSize(16);
        for (int edge = 0; edge < built.edgeCount(); edge++) {
            assertThat(mapped.wayId(edge)).isEqualTo(built.wayId(edge));
            assertThat(mapped.headNode(2 * edge + 1)).isEqualTo(built.headNode(2 * edge + 1));
            assertThat(mapped.latitude(mapped.lastPoint(edge)))
                    .isEqualTo(built.latitude(built.lastPoint(edge)));
        }
    }

    @Test
    void largeAndNegativeWaysKeepTheirNumbers() {
        for (long way : new long[] {-7, 1L << 40, Long.MIN_VALUE, 0xFFFF_FFFFL}) {
            Roads roads = new Roads();
            int from = roads.node(0, 0);
            int to = roads.node(10, 0);
            RoadEdge edge =
                    new RoadEdge(
                            from,
                            to,
                            new int[] {Roads.latitude(0), Roads.latitude(0)},
                            new int[] {Roads.longitude(0), Roads.longitude(10)},
                            RoadClass.ROAD,
                            RoadFlags.BRIDGE | RoadFlags.RESTRICTED,
                            Roads.posted(50),
                            null,
                            way,
                            null,
                            Region.UNKNOWN);
            roads.builder().addEdge(edge);
            RoadNetwork network = roads.build();

            assertThat(network.wayId(0)).isEqualTo(way);
            assertThat(network.name(0)).isNull();
            assertThat(network.flags(0)).isEqualTo(RoadFlags.BRIDGE | RoadFlags.RESTRICTED);
        }
    }

    @Test
    void aForbiddenTurnCannotBeTakenAndAllOthersCan() {
        Roads roads = crossing();
        roads.builder().forbidTurn(0, 2);
        RoadNetwork network = roads.build();
        int from = Roads.key(network, 1);
        int straight = Roads.key(network, 2);

        assertThat(outs(network, network.headNode(from)))
                .containsExactlyInAnyOrder(
                        from ^ 1, Roads.key(network, 3), Roads.key(network, 4) ^ 1);
        assertThat(network.realNode(network.headNode(from))).isEqualTo(network.tailNode(straight));
        assertThat(outs(network, network.headNode(straight ^ 1)))
                .contains(straight, from ^ 1, Roads.key(network, 3));
        assertThat(network.drivableCount()).isEqualTo(7);
        assertThat(network.tailNode(from ^ 1)).isEqualTo(network.tailNode(straight));
    }

    @Test
    void aTurnBetweenRoadsThatDoNotMeetIsRefused() {
        assertThatThrownBy(() -> crossing().builder().forbidTurn(1, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not begin where key 1 ends");
    }

    @Test
    void everySegmentIsInEveryCellThatItCrosses() {
        Roads roads = new Roads();
        int from = roads.node(0, 0);
        roads.road(from, roads.node(4_000, 3_100), 50, 1_000, 40, 1_010, 2_900);
        RoadNetwork network = roads.build();

        int point = network.firstPoint(0);
        for (int segment = 0; segment < 3; segment++) {
            for (double part = 0; part <= 1; part += 0.001) {
                long lat = between(part, network.latitude(point), network.latitude(point + 1));
                long lon = between(part, network.longitude(point), network.longitude(point + 1));
                assertThat(segmentsAt(network, lat, lon)).contains(segment);
            }
            point++;
        }
    }

    private static long between(double part, int from, int to) {
        return Math.round(from + part * ((double) to - from));
    }

    private static List<Integer> segmentsAt(RoadNetwork network, long lat, long lon) {
        List<Integer> segments = new ArrayList<>();
        int row = network.row(lat);
        int cell = network.cell(row, Grid.column(lon, network.columns(row)));
        for (int i = 0; cell >= 0 && i < network.entryCount(cell); i++) {
            int run = network.entryRun(network.entryBegin(cell) + i);
            for (int j = 0; j < (run & 0xFF); j++) {
                segments.add((run >>> 8) + j);
            }
        }
        return segments;
    }

    private static List<Integer> outs(RoadNetwork network, int node) {
        List<Integer> keys = new ArrayList<>();
        for (int out = network.outBegin(node); out < network.outEnd(node); out++) {
            keys.add(network.outKey(out));
            assertThat(network.outHead(out)).isEqualTo(network.headNode(network.outKey(out)));
            assertThat(network.outLength(out)).isEqualTo(network.length(network.outKey(out) >> 1));
        }
        return keys;
    }

    @Test
    void anEmptyNetworkCanBeWrittenAndOpened() throws IOException {
        RoadNetwork network = written(new Roads());

        assertThat(network.edgeCount()).isZero();
        assertThat(network.nodeCount()).isZero();
    }

    @Test
    void whatIsNoWholeRoadFileIsRefusedWithAReason() throws IOException {
        Path file = folder.resolve("roads.odo");
        crossing().builder().write(file);
        byte[] whole = Files.readAllBytes(file);

        refuses(new byte[0], "is not a road file");
        refuses(
                "<?xml version='1.0'?><osm/>".getBytes(StandardCharsets.UTF_8),
                "is not a road file");
        refuses(Arrays.copyOf(whole, 20), "truncated within its header");
        refuses(Arrays.copyOf(whole, 150), "truncated within its header");
        refuses(Arrays.copyOf(whole, whole.length - 1), "is truncated: has");
        refuses(Arrays.copyOf(whole, whole.length + 1), "is truncated: has");
        refuses(with(whole, 8, 99), "has version 99 of the format");
        refuses(with(whole, 60, whole[60] + 1), "has a damaged header");
    }

    @Test
    void everyDamagedByteIsFoundByVerifying() throws IOException {
        Path file = folder.resolve("roads.odo");
        crossing().builder().write(file);
        byte[] whole = Files.readAllBytes(file);
        RoadNetwork.verify(file);

        for (int at = 0; at < whole.length; at++) {
            Path damaged = folder.resolve("damaged");
            Files.write(damaged, with(whole, at, whole[at] ^ 0x10));
            assertThatThrownBy(() -> RoadNetwork.verify(damaged))
                    .isInstanceOf(RoadFileException.class);
        }
    }

    /** As no import writes it, but with all checksums right. */
    @Test
    void sectionsThatDoNotFillTheFileAreRefused() throws IOException {
        Path file = folder.resolve("roads.odo");
        crossing().builder().write(file);

        for (long length : new long[] {-8, 0, 1L << 20, 1L << 40, Long.MAX_VALUE}) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            int end = 32 + 11 * 16 + 4;
            bytes.putLong(32, length);
            CRC32C crc = new CRC32C();
            crc.update(bytes.array(), 0, end);
            bytes.putInt(end, (int) crc.getValue());
            refuses(bytes.array(), "has a damaged header");
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () ->
                            assertThatThrownBy(
                                            () -> RoadNetwork.verify(folder.resolve("refused.odo")))
                                    .isInstanceOf(RoadFileException.class));
        }
    }

    private static byte[] with(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private void refuses(byte[] bytes, String reason) throws IOException {
        Path file = folder.resolve("refused.odo");
        Files.write(file, bytes);
        assertThatThrownBy(() -> RoadNetwork.open(file))
                .isInstanceOf(RoadFileException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(reason);
    }
}
