// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.InvalidConfigException;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.score.Dated;
import io.odograph.udfs.score.Exposure;
import io.odograph.udfs.score.ScoreRules;
import io.odograph.udfs.score.Scorecard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFilesTest {

    private static final String CARD =
            """
            {
              "id": "fleet", "version": 2, "effective_from": "2026-01-01T00:00:00Z",
              "factors": [
                {"factor": "night_share", "weight": 60.5, "fleet_mean": 0.1, "curve": [[0, 100], [1, 0]]},
                {"factor": "rush_share", "weight": 39.5, "fleet_mean": 0.2, "curve": [[0, 90], [1, 10]]}
              ]
            }
            """;

    @TempDir private Path directory;

    @Test
    void theDefaultScorecardIsGoodAndClaimsNothing() throws Exception {
        Scorecard card = ScoreFiles.defaults().scorecards().at(0, 0);

        assertThat(card).isNotNull();
        assertThat(card.problems()).isEmpty();
        assertThat(card.credibilityKm()).isEqualTo(500);
        // What the means cost: 2.83 + 2.25 + 1.13 + 1.13 + 2 + 4 + 0.5.
        assertThat(card.score(new Exposure()).value()).isEqualTo(86.16);
        assertThat(new String(ScoreFiles.defaults().files().get(0).content(), UTF_8))
                .contains("a policy, not science");
    }

    @Test
    void scorecardsAndModelsOfADirectoryAreInForceFromTheirDates() throws Exception {
        put("a.json", CARD);
        put("b.json", CARD.replace("2,", "3,").replace("2026-01-01", "2027-01-01"));
        put("c.json", CARD.replace("2,", "4,").replaceAll(" \"effective_from.*", ""));
        Files.write(directory.resolve("m.pmml"), PmmlModelTest.file("frequency.pmml"));
        put("notes.txt", "passed over");

        ScoreFiles files = read();

        assertThat(files.scorecards().numbers()).containsExactly(2L, 3L, 4L);
        assertThat(files.scorecards().all().get(2).effectiveFrom()).isEqualTo(Dated.BY_RULE);
        assertThat(files.models().numbers()).containsExactly(3L);
        Scorecard card = files.scorecards().all().get(0);
        assertThat(card.id()).isEqualTo("fleet");
        assertThat(card.credibilityKm()).isEqualTo(500);
        assertThat(card.nightFactor()).isEqualTo(1);
        // 60.5 * 0.1 + 39.5 * 0.26
        assertThat(card.score(new Exposure()).value()).isEqualTo(100 - 6.05 - 10.27);
    }

    @Test
    void theFilesTravelWithTheJob() throws Exception {
        put("a.json", CARD);
        ScoreFiles files = InstantiationUtil.clone(read());
        Files.delete(directory.resolve("a.json"));

        assertThat(files.scorecards().numbers()).containsExactly(2L);
        assertThat(files.files().get(0).checksum()).hasSize(64);
    }

    @Test
    void withoutAScorecardTheDefaultOneIsInForceBesideAModel() throws Exception {
        Files.write(directory.resolve("m.pmml"), PmmlModelTest.file("points.pmml"));

        assertThat(read().scorecards().numbers()).containsExactly(1L);
    }

    @Test
    void allProblemsOfAllFilesAreToldAtOnce() throws Exception {
        put("a.json", CARD);
        put("b.json", CARD);
        put("c.json", "{\"id\": \"c\", \"id\": \"d\"}");
        put("d.json", "[]");
        put(
                "e.json",
                """
                {
                  "id": 5, "version": 1.5, "effective_from": "soon", "wieght": 3, "credibility_km": "x",
                  "mileage": {"night": 2, "rush_factor": 99},
                  "factors": [
                    {"factor": "luck", "weight": "heavy", "curve": [[0, 100], 7, [1]]},
                    []
                  ]
                }
                """);
        Files.write(directory.resolve("m.pmml"), PmmlModelTest.file("bad.pmml"));
        List<String> problems = new ArrayList<>();

        ScoreFiles.read(directory, problems);

        assertThat(String.join("\n", problems))
                .contains(
                        "two scorecards have version 2",
                        "c.json: line 1, column ",
                        "Duplicate field 'id'",
                        "d.json: must be a JSON object",
                        "e.json: wieght: is none of [credibility_km, effective_from,",
                        "e.json: mileage.night: is none of [night_factor, rush_factor]",
                        "e.json: mileage.rush_factor: must be 0.0 to 10.0, is 99.0",
                        "e.json: effective_from: must be a time such as",
                        "e.json: version: must be a whole number",
                        "e.json: credibility_km: must be 1.0 to 100000.0, is NaN",
                        "e.json: factors[0].factor: must be one of",
                        "e.json: factors[0].weight: must be above 0 and at most 100, is NaN",
                        "e.json: factors[0].fleet_mean: must be",
                        "e.json: factors[0].curve[1]: must be a pair",
                        "e.json: factors[0].curve[2]: must be a pair",
                        "e.json: factors[1]: must be a JSON object",
                        "e.json: factors: their weights must add up to 100",
                        "m.pmml: functionName: must be regression");
    }

    @Test
    void aDirectoryThatIsNotThereIsToldWithTheOption() {
        Configuration options = new Configuration();
        options.set(ScoreOptions.MODELS, directory.resolve("none").toString());
        ConfigReader reader = new ConfigReader(options);

        ScoreConfig.read(reader);

        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("score.models: ")
                .hasMessageContaining("none: cannot be listed");
    }

    @Test
    void aRuleMayOnlyNameVersionsThatThereAre() throws Exception {
        put("a.json", CARD);
        ConfigReader reader =
                new ConfigReader(
                        Configuration.fromMap(
                                Map.of(ScoreOptions.MODELS.key(), directory.toString())));
        ScoreRuleCheck check = ScoreConfig.read(reader).ruleCheck();

        assertThat(check.problems(rule(Map.of(ScoreRules.SCORECARD_VERSION, 2.0)))).isEmpty();
        assertThat(
                        check.problems(
                                rule(
                                        Map.of(
                                                ScoreRules.SCORECARD_VERSION,
                                                2.5,
                                                ScoreRules.MODEL_VERSION,
                                                1.0,
                                                "score.luck",
                                                1.0))))
                .containsExactly(
                        "a threshold is none of [score.model.version, score.scorecard.version]",
                        "score.model.version must be one of []",
                        "score.scorecard.version must be one of [2]");
    }

    private static Rule rule(Map<String, Double> thresholds) {
        return new Rule(
                "r", 1, "score", null, null, null, null, null, 0, Long.MAX_VALUE, thresholds);
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private ScoreFiles read() {
        List<String> problems = new ArrayList<>();
        ScoreFiles files = ScoreFiles.read(directory, problems);
        assertThat(problems).isEmpty();
        return files;
    }
}
