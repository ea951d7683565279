// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachWatch;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceReader;
import io.odograph.udfs.fence.FenceReading;
import io.odograph.udfs.fence.FenceSettings;
import io.odograph.udfs.fence.Sighting;
import io.odograph.udfs.fence.SightingPart;
import io.odograph.udfs.fence.SightingTrack;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers of cells that come in any order until the stream's time has passed them. */
class WatchOverSilenceTest {

    private static final Fence YARD = Fences.box("yard", FenceKind.KEEP_OUT, 0, -100, 200, 100);
    private static final long FORGET_AFTER = 86_400_000 + 3_001;

    private KeyedTwoInputStreamOperatorTestHarness<
                    String, SightingPart, ReferenceUpdate<Fence>, BreachEdge>
            harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new CoBroadcastWithKeyedOperator<>(
                                new WatchBreaches(
                                        new BreachWatch(FenceSettings.DEFAULTS), FORGET_AFTER),
                                List.of(WatchBreaches.EVERYWHERE)),
                        part -> part.sighting().vehicleId(),
                        null,
                        Types.STRING);
        harness.open();
        harness.processWatermarkStatus2(WatermarkStatus.IDLE);
        harness.processWatermark1(new Watermark(0));
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void answersFromBeforeALongSilenceCountBeforeThoseFromAfterIt() throws Exception {
        List<Sighting> sightings = sightings(overnight());
        int after = 0;
        while (sightings.get(after).epoch() == sightings.get(0).epoch()) {
            after++;
        }
        // The last cell of the day before answers last.
        Collections.swap(sightings, after - 1, after);
        Collections.swap(sightings, after, after + 1);

        send(sightings);

        assertThat(told()).isEqualTo(expected(overnight()));
    }

    @Test
    void theFirstAnswersMayBeTheLaterOnes() throws Exception {
        List<Sighting> sightings = sightings(overnight());
        Collections.reverse(sightings);

        send(sightings);

        assertThat(told()).isEqualTo(expected(overnight()));
    }

    @Test
    void whoIsNumberedOnWhereNothingIsKnownOfItIsWatchedWhileItDrives() throws Exception {
        List<Sighting> sightings = sightings(Journey.of("car").at(-900, 0).to(600, 0, 36));

        // The watermark is behind by two records all the time.
        for (int i = 20; i < 100; i++) {
            Sighting sighting = sightings.get(i);
            harness.processElement1(new StreamRecord<>(part(sighting), sighting.releasedAt()));
            harness.processWatermark1(new Watermark(sightings.get(i - 2).releasedAt()));
        }

        assertThat(told()).hasSize(1);
    }

    private static Journey overnight() {
        return Journey.of("car")
                .at(-200, 0)
                .to(100, 0, 36)
                .standing(70)
                .silent(100_000)
                .standing(70)
                .to(600, 0, 36);
    }

    private void send(List<Sighting> sightings) throws Exception {
        long last = 0;
        for (Sighting sighting : sightings) {
            harness.processElement1(new StreamRecord<>(part(sighting), sighting.releasedAt()));
            last = Math.max(last, sighting.releasedAt());
        }
        harness.processWatermark1(new Watermark(last));
    }

    private List<String> told() {
        return harness.extractOutputValues().stream().map(WatchOverSilenceTest::line).toList();
    }

    private static List<String> expected(Journey journey) {
        return Detected.edges(journey.records(), YARD).stream()
                .map(WatchOverSilenceTest::line)
                .toList();
    }

    private static String line(BreachEdge edge) {
        return edge.kind() + " " + edge.breach() + " " + edge.revision() + " " + edge.facts();
    }

    private static List<Sighting> sightings(Journey journey) {
        List<Sighting> sightings = new ArrayList<>();
        SightingTrack track = new SightingTrack();
        for (Telemetry record : journey.records()) {
            track.see(
                    record,
                    record.receivedAt(),
                    VehicleContext.NONE,
                    FenceSettings.DEFAULTS,
                    sightings::add);
        }
        return sightings;
    }

    private static SightingPart part(Sighting sighting) {
        FenceReader reader = new FenceReader();
        reader.put(YARD.id(), List.of(YARD));
        List<FenceReading> readings = new ArrayList<>();
        reader.readNear(sighting, readings);
        return new SightingPart(sighting, 1, readings, sighting.releasedAt());
    }
}
