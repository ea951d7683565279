// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingFacts;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of every released version of the detector's state, with an episode open, read by today's
 * serializer. They are never changed or deleted.
 */
class ReleasedStateTest {

    private static final Path FOLDER = Path.of("src/test/resources/state");
    private static final int TAKEN_AFTER = 50;

    @TempDir private Path folder;
    private SpeedingDetector detector;

    private final TypeSerializer<SpeedingState> today =
            TypeInformation.of(SpeedingState.class)
                    .createSerializer(
                            StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink())
                                    .getConfig()
                                    .getSerializerConfig());

    static List<Path> versions() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @BeforeEach
    void openRoads() throws Exception {
        String roads = TestRoads.write(folder).toString();
        detector =
                SpeedingConfig.read(
                                new ConfigReader(
                                        Configuration.fromMap(Map.of("roads.file", roads))))
                        .detector();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anEpisodeThatWasOpenGoesOnAsIfNothingHadHappened(Path file) throws Exception {
        DataInputDeserializer in = new DataInputDeserializer(Files.readAllBytes(file));
        TypeSerializerSnapshot<SpeedingState> released =
                TypeSerializerSnapshot.readVersionedSnapshot(in, getClass().getClassLoader());
        SpeedingState state = released.restoreSerializer().deserialize(in);

        assertThat(today.snapshotConfiguration().resolveSchemaCompatibility(released))
                .matches(compatibility -> !compatibility.isIncompatible(), "can be read");
        assertThat(edges(state)).isEqualTo(edges(atSavepoint()));
    }

    /** Its type alone: what it holds changes with how roads are found. */
    @Test
    void theNewestVersionIsOfTheTypeThatIsWrittenToday() throws Exception {
        DataOutputSerializer type = new DataOutputSerializer(4_096);
        TypeSerializerSnapshot.writeVersionedSnapshot(type, today.snapshotConfiguration());

        assertThat(Files.readAllBytes(versions().get(versions().size() - 1)))
                .startsWith(type.getCopyOfBuffer());
    }

    @Test
    @Tag("generate")
    void writeTheNextVersion() throws Exception {
        Path file = FOLDER.resolve("speeding-v" + (versions().size() + 1) + ".bin");
        Files.write(file, bytes(atSavepoint()));
        assertThat(file).isNotEmptyFile();
    }

    private byte[] bytes(SpeedingState state) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, today.snapshotConfiguration());
        today.serialize(state, out);
        return out.getCopyOfBuffer();
    }

    private SpeedingState atSavepoint() {
        SpeedingState state = detector.newState();
        for (Telemetry record : drive().subList(0, TAKEN_AFTER)) {
            detector.accept(state, record, record.receivedAt(), VehicleContext.NONE, edge -> {});
        }
        return state;
    }

    /** Without what depends on how surely roads are found. */
    private List<String> edges(SpeedingState state) {
        List<String> edges = new ArrayList<>();
        for (Telemetry record : drive().subList(TAKEN_AFTER, drive().size())) {
            detector.accept(
                    state,
                    record,
                    record.receivedAt(),
                    VehicleContext.NONE,
                    edge -> edges.add(line(edge)));
        }
        assertThat(edges).isNotEmpty();
        return edges;
    }

    private static String line(SpeedingEdge edge) {
        SpeedingFacts facts = edge.facts();
        return edge.kind()
                + " of "
                + edge.episode()
                + " at "
                + edge.time()
                + ": "
                + facts.band()
                + " from "
                + facts.start()
                + " to "
                + facts.end()
                + " on "
                + facts.wayId()
                + " by "
                + facts.speedSeconds()
                + " of "
                + facts.limits()
                + " until "
                + facts.endReason();
    }

    private static List<Telemetry> drive() {
        return Drive.of("car").driving(45, 20).driving(64, 60).driving(45, 40).records();
    }
}
