// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.crash.CrashDetector;
import io.odograph.udfs.crash.CrashEdge;
import io.odograph.udfs.crash.CrashSettings;
import io.odograph.udfs.crash.CrashState;
import io.odograph.udfs.testing.Drive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** The pattern in its operator: what it keeps, and when it lets go of it. */
class CrashPatternTest {

    private final CrashDetector detector = new CrashDetector(CrashSettings.DEFAULTS);
    private KeyedOneInputStreamOperatorTestHarness<String, CrashEdge, CrashIncident> harness;

    private long time;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void open() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        var edges =
                env.fromData(
                                TypeInformation.of(CrashEdge.class),
                                edges(Drive.of("x").driving(60, 20).impact(60, 30)).get(0))
                        .keyBy(CrashEdge::vehicleId, Types.STRING);
        var matches =
                CEP.pattern(
                                edges,
                                CrashPattern.of(
                                        CrashConfig.read(new ConfigReader(new Configuration()))))
                        .process(new ReportCrash(), TypeInformation.of(CrashIncident.class));
        var transformation =
                (OneInputTransformation<CrashEdge, CrashIncident>) matches.getTransformation();
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        transformation.getOperatorFactory(), CrashEdge::vehicleId, Types.STRING);
        harness.setup(
                TypeInformation.of(CrashIncident.class)
                        .createSerializer(env.getConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void nothingOfAnIncidentRemainsAfterItsEnd() throws Exception {
        List<CrashEdge> edges = edges(Drive.of("car").driving(60, 20).impact(60, 30).resting(75));
        send(edges.subList(0, 3));
        assertThat(harness.numKeyedStateEntries()).as("while open").isGreaterThan(1);

        send(edges.subList(3, edges.size()));

        assertThat(harness.numKeyedStateEntries()).as("after the end").isZero();
        assertThat(harness.extractOutputValues()).hasSize(4);
    }

    @Test
    void edgesOfAnotherIncidentReviseNothing() throws Exception {
        send(edges(Drive.of("car").driving(60, 20).impact(60, 30)));
        send(edges(Drive.of("car").after(60_000).driving(60, 20).impact(60, 30).resting(75)));

        assertThat(harness.extractOutputValues())
                .extracting(incident -> incident.alert().revision())
                .containsExactly(1, 1, 2, 3, 4);
    }

    @Test
    void anIncidentWithoutAnEndIsForgotten() throws Exception {
        List<CrashEdge> open = edges(Drive.of("car").driving(60, 20).impact(60, 30).resting(5));
        send(open);
        assertThat(harness.numKeyedStateEntries()).isPositive();

        long last = open.get(open.size() - 1).releasedAt();
        harness.processWatermark(last + Duration.ofHours(26).toMillis());

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    /** As the vehicle operator does: never at or behind the watermark. */
    private void send(List<CrashEdge> edges) throws Exception {
        for (CrashEdge edge : edges) {
            time = Math.max(edge.releasedAt(), time + 1);
            harness.processElement(new StreamRecord<>(edge, time));
            harness.processWatermark(time);
        }
    }

    private List<CrashEdge> edges(Drive drive) {
        CrashState state = detector.newState();
        List<CrashEdge> edges = new ArrayList<>();
        drive.records()
                .forEach(
                        r ->
                                detector.accept(
                                        state, r, r.receivedAt(), VehicleContext.NONE, edges::add));
        edges.removeIf(edge -> edge.kind() == CrashEdge.Kind.RECORDED);
        return edges;
    }
}
