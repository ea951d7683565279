// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.JobSettings;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pattern in its operator: what it makes, and what it keeps. */
class BreachPatternTest {

    private static final Fence YARD = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);
    private static final Fence DEPOT = Fences.box("depot", FenceKind.ZONE, 50, -100, 300, 100);

    private KeyedOneInputStreamOperatorTestHarness<String, BreachEdge, GeofenceRevision> harness;
    private long time;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void open() throws Exception {
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(JobSettings.flink());
        var edges =
                env.fromData(TypeInformation.of(BreachEdge.class), edges(lasting(), YARD).get(0))
                        .keyBy(BreachEdge::vehicleId, Types.STRING);
        var matches =
                CEP.pattern(edges, BreachPattern.of())
                        .process(new ReportBreaches(), TypeInformation.of(GeofenceRevision.class));
        var transformation =
                (OneInputTransformation<BreachEdge, GeofenceRevision>) matches.getTransformation();
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        transformation.getOperatorFactory(), BreachEdge::vehicleId, Types.STRING);
        harness.setup(
                TypeInformation.of(GeofenceRevision.class)
                        .createSerializer(env.getConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void eachEdgeIsARevisionAndNoEdgeRemainsAfterTheEnd() throws Exception {
        List<BreachEdge> edges = edges(lasting(), YARD);
        assertThat(edges)
                .extracting(edge -> edge.kind().name())
                .containsExactly("OPENING", "START", "STILL", "STILL", "END");
        send(edges.subList(0, 4));
        assertThat(harness.numKeyedStateEntries()).as("while open").isPositive();
        assertThat(revisions()).containsExactly("yard 1 OPEN", "yard 2 UPDATED", "yard 3 UPDATED");

        send(edges.subList(4, edges.size()));

        assertThat(revisions()).last().isEqualTo("yard 4 CLOSED");
        assertForgotten();
    }

    @Test
    void ofABreachThatLastsOnlyItsLastEdgeIsKept() throws Exception {
        send(edges(lasting(), YARD).subList(0, 2));
        int early = harness.numKeyedStateEntries();

        send(edges(lasting(), YARD).subList(2, 4));

        assertThat(harness.numKeyedStateEntries()).isEqualTo(early);
    }

    @Test
    void aPassageIsOneRevisionThatIsClosed() throws Exception {
        Fence small = Fences.circle("small", FenceKind.KEEP_OUT, 300, 10, 50);

        send(edges(Journey.of("car").at(-800, 0).every(15).to(2_000, 0, 104.4), small));

        assertThat(revisions()).containsExactly("small 1 CLOSED");
        assertForgotten();
    }

    @Test
    void twoFencesAtOnceAreTwoAlerts() throws Exception {
        send(edges(through(), YARD, DEPOT));

        assertThat(revisions())
                .containsExactlyInAnyOrder(
                        "yard 1 OPEN", "depot 1 OPEN", "yard 2 CLOSED", "depot 2 CLOSED");
        assertThat(harness.extractOutputValues())
                .extracting(revision -> revision.alert().alertId())
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
        assertForgotten();
    }

    @Test
    void oneBreachAfterTheOtherOfTheSameFenceAreTwoAlerts() throws Exception {
        send(edges(through().to(-500, 0, 36), YARD));

        assertThat(revisions())
                .containsExactly("yard 1 OPEN", "yard 2 CLOSED", "yard 1 OPEN", "yard 2 CLOSED");
        assertThat(harness.extractOutputValues())
                .extracting(revision -> revision.alert().alertId())
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(2));
    }

    @Test
    void anEdgeOfAnotherBreachRevisesNothing() throws Exception {
        send(edges(lasting(), YARD).subList(0, 2));
        List<BreachEdge> other =
                edges(Journey.of("car").silent(90_000).at(9, 9).standing(70), YARD);

        send(List.of(edges(lasting(), DEPOT).get(2)));

        assertThat(revisions()).containsExactly("yard 1 OPEN");
        send(other);
        assertThat(revisions()).containsExactly("yard 1 OPEN", "yard 1 OPEN");
    }

    @Test
    void howLongABreachLastsOrdersNoTimers() throws Exception {
        send(edges(lasting(), YARD).subList(0, 4));

        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void aBreachThatEndsAfterSixtyDaysOfSilenceEnds() throws Exception {
        List<BreachEdge> edges = edges(lasting(), YARD);
        send(edges.subList(0, 4));

        time += Duration.ofDays(91).toMillis();
        send(edges.subList(4, 5));

        assertThat(revisions()).last().isEqualTo("yard 4 CLOSED");
        assertForgotten();
    }

    @Test
    void aBreachWithoutAnEndIsForgottenWithTheNextEdgeOfTheVehicle() throws Exception {
        send(edges(lasting(), YARD).subList(0, 2));
        int open = harness.numKeyedStateEntries();

        time += Duration.ofDays(121).toMillis();
        send(edges(lasting(), DEPOT).subList(0, 2));
        assertThat(harness.numKeyedStateEntries()).isEqualTo(open);
        send(edges(lasting(), YARD).subList(2, 3));

        assertThat(revisions()).containsExactly("yard 1 OPEN", "depot 1 OPEN");
    }

    /** Nothing at all is kept. */
    private void assertForgotten() throws Exception {
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    private static Journey lasting() {
        return Journey.of("car")
                .at(-200, 0)
                .to(100, 0, 36)
                .every(30)
                .standing(2_000)
                .every(1)
                .to(400, 0, 36);
    }

    private static Journey through() {
        return Journey.of("car").at(-200, 0).to(600, 0, 36);
    }

    private List<String> revisions() {
        return harness.extractOutputValues().stream()
                .map(
                        revision ->
                                revision.edge().fenceId()
                                        + " "
                                        + revision.alert().revision()
                                        + " "
                                        + revision.alert().status())
                .toList();
    }

    /** As the vehicle operator does: never at or behind the watermark. */
    private void send(List<BreachEdge> edges) throws Exception {
        for (BreachEdge edge : edges) {
            time = Math.max(edge.releasedAt(), time + 2);
            harness.processElement(new StreamRecord<>(edge, time));
            // Flink counts the events of the last moment until time goes on.
            harness.processWatermark(time + 1);
        }
    }

    /** As the pattern gets them. */
    private static List<BreachEdge> edges(Journey journey, Fence... fences) {
        List<BreachEdge> opened = new ArrayList<>();
        ListCollector<BreachEdge> collector = new ListCollector<>(opened);
        for (BreachEdge edge : Detected.edges(journey.records(), fences)) {
            new OpenBreaches().flatMap(edge, collector);
        }
        return opened;
    }
}
