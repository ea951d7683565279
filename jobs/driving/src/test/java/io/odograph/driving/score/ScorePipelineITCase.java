// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.config.JobSettings;
import io.odograph.common.influx.LineWriter;
import io.odograph.common.reference.BroadcastReference;
import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.common.reference.ReferenceUpdate;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.schemas.Score;
import io.odograph.udfs.driving.DrivingOutput;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoreRules;
import io.odograph.udfs.score.ScoreTrack;
import io.odograph.udfs.score.ScoreWatch;
import io.odograph.udfs.score.Versions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeHint;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorePipelineITCase {

    private static EmbeddedFlink flink;

    @BeforeAll
    static void start() {
        flink = EmbeddedFlink.start(2, new Configuration());
    }

    @AfterAll
    static void stop() {
        flink.close();
    }

    @Test
    void scoresAreThoseOfThePlainFold() throws Exception {
        List<DrivingOutput> told = Days.told(40);

        assertThat(run(told, BroadcastReference.none(), ScoreFiles.defaults()))
                .isEqualTo(fold(told, ScoreFiles.defaults()))
                .hasSize(80);
    }

    @Test
    void aRestartChangesNoScoreAndAVehicleIsForgottenInTheEnd() throws Exception {
        List<DrivingOutput> told = Days.told(60);
        List<ScoreOutput> scores = new ArrayList<>();
        OperatorSubtaskState snapshot;
        try (var before = harness()) {
            before.open();
            for (DrivingOutput output : told.subList(0, 45)) {
                before.processElement(output, output.detectedAt());
            }
            snapshot = before.snapshot(1, 1);
            scores.addAll(before.extractOutputValues());
        }
        try (var after = harness()) {
            after.initializeState(snapshot);
            after.open();
            for (DrivingOutput output : told.subList(45, 60)) {
                after.processElement(output, output.detectedAt());
            }
            scores.addAll(after.extractOutputValues());
            assertThat(scores).isEqualTo(fold(told, ScoreFiles.defaults()));

            after.processWatermark(60 * Days.DAY + ScoreWatch.FORGETS);
            assertThat(after.numKeyedStateEntries()).isEqualTo(1);
            assertThat(after.numEventTimeTimers()).isEqualTo(1);
            after.processWatermark(62 * Days.DAY + ScoreWatch.FORGETS);
            assertThat(after.numKeyedStateEntries()).isZero();
            assertThat(after.numEventTimeTimers()).isZero();
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, DrivingOutput, ScoreOutput>
            harness() throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new KeyedProcessOperator<>(new ScoreDriving(ScoreFiles.defaults())),
                DrivingOutput::vehicleId,
                Types.STRING);
    }

    @Test
    void aRuleOfTheTopicNamesTheModel(@TempDir Path directory) throws Exception {
        for (String file : List.of("frequency.pmml", "points.pmml")) {
            Files.write(directory.resolve(file), PmmlModelTest.file(file));
        }
        ScoreFiles files = ScoreFiles.read(directory, new ArrayList<>());
        Rule rule =
                new Rule(
                        "points",
                        1,
                        ScoreRules.DETECTOR,
                        null,
                        null,
                        VehicleClass.PASSENGER_CAR,
                        null,
                        null,
                        35 * Days.DAY,
                        Long.MAX_VALUE,
                        Map.of(ScoreRules.MODEL_VERSION, 4.0));
        StreamExecutionEnvironment env = flink.environment(settings());
        DataStream<ReferenceUpdate<Rule>> none =
                env.fromData(
                                TypeInformation.of(new TypeHint<ReferenceUpdate<Rule>>() {}),
                                new ReferenceUpdate<>("gone", null))
                        .uid("test-rules");

        List<ScoreOutput> scores =
                run(
                        env,
                        Days.told(40),
                        new BroadcastReference<>(
                                new ReferenceSnapshot<>("test", List.of(rule), Map.of()), none),
                        files);

        assertThat(scores).hasSize(80);
        assertThat(scores)
                .allSatisfy(
                        score -> {
                            // The first one comes into force in 2026 only.
                            if (score.start() >= 35 * Days.DAY) {
                                assertThat(score.model().version()).isEqualTo(4);
                                assertThat(score.model().value()).isEqualTo(55);
                            } else {
                                assertThat(score.model()).isNull();
                            }
                        });
    }

    @Test
    void everyScoreIsARecordAndALine() {
        List<ScoreOutput> scores = fold(Days.told(2), ScoreFiles.defaults());
        Score record = new ScoreFormat().toAvro(scores.get(3));

        assertThat(record.getFactors()).hasSize(7);
        double cost = record.getFactors().stream().mapToDouble(f -> f.getPenalty()).sum();
        assertThat(Math.round((100 - cost) * 100)).isEqualTo(Math.round(record.getScore() * 100));
        assertThat(record.getFactors().get(5).getFactor()).isEqualTo("phone_share");
        assertThat(record.getFactors().get(5).getValue()).isNull();
        assertThat(record.getDaysDriven()).isEqualTo(2);
        assertThat(record.getModel()).isNull();
        assertThat(new ScoreFormat().event(scores.get(3)).id())
                .isEqualTo(record.getHeader().getFeatureId() + "-2");
        assertThat(line(scores.get(3)))
                .startsWith(
                        "scores,subject=ROLLING_30_DAYS,tenant_id=acme,vehicle_id=car revision=2i,"
                                + "retracted=false,score=")
                .contains("model_known=false", "phone_share_penalty=4")
                .contains("days_driven=2i")
                .endsWith(" " + Days.DAY + "\n");
    }

    @Test
    void aScoreThatIsTakenBackIsARecordAndALine() {
        List<DrivingOutput> told = new ArrayList<>(Days.told(1));
        told.add(Days.day(0, 2, null));
        List<ScoreOutput> scores = fold(told, ScoreFiles.defaults());
        Score record = new ScoreFormat().toAvro(scores.get(2));

        assertThat(record.getHeader().getIsRetracted()).isTrue();
        assertThat(record.getScore()).isNull();
        assertThat(record.getFactors()).isEmpty();
        assertThat(record.getHeader().getFeatureId())
                .isEqualTo(new ScoreFormat().toAvro(scores.get(0)).getHeader().getFeatureId());
        assertThat(line(scores.get(2))).contains("revision=2i,retracted=true,score=0,");
    }

    @Test
    void theStateOfAVehicleIsSmallAndNoKryo() throws Exception {
        ScoreTrack track = new ScoreTrack();
        ScoreWatch watch = watch(ScoreFiles.defaults());
        Days.told(100).forEach(day -> watch.accept(track, day, ScoreRules.NONE, score -> {}));
        SerializerConfigImpl config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        DataOutputSerializer bytes = new DataOutputSerializer(64);

        TypeInformation.of(ScoreTrack.class).createSerializer(config).serialize(track, bytes);

        assertThat(bytes.length()).isBetween(3_000, 4_096);
    }

    private static String line(ScoreOutput output) {
        LineWriter line = new LineWriter();
        new ScoreLines().write(output, line);
        return line.toString();
    }

    private static List<ScoreOutput> fold(List<DrivingOutput> told, ScoreFiles files) {
        List<ScoreOutput> scores = new ArrayList<>();
        ScoreWatch watch = watch(files);
        ScoreTrack track = new ScoreTrack();
        told.forEach(output -> watch.accept(track, output, ScoreRules.NONE, scores::add));
        return scores;
    }

    private static ScoreWatch watch(ScoreFiles files) {
        return new ScoreWatch(files.scorecards(), new Versions<>(List.of()));
    }

    private static Configuration settings() {
        Configuration settings = JobSettings.flink();
        settings.set(CoreOptions.DEFAULT_PARALLELISM, 1);
        return settings;
    }

    private static List<ScoreOutput> run(
            List<DrivingOutput> told, BroadcastReference<Rule> rules, ScoreFiles files)
            throws Exception {
        return run(flink.environment(settings()), told, rules, files);
    }

    private static List<ScoreOutput> run(
            StreamExecutionEnvironment env,
            List<DrivingOutput> told,
            BroadcastReference<Rule> rules,
            ScoreFiles files)
            throws Exception {
        var driving =
                env.fromData(told, TypeInformation.of(DrivingOutput.class))
                        .uid("test-source")
                        .assignTimestampsAndWatermarks(
                                WatermarkStrategy.<DrivingOutput>forMonotonousTimestamps()
                                        .withTimestampAssigner((output, at) -> output.detectedAt()))
                        .uid("test-watermarks");
        List<ScoreOutput> scores = new ArrayList<>();
        try (CloseableIterator<ScoreOutput> reported =
                ScorePipeline.attach(driving, rules, new ScoreConfig(true, "scores", files))
                        .collectAsync()) {
            env.execute("score test");
            reported.forEachRemaining(scores::add);
        }
        return scores;
    }
}
