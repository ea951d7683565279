// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.fence.BreachFacts;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Journey;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Savepoints of every released version, taken in the middle of a breach, with today's job. They are
 * never changed or deleted.
 */
class ReleasedSavepointITCase {

    private static final Path SAVEPOINTS = Path.of("src/test/resources/savepoints");

    /** Where the savepoints were taken: the breach has begun and lasts. */
    private static final int TAKEN_AFTER = 30;

    static List<Path> savepoints() throws Exception {
        try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("savepoints")
    void aBreachThatWasOpenGoesOnAndSoDoTheFences(Path savepoint) throws Exception {
        try (EmbeddedFlink flink = EmbeddedFlink.start(2, new Configuration())) {
            List<Telemetry> rest = drive().subList(TAKEN_AFTER, drive().size());

            GeofenceRun run = new GeofenceRun.Setup(flink).from(savepoint).of(rest);

            assertThat(run.told())
                    .containsExactly(
                            "yard 2 CLOSED END CROSSED_BACK",
                            "yard 1 OPEN START",
                            "yard 2 CLOSED END CROSSED_BACK");
            BreachFacts first = run.alerts().get(0).edge().facts();
            assertThat(first.start()).isEqualTo(Drive.START + 19_000);
            assertThat(first.end()).isEqualTo(Drive.START + 39_000);
        }
    }

    /** Takes the savepoint of a new version; run on release, with a folder that is not there. */
    @Test
    @Tag("generate")
    void takeSavepoint(@TempDir Path taken) throws Exception {
        Path target = SAVEPOINTS.resolve("v" + (savepoints().size() + 1));
        try (GeofenceTopicsFixture topics = GeofenceTopicsFixture.start()) {
            Map<String, String> options = topics.create("released");
            topics.put(
                    "released.geofences", GeofenceTopicsFixture.box("yard", 1, 0, -100, 200, 100));
            JobClient job = topics.submit(options, 1, null);
            topics.send("released.telemetry", drive().subList(0, TAKEN_AFTER));
            try (TopicReader alerts = topics.reader("released.alerts")) {
                assertThat(alerts.read(1)).hasSize(1);
            }
            String path =
                    job.stopWithSavepoint(
                                    false, taken.toUri().toString(), SavepointFormatType.CANONICAL)
                            .get(60, TimeUnit.SECONDS);
            Files.move(Path.of(URI.create(path)), target);
        }
    }

    /** Through the yard, and back through it. */
    private static List<Telemetry> drive() {
        return Journey.of("car").at(-200, 0).to(600, 0, 36).to(-300, 0, 36).records();
    }
}
