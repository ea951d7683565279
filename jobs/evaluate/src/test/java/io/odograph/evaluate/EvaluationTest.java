// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.odograph.evaluate.Sensing.Evidence;
import io.odograph.simulator.ExpectedCrash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final double SMALL = 0.01;

    @Test
    void theNumberOfThreadsChangesNothing() {
        EvaluationResult one = Evaluation.crash(3, SMALL, 1, null);
        EvaluationResult three = Evaluation.crash(3, SMALL, 3, null);

        assertThat(TextReport.of(three)).isEqualTo(TextReport.of(one));
        assertThat(JsonReport.of(three)).isEqualTo(JsonReport.of(one));
    }

    @Test
    void anotherSeedGivesOtherCrashes() {
        List<CrashCase> one = CrashSuite.of(1, SMALL);
        List<CrashCase> other = CrashSuite.of(2, SMALL);

        assertThat(CrashTrial.run(one.get(0)).truth())
                .isNotEqualTo(CrashTrial.run(other.get(0)).truth());
    }

    @Test
    void aCaseIsTheSameAtEveryScale() {
        List<CrashCase> all = CrashSuite.of(1, 1);
        for (CrashCase few : CrashSuite.of(1, SMALL)) {
            CrashCase same =
                    all.stream().filter(c -> c.id().equals(few.id())).findFirst().orElseThrow();
            assertThat(CrashTrial.run(same)).isEqualTo(CrashTrial.run(few));
        }
    }

    @Test
    void theFullSuiteHasEveryCrashOnEverySensor() {
        List<CrashCase> all = CrashSuite.of(1, 1);
        Set<String> sensors = new HashSet<>();
        Set<String> scenarios = new HashSet<>();
        for (CrashCase that : all) {
            if (that.sensing().evidence() == Evidence.IMU) {
                sensors.add(that.scenario() + that.sensing());
                scenarios.add(that.scenario());
            }
        }

        assertThat(all).hasSizeGreaterThan(2_000);
        assertThat(scenarios).hasSize(12);
        assertThat(sensors).hasSize(12 * 4 * 4 * 5 * 2);
    }

    @Test
    void everyHarmlessEventStandsForTheSameTime() {
        assertThat(HazardSuite.all())
                .allSatisfy(
                        hazard ->
                                assertThat(hazard.count(1) / hazard.per1000Hours() * 1000)
                                        .as(hazard.scenario())
                                        .isEqualTo(Hazard.HOURS));
    }

    @Test
    void theReportSaysWhatIsAssumedAndWhatWasLeftOut() {
        String text = TextReport.of(Evaluation.crash(1, SMALL, 2, null));

        assertThat(text)
                .contains("seed 1, scale 0.01")
                .contains("rates are assumptions")
                .contains("RECORDED: none")
                .contains("FLOORS");
    }

    @Test
    void theJsonHasTheNumbersOfTheText() throws Exception {
        EvaluationResult result = Evaluation.crash(1, SMALL, 2, null);
        JsonNode json = new ObjectMapper().readTree(JsonReport.of(result));

        CrashGroup first = result.scenarios().get(0);
        assertThat(json.at("/scenarios/0/name").textValue()).isEqualTo(first.name());
        assertThat(json.at("/scenarios/0/detected").intValue()).isEqualTo(first.detected());
        assertThat(json.at("/harmless").size()).isEqualTo(result.hazards().size());
        assertThat(json.at("/floors/0/required").textValue()).isEqualTo(">= 99 %");
    }

    @Test
    void aFloorThatIsNotMetNamesAnExampleOfEachScenario() {
        EvaluationResult result = Evaluation.crash(1, SMALL, 2, null);
        CrashOutcome found = result.crashes().get(0);
        CrashOutcome missed =
                new CrashOutcome(
                        "made-up/4",
                        "made-up",
                        Sensing.imu(Sensing.Device.EMBEDDED, 100, 16, 0.1),
                        new ExpectedCrash(
                                "car",
                                "alpha",
                                found.truth().impactTime(),
                                found.truth().kind(),
                                30,
                                0,
                                50,
                                0,
                                false),
                        null,
                        false,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        false,
                        0);

        Floor floor = Floors.of(List.of(missed, missed), List.of(), List.of()).get(0);

        assertThat(floor.met()).isFalse();
        assertThat(floor.measured()).isEqualTo("0.00 % (0 of 2)");
        assertThat(floor.examples()).hasSize(1);
        assertThat(floor.examples().get(0))
                .startsWith("made-up/4: 30.0 km/h")
                .endsWith("not found");
    }
}
