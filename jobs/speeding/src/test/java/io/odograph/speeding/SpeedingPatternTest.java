// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.speeding.SpeedingDetector;
import io.odograph.udfs.speeding.SpeedingEdge;
import io.odograph.udfs.speeding.SpeedingState;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pattern in its operator: what it keeps, and when it lets go of it. */
class SpeedingPatternTest {

    @TempDir private Path folder;
    private SpeedingDetector detector;
    private KeyedOneInputStreamOperatorTestHarness<String, SpeedingEdge, SpeedingEpisode> harness;
    private long time;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void open() throws Exception {
        String roads = TestRoads.write(folder).toString();
        detector =
                SpeedingConfig.read(
                                new ConfigReader(
                                        Configuration.fromMap(Map.of("roads.file", roads))))
                        .detector();
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        var edges =
                env.fromData(TypeInformation.of(SpeedingEdge.class), edges(episode()).get(0))
                        .keyBy(SpeedingEdge::vehicleId, Types.STRING);
        var matches =
                CEP.pattern(edges, SpeedingPattern.of())
                        .process(new ReportSpeeding(), TypeInformation.of(SpeedingEpisode.class));
        var transformation =
                (OneInputTransformation<SpeedingEdge, SpeedingEpisode>) matches.getTransformation();
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        transformation.getOperatorFactory(), SpeedingEdge::vehicleId, Types.STRING);
        harness.setup(
                TypeInformation.of(SpeedingEpisode.class)
                        .createSerializer(env.getConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void nothingOfAnEpisodeRemainsAfterItsEnd() throws Exception {
        List<SpeedingEdge> edges = edges(episode());
        assertThat(edges)
                .extracting(edge -> edge.kind().name())
                .containsExactly("START", "BAND", "END", "END");
        send(edges.subList(0, 2));
        assertThat(harness.numKeyedStateEntries()).as("while open").isGreaterThan(1);

        send(edges.subList(2, edges.size()));

        assertThat(harness.numKeyedStateEntries()).as("after the end").isZero();
        assertThat(revisions()).containsExactly("1 OPEN", "2 UPDATED", "3 CLOSED");
    }

    @Test
    void anEpisodeAfterTheOtherIsAnAlertOfItsOwn() throws Exception {
        send(edges(episode()));
        send(edges(Drive.of("car").after(600_000).driving(50, 30).driving(80, 30).driving(45, 60)));

        assertThat(revisions())
                .containsExactly("1 OPEN", "2 UPDATED", "3 CLOSED", "1 OPEN", "2 CLOSED");
    }

    @Test
    void edgesOfAnotherEpisodeReviseNothing() throws Exception {
        send(edges(episode()).subList(0, 1));
        send(edges(Drive.of("car").after(600_000).driving(50, 30).driving(80, 30).driving(45, 60)));

        assertThat(revisions()).containsExactly("1 OPEN", "1 OPEN", "2 CLOSED");
    }

    @Test
    void anEpisodeWithoutAnEndIsForgotten() throws Exception {
        List<SpeedingEdge> open = edges(episode()).subList(0, 2);
        send(open);
        assertThat(harness.numKeyedStateEntries()).isPositive();

        harness.processWatermark(open.get(1).releasedAt() + Duration.ofHours(49).toMillis());

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private static Drive episode() {
        return Drive.of("car").driving(50, 30).driving(62, 20).driving(80, 30).driving(45, 60);
    }

    private List<String> revisions() {
        return harness.extractOutputValues().stream()
                .map(e -> e.alert().revision() + " " + e.alert().status())
                .toList();
    }

    /** As the vehicle operator does: never at or behind the watermark. */
    private void send(List<SpeedingEdge> edges) throws Exception {
        for (SpeedingEdge edge : edges) {
            time = Math.max(edge.releasedAt(), time + 1);
            harness.processElement(new StreamRecord<>(edge, time));
            harness.processWatermark(time);
        }
    }

    private List<SpeedingEdge> edges(Drive drive) {
        SpeedingState state = detector.newState();
        List<SpeedingEdge> edges = new ArrayList<>();
        ListCollector<SpeedingEdge> collector = new ListCollector<>(edges);
        drive.records()
                .forEach(
                        r ->
                                detector.accept(
                                        state,
                                        r,
                                        r.receivedAt(),
                                        VehicleContext.NONE,
                                        edge -> new RepeatEnds().flatMap(edge, collector)));
        return edges;
    }
}
