// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.JobSettings;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachFacts;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.GeofenceState;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Bytes of every released version of the detector's state, with a breach and a visit open, read by
 * today's serializer. They are never changed or deleted.
 */
class ReleasedStateTest {

    private static final Path FOLDER = Path.of("src/test/resources/state");
    private static final int TAKEN_AFTER = 60;
    private static final Fence YARD = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);
    private static final Fence DEPOT = Fences.box("depot", FenceKind.ZONE, 50, -100, 300, 100);
    private static final Fence CITY = Fences.box("city", FenceKind.KEEP_IN, -900, -900, 900, 900);

    private final TypeSerializer<GeofenceState> today =
            TypeInformation.of(GeofenceState.class)
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
    void whatWasOpenGoesOnAsIfNothingHadHappened(Path file) throws Exception {
        DataInputDeserializer in = new DataInputDeserializer(Files.readAllBytes(file));
        TypeSerializerSnapshot<GeofenceState> released =
                TypeSerializerSnapshot.readVersionedSnapshot(in, getClass().getClassLoader());
        GeofenceState state = released.restoreSerializer().deserialize(in);

        assertThat(today.snapshotConfiguration().resolveSchemaCompatibility(released))
                .matches(compatibility -> !compatibility.isIncompatible(), "can be read");
        assertThat(edges(state)).isEqualTo(edges(atSavepoint()));
    }

    /** Its type alone: what it holds changes with how fences are watched. */
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
        Path file = FOLDER.resolve("geofence-v" + (versions().size() + 1) + ".bin");
        Files.write(file, bytes(atSavepoint()));
        assertThat(file).isNotEmptyFile();
    }

    private byte[] bytes(GeofenceState state) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(4_096);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, today.snapshotConfiguration());
        today.serialize(state, out);
        return out.getCopyOfBuffer();
    }

    private static GeofenceState atSavepoint() {
        Detected detected = detected();
        GeofenceState state = detected.newState();
        assertThat(detected.goOn(state, drive().subList(0, TAKEN_AFTER))).hasSize(2);
        return state;
    }

    private static List<String> edges(GeofenceState state) {
        List<BreachEdge> edges =
                detected().goOn(state, drive().subList(TAKEN_AFTER, drive().size()));
        assertThat(edges).hasSize(3);
        return edges.stream().map(ReleasedStateTest::line).toList();
    }

    private static Detected detected() {
        return new Detected(YARD, DEPOT, CITY);
    }

    private static String line(BreachEdge edge) {
        BreachFacts facts = edge.facts();
        return edge.kind()
                + " "
                + edge.revision()
                + " of "
                + edge.fenceId()
                + " "
                + edge.breach()
                + ": "
                + facts.start()
                + " to "
                + facts.end()
                + " by "
                + facts.farthest()
                + " over "
                + facts.distance()
                + " with "
                + facts.fixes()
                + " "
                + facts.endReason();
    }

    private static List<Telemetry> drive() {
        return Journey.of("car").at(-200, 0).to(100, 0, 36).standing(60).to(1_500, 0, 36).records();
    }
}
