// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.driving.DrivingTotals;
import io.odograph.udfs.motion.HarshGrade;
import io.odograph.udfs.motion.HarshKind;
import io.odograph.udfs.score.Dated;
import io.odograph.udfs.score.Exposure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PmmlModelTest {

    @Test
    void aRegressionComesToWhatItDoesByHand() throws Exception {
        PmmlModel model = good("frequency.pmml");

        // exp(-3 + 0.1 * 4 + 2 * 0.25) and, at the replacement of what is missing, exp(-2.8).
        assertThat(model.evaluate(driven(100, 25, 4)).value()).isEqualTo(0.122456428);
        assertThat(model.evaluate(driven(100, 0, 0)).value()).isEqualTo(0.0497870684);
        assertThat(model.name()).isEqualTo("frequency");
        assertThat(model.version()).isEqualTo(3);
        assertThat(model.effectiveFrom())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());
    }

    @Test
    void aModelWhoseInputIsNotKnownHasNoResult() throws Exception {
        assertThat(good("frequency.pmml").evaluate(new Exposure()).value()).isNaN();
    }

    @Test
    void aScorecardOfPmmlComesToWhatItDoesByHand() throws Exception {
        PmmlModel model = good("points.pmml");

        assertThat(model.evaluate(driven(100, 25, 4)).value()).isEqualTo(20 + 5 + 0);
        assertThat(model.evaluate(driven(100, 10, 1)).value()).isEqualTo(20 + 40 + 30);
        assertThat(model.evaluate(new Exposure()).value()).isEqualTo(20 + 10 + 0);
        assertThat(model.effectiveFrom()).isEqualTo(Dated.BY_RULE);
    }

    @Test
    void outsideTheRangeThatItIsForAModelHasNoResult() throws Exception {
        PmmlModel model = good("points.pmml");

        assertThat(model.evaluate(driven(100, 50, 1)).value()).isEqualTo(60);
        assertThat(model.evaluate(driven(100, 51, 1)).value()).isNaN();
    }

    @Test
    void allProblemsOfAFileAreToldAtOnce() throws Exception {
        assertThat(String.join("\n", problems(file("bad.pmml"))))
                .contains(
                        "effective_from: must be a time such as 2026-01-01T00:00:00Z, is tomorrow",
                        "modelName: must be 1 to 64 letters",
                        "modelVersion: must be a whole number of 1 to 1000000000",
                        "functionName: must be regression",
                        "night_share: its interval [0.0, 100.0] is not within 0 to 1.0",
                        "harsh_braking_per_100km: must be continuous, double or float",
                        "DataField phone_share: must be continuous",
                        "MiningField age: must be one of [harsh_braking_per_100km,");
        assertThat(problems(file("bad.pmml"))).hasSize(8);
    }

    @Test
    void whatIsNoModelIsRefused() {
        assertThat(problems("no model".getBytes(UTF_8))).first().asString().contains("is not XML");
        assertThat(problems("<a/>".getBytes(UTF_8))).contains("its root must be PMML, is a");
    }

    @Test
    void aFileThatAsksForAnotherIsRefused() throws Exception {
        String asking =
                "<!DOCTYPE PMML [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                        + new String(file("frequency.pmml"), UTF_8);

        assertThat(problems(asking.getBytes(UTF_8)))
                .containsExactly("must not have a document type");
    }

    @Test
    void whatTheLibraryCannotEvaluateIsRefusedAtOnce() throws Exception {
        String undefined =
                new String(file("frequency.pmml"), UTF_8)
                        .replace(
                                "<NumericPredictor name=\"night_share\"",
                                "<NumericPredictor name=\"x\"");

        assertThat(problems(undefined.getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith("cannot be evaluated: ");
    }

    private static PmmlModel good(String name) throws IOException {
        List<String> problems = new ArrayList<>();
        PmmlModel model = PmmlModel.read(file(name), problems);
        assertThat(problems).isEmpty();
        return Objects.requireNonNull(model);
    }

    private static List<String> problems(byte[] file) {
        List<String> problems = new ArrayList<>();
        assertThat(PmmlModel.read(file, problems)).isNull();
        return problems;
    }

    static byte[] file(String name) throws IOException {
        return Files.readAllBytes(Path.of("src/test/resources/score", name));
    }

    static Exposure driven(int kilometres, int atNight, int brakes) {
        DrivingTotals totals = new DrivingTotals();
        totals.distance = kilometres * 1_000_000L;
        totals.nightDistance = atNight * 1_000_000L;
        totals.moving = kilometres * 60_000L;
        totals.harsh[DrivingTotals.slot(HarshKind.BRAKING, HarshGrade.HARSH)] = brakes;
        return Exposure.of(totals);
    }
}
