// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.JobSettings;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashDetector;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes of every released version of the detector's state, with an incident open, read by today's
 * serializer. They are never changed or deleted.
 */
class ReleasedStateTest {

    private static final Path FOLDER = Path.of("src/test/resources/state");
    private static final int TAKEN_AFTER = 28;

    private final CrashDetector detector = new CrashDetector(CrashSettings.DEFAULTS);
    private final TypeSerializer<CrashState> today =
            TypeInformation.of(CrashState.class)
                    .createSerializer(
                            StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink())
                                    .getConfig()
                                    .getSerializerConfig());

    static List<Path> versions() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("versions")
    void anIncidentThatWasOpenGoesOnAsIfNothingHadHappened(Path file) throws Exception {
        DataInputDeserializer in = new DataInputDeserializer(Files.readAllBytes(file));
        TypeSerializerSnapshot<CrashState> released =
                TypeSerializerSnapshot.readVersionedSnapshot(in, getClass().getClassLoader());
        CrashState state = released.restoreSerializer().deserialize(in);

        assertThat(today.snapshotConfiguration().resolveSchemaCompatibility(released))
                .matches(compatibility -> !compatibility.isIncompatible(), "can be read");
        assertThat(edges(state, TAKEN_AFTER)).isEqualTo(edges(atSavepoint(), TAKEN_AFTER));
    }

    @Test
    void theNewestVersionIsWhatIsWrittenToday() throws Exception {
        assertThat(bytes(atSavepoint()))
                .isEqualTo(Files.readAllBytes(versions().get(versions().size() - 1)));
    }

    @Test
    @Tag("generate")
    void writeTheNextVersion() throws Exception {
        Path file = FOLDER.resolve("crash-v" + (versions().size() + 1) + ".bin");
        Files.write(file, bytes(atSavepoint()));
        assertThat(file).isNotEmptyFile();
    }

    private byte[] bytes(CrashState state) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, today.snapshotConfiguration());
        today.serialize(state, out);
        return out.getCopyOfBuffer();
    }

    private CrashState atSavepoint() {
        CrashState state = detector.newState();
        for (Telemetry record : drive().subList(0, TAKEN_AFTER)) {
            detector.accept(state, record, record.receivedAt(), VehicleContext.NONE, edge -> {});
        }
        return state;
    }

    private List<String> edges(CrashState state, int from) {
        List<CrashEdge> edges = new ArrayList<>();
        for (Telemetry record : drive().subList(from, drive().size())) {
            detector.accept(state, record, record.receivedAt(), VehicleContext.NONE, edges::add);
        }
        assertThat(edges).isNotEmpty();
        return edges.stream()
                .map(
                        edge ->
                                edge.kind()
                                        + " "
                                        + edge.time()
                                        + " "
                                        + edge.facts()
                                        + (edge.recording() == null
                                                ? ""
                                                : new CrashEvidenceFormat().toAvro(edge)))
                .toList();
    }

    private static List<Telemetry> drive() {
        return Drive.of("car").driving(60, 20).impact(60, 30).resting(75).records();
    }
}
