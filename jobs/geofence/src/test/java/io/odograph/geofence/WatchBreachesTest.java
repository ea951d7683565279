// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachWatch;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceSettings;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.fence.SightingDetector;
import io.odograph.udfs.fence.SightingPart;
import io.odograph.udfs.fence.SightingTrack;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells answer in their own time: answers overtake each other. */
class WatchBreachesTest {

    private static final FenceSettings SETTINGS = FenceSettings.DEFAULTS;

    private final List<Sighting> sightings = new ArrayList<>();

    private KeyedBroadcastOperatorTestHarness<
                    String, SightingPart, ReferenceUpdate<Fence>, BreachEdge>
            watch;

    @BeforeEach
    void open() throws Exception {
        SightingDetector detector = new SightingDetector(SETTINGS);
        SightingTrack track = detector.newState();
        for (Telemetry record : Journey.of("car").at(0, 0).every(10).to(900, 0, 72).records()) {
            detector.accept(
                    track, record, record.receivedAt(), VehicleContext.NONE, sightings::add);
        }
        assertThat(sightings).hasSizeGreaterThan(3);
        watch =
                new KeyedBroadcastOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new WatchBreaches(new BreachWatch(SETTINGS), 86_400_000),
                                List.of(WatchBreaches.EVERYWHERE)),
                        part -> part.sighting().vehicleId(),
                        Types.STRING,
                        1,
                        1,
                        0);
        watch.open();
    }

    @AfterEach
    void close() throws Exception {
        watch.close();
    }

    @Test
    void anAnswerGivenWhileFencesWereUnreadWaitsForThoseBeforeIt() throws Exception {
        // A cell that waited for its fences answers with the timestamp of the end of its wait.
        process(1, Long.MIN_VALUE + 1);
        comeTo(500);
        assertThat(next()).isZero();

        process(0, 600);
        assertThat(next()).as("those of before a silence may come yet").isZero();
        comeTo(at(1));

        assertThat(next()).isEqualTo(2);
    }

    @Test
    void anAnswerThatCameLateWaitsForThoseBeforeIt() throws Exception {
        comeTo(500);
        process(1, Long.MIN_VALUE + 1);
        comeTo(600);
        assertThat(next()).isZero();

        process(0, 600);
        assertThat(next()).as("those of before a silence may come yet").isZero();
        comeTo(at(1));

        assertThat(next()).isEqualTo(2);
    }

    @Test
    void whatIsMissingOnceTimeHasComeIsOfAVehicleThatWasForgottenHere() throws Exception {
        comeTo(500);
        process(2, at(2));
        comeTo(at(2) - 1);
        assertThat(next()).isZero();

        comeTo(at(2));

        assertThat(next()).isEqualTo(3);
    }

    private long at(int sighting) {
        return sightings.get(sighting).releasedAt();
    }

    private void process(int sighting, long timestamp) throws Exception {
        watch.processElement(
                new SightingPart(sightings.get(sighting), 1, List.of(), at(sighting)), timestamp);
    }

    private void comeTo(long time) throws Exception {
        watch.processWatermark(time);
        watch.processBroadcastWatermark(new Watermark(time));
    }

    private long next() throws Exception {
        KeyedStateBackend<String> backend = watch.getOperator().getKeyedStateBackend();
        backend.setCurrentKey("car");
        return backend.getPartitionedState(
                        VoidNamespace.INSTANCE,
                        VoidNamespaceSerializer.INSTANCE,
                        new ValueStateDescriptor<>("watch", TypeInformation.of(WatchState.class)))
                .value()
                .parts
                .next;
    }
}
