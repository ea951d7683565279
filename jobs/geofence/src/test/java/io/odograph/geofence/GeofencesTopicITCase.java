// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.DeadLetter;
import io.odograph.schemas.Geofence;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Fences on their real topic: there at the start, changed and withdrawn while the job runs. */
class GeofencesTopicITCase {

    private static GeofenceTopicsFixture topics;
    private static int drives;

    @BeforeAll
    static void start() {
        topics = GeofenceTopicsFixture.start();
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @ParameterizedTest
    @EnumSource(FenceDistribution.class)
    void fencesHoldFromTheStartAndChangeWithoutRedeploying(FenceDistribution distribution)
            throws Exception {
        String name = "fences-" + distribution;
        String fences = name + ".geofences";
        Map<String, String> options = options(name, distribution);
        topics.put(fences, yard(2));
        // Always there, so that it is known when all has been told of a drive.
        topics.put(fences, GeofenceTopicsFixture.box("last", 1, 700, -100, 900, 100));

        JobClient job = topics.submit(options, 2, null);
        try (TopicReader alerts = topics.reader(name + ".alerts")) {
            assertThat(breachesOf(name, alerts))
                    .as("the very first vehicle")
                    .containsExactly("yard@2");

            topics.put(fences, yard(1));
            topics.put(fences, bowTie(9));
            Geofence later = yard(3);
            later.setEffectiveFrom(Instant.ofEpochMilli(Drive.START + 100 * 86_400_000L));
            topics.put(fences, later);
            topics.put(fences, GeofenceTopicsFixture.box("other", 1, 300, -100, 500, 100));
            await(name, alerts, List.of("yard@2", "other@1"));
            topics.sendRaw(fences, "yard", null);
            await(name, alerts, List.of("other@1"));
            topics.put(fences, yard(4));
            topics.sendRaw(fences, "other", null);
            await(name, alerts, List.of("yard@4"));
        }
        job.cancel().get(60, TimeUnit.SECONDS);
        try (TopicReader letters = topics.reader(name + ".dead")) {
            GenericRecord letter =
                    SingleObjects.read(DeadLetter.getClassSchema(), letters.read(1).get(0).value());
            assertThat(letter.get("reason")).hasToString("INVALID_GEOFENCE");
            assertThat(letter.get("source")).hasToString(fences);
            assertThat(letter.get("stage")).hasToString("decode-geofences");
            assertThat(letters.readUntilQuiet()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(FenceDistribution.class)
    void aVersionHoldsFromItsTimeInEachVehiclesOwnWhenItIsThereBefore(
            FenceDistribution distribution) throws Exception {
        String name = "versions-" + distribution;
        Map<String, String> options = options(name, distribution);
        topics.put(name + ".geofences", yard(1));
        Geofence away = GeofenceTopicsFixture.box("yard", 2, 5_000, -100, 5_200, 100);
        away.setEffectiveFrom(Instant.ofEpochMilli(Drive.START + 3_600_000));
        topics.put(name + ".geofences", away);

        JobClient job = topics.submit(options, 2, null);
        topics.send(name + ".telemetry", drive("late", 7_200).records());
        topics.send(name + ".telemetry", drive("early", 0).records());
        try (TopicReader alerts = topics.reader(name + ".alerts")) {
            assertThat(GeofenceTopicsFixture.revisions(alerts.read(2)))
                    .containsExactly(
                            "early yard@1 1 OPEN null", "early yard@1 2 CLOSED CROSSED_BACK");
            assertThat(alerts.readUntilQuiet()).isEmpty();
        }
        job.cancel().get(60, TimeUnit.SECONDS);
    }

    private static Map<String, String> options(String name, FenceDistribution distribution) {
        Map<String, String> options = new TreeMap<>(topics.create(name));
        options.put("geofence.distribution", distribution.name().toLowerCase(Locale.ROOT));
        return options;
    }

    private static void await(String name, TopicReader alerts, List<String> breaches)
            throws Exception {
        List<String> seen = breachesOf(name, alerts);
        for (int i = 0; i < 60 && !seen.equals(breaches); i++) {
            TimeUnit.MILLISECONDS.sleep(250);
            seen = breachesOf(name, alerts);
        }
        assertThat(seen).isEqualTo(breaches);
    }

    /** The fences, in their versions, whose breach a vehicle ends that drives now. */
    private static List<String> breachesOf(String name, TopicReader alerts) throws Exception {
        String car = "car-" + drives;
        // Each drives later than those before, as in life: their edges wait for time to pass.
        topics.send(name + ".telemetry", drive(car, 300.0 * drives++).records());
        List<String> breaches = new ArrayList<>();
        while (true) {
            ConsumerRecord<byte[], byte[]> record = alerts.read(1).get(0);
            GenericRecord alert = GeofenceTopicsFixture.alert(record);
            String vehicle = ((GenericRecord) alert.get("header")).get("vehicle_id").toString();
            if (alert.get("end_reason") == null || !vehicle.equals(car)) {
                continue;
            }
            if (alert.get("fence_id").toString().equals("last")) {
                return breaches;
            }
            breaches.add(alert.get("fence_id") + "@" + alert.get("fence_version"));
        }
    }

    private static Journey drive(String car, double seconds) {
        return Journey.of(car).silent(seconds).at(-200, 0).to(1_200, 0, 36);
    }

    private static Geofence yard(long version) {
        return GeofenceTopicsFixture.box("yard", version, 0, -100, 200, 100);
    }

    /** Its outline crosses itself. */
    private static Geofence bowTie(long version) {
        Geofence fence = yard(version);
        var points = new ArrayList<>(fence.getShape().getLines().get(0).getPoints());
        Collections.swap(points, 0, 1);
        fence.getShape().getLines().get(0).setPoints(points);
        return fence;
    }
}
