// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.TopicReader;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * Savepoints of every released version, taken in the middle of an episode that an override makes
 * one, with today's job. They are never changed or deleted.
 */
class ReleasedSavepointITCase {

    private static final Path SAVEPOINTS = Path.of("src/test/resources/savepoints");

    /** Where the savepoints were taken: the episode has begun and lasts. */
    private static final int TAKEN_AFTER = 40;

    static List<Path> savepoints() throws Exception {
        try (Stream<Path> folders = Files.list(SAVEPOINTS)) {
            return folders.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("savepoints")
    void anEpisodeThatWasOpenGoesOnUnderItsOverride(Path savepoint, @TempDir Path folder)
            throws Exception {
        try (EmbeddedFlink flink = EmbeddedFlink.start(2, new Configuration())) {
            List<Telemetry> rest = drive().subList(TAKEN_AFTER, drive().size());

            SpeedingRun run =
                    new SpeedingRun.Setup(flink, TestRoads.write(folder))
                            .from(savepoint)
                            .followingOverrides()
                            .of(rest);

            assertThat(run.stages()).containsExactly("2 CLOSED MAJOR BELOW_LIMIT");
            SpeedingEpisode episode = run.alerts().get(0);
            assertThat(episode.alert().eventTime()).isLessThan(Drive.START + 10_000);
            assertThat(episode.facts().duration()).isBetween(90_000L, 101_000L);
            assertThat(episode.facts().limits())
                    .singleElement()
                    .satisfies(limit -> assertThat(limit.overrideId()).isEqualTo("works"));
        }
    }

    /** Takes the savepoint of a new version; run on release, with a folder that is not there. */
    @Test
    @Tag("generate")
    void takeSavepoint(@TempDir Path folder, @TempDir Path taken) throws Exception {
        Path target = SAVEPOINTS.resolve("v" + (savepoints().size() + 1));
        try (SpeedingTopicsFixture topics = SpeedingTopicsFixture.start(folder)) {
            Map<String, String> options = new TreeMap<>(topics.create("released"));
            topics.createReference("overrides");
            options.put("reference.speed-limits.topic", "overrides");
            topics.put("overrides", SpeedingTopicsFixture.works("works", 1, 30));
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

    private static List<Telemetry> drive() {
        return Drive.of("car").driving(50, 100).driving(20, 60).records();
    }
}
