// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.schemas.DeadLetter;
import io.odograph.testing.SingleObjects;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.testing.Drive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.core.execution.JobClient;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Overrides on their real topic: there at the start, changed and withdrawn while the job runs. */
class SpeedLimitsTopicITCase {

    private static final String LIMITS = "limits.overrides";

    @TempDir private static Path folder;
    private static SpeedingTopicsFixture topics;
    private static int drives;

    @BeforeAll
    static void start() throws Exception {
        topics = SpeedingTopicsFixture.start(folder);
    }

    @AfterAll
    static void stop() {
        topics.close();
    }

    @Test
    void overridesHoldFromTheStartAndChangeWithoutRedeploying() throws Exception {
        Map<String, String> options = new TreeMap<>(topics.create("limits"));
        topics.createReference(LIMITS);
        options.put("reference.speed-limits.topic", LIMITS);
        topics.put(LIMITS, SpeedingTopicsFixture.works("works", 2, 30));

        JobClient job = topics.submit(options, 2, null);
        try (TopicReader alerts = topics.reader("limits.alerts")) {
            assertThat(limitOf(alerts)).as("the very first vehicle").isEqualTo("30.0 works");

            topics.put(LIMITS, SpeedingTopicsFixture.works("works", 4, -1));
            topics.put(LIMITS, SpeedingTopicsFixture.works("works", 3, 20));
            awaitLimit(alerts, "20.0 works");
            topics.put(LIMITS, SpeedingTopicsFixture.works("school", 1, 10));
            awaitLimit(alerts, "10.0 school");
            topics.sendRaw(LIMITS, "school", null);
            awaitLimit(alerts, "20.0 works");
            topics.sendRaw(LIMITS, "works", null);
            awaitLimit(alerts, "50.0 null");
        }
        job.cancel().get(60, TimeUnit.SECONDS);
        try (TopicReader letters = topics.reader("limits.dead")) {
            GenericRecord letter =
                    SingleObjects.read(DeadLetter.getClassSchema(), letters.read(1).get(0).value());
            assertThat(letter.get("reason")).hasToString("INVALID_SPEED_LIMIT");
            assertThat(letter.get("source")).hasToString(LIMITS);
            assertThat(letter.get("stage")).hasToString("decode-speed-limits");
        }
    }

    private static void awaitLimit(TopicReader alerts, String limit) throws Exception {
        String seen = limitOf(alerts);
        for (int i = 0; i < 60 && !seen.equals(limit); i++) {
            TimeUnit.MILLISECONDS.sleep(250);
            seen = limitOf(alerts);
        }
        assertThat(seen).isEqualTo(limit);
    }

    /** The limit that a vehicle is told to have exceeded that drives now, and its override. */
    private static String limitOf(TopicReader alerts) throws Exception {
        String car = "car-" + drives;
        // Each drives later than those before, as in life: their edges wait for time to pass.
        Drive drive = Drive.of(car).after(300_000L * drives++);
        topics.send("limits.telemetry", drive.driving(65, 40).driving(5, 30).records());
        while (true) {
            ConsumerRecord<byte[], byte[]> record = alerts.read(1).get(0);
            GenericRecord alert = SpeedingTopicsFixture.alert(record);
            if (alert.get("end_time") != null
                    && ((GenericRecord) alert.get("header"))
                            .get("vehicle_id")
                            .toString()
                            .equals(car)) {
                GenericRecord limit = (GenericRecord) ((List<?>) alert.get("limits")).get(0);
                return limit.get("limit") + " " + limit.get("override_id");
            }
        }
    }
}
