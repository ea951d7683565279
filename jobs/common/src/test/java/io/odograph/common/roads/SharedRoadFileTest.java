// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.road.Roads;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedRoadFileTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = folder.resolve("roads.odo");
        Roads roads = new Roads();
        roads.road(roads.node(0, 0), roads.node(100, 0), 50);
        roads.builder().write(file);
    }

    @Test
    void allSubtasksOfAProcessShareOneNetwork() throws Exception {
        byte[] shipped = InstantiationUtil.serializeObject(new SharedRoadFile(file.toString()));
        Set<RoadNetwork> networks =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
        IntStream.range(0, 64).parallel().forEach(i -> networks.add(arrived(shipped).get()));
        Path same = folder.resolve("x").resolveSibling("roads.odo").resolve("../roads.odo");
        networks.add(new SharedRoadFile(same.toString()).get());

        assertThat(networks).hasSize(1);
        assertThat(networks.iterator().next().edgeCount()).isEqualTo(1);
    }

    @Test
    void whatCannotBeUsedSaysWhyWhereItIsOpened() throws Exception {
        assertThatThrownBy(() -> new SharedRoadFile(folder.resolve("none").toString()).get())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("roads.file: ")
                .hasMessageEndingWith("none: there is no such file on this machine");
        Path foreign = Files.writeString(folder.resolve("foreign"), "something else");
        assertThatThrownBy(() -> new SharedRoadFile(foreign.toString()).get())
                .hasMessageContaining("foreign: is not a road file");
    }

    @Test
    void aFileThatTheClientHasIsCheckedBeforeTheStart() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Path truncated = folder.resolve("truncated");
        Files.write(truncated, Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> read(Map.of("roads.file", truncated.toString())))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("roads.file: " + truncated);
        assertThatThrownBy(() -> read(Map.of("roads.matcher.lag", "9")))
                .hasMessageContaining("roads.file: is needed and has no default")
                .hasMessageContaining("roads.matcher.lag: must be 0 to 8, is 9");
        assertThatCode(() -> read(Map.of("roads.file", file.toString())))
                .doesNotThrowAnyException();
        assertThatCode(() -> read(Map.of("roads.file", "/only/on/task/managers")))
                .doesNotThrowAnyException();
    }

    private static void read(Map<String, String> options) {
        ConfigReader reader = new ConfigReader(Configuration.fromMap(options));
        RoadsConfig.read(reader);
        reader.finish();
    }

    private static SharedRoadFile arrived(byte[] shipped) {
        try {
            return InstantiationUtil.deserializeObject(
                    shipped, SharedRoadFileTest.class.getClassLoader());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
