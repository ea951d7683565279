// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class InjuryModelTest {

    /** Computed once by hand from the published coefficients. */
    @ParameterizedTest
    @CsvSource({
        "8, .010, .044, .015, .017, .006",
        "15, .022, .076, .021, .024, .010",
        "25, .064, .161, .035, .038, .022",
        "30, .106, .227, .045, .048, .033",
        "40, .264, .406, .073, .077, .071",
        "50, .520, .614, .117, .119, .146",
        "60, .766, .787, .181, .181, .278",
        "70, .908, .896, .270, .266, .465"
    })
    void valuesAreThePublishedOnes(
            double deltaV,
            double malliaris3,
            double malliaris2,
            double tum,
            double tumReduced,
            double gidas) {
        assertRisk(InjuryModel.MALLIARIS_MAIS3, deltaV, malliaris3);
        assertRisk(InjuryModel.MALLIARIS_MAIS2, deltaV, malliaris2);
        assertRisk(InjuryModel.TUM_MAIS3, deltaV, tum);
        assertRisk(InjuryModel.TUM_REDUCED_MAIS3, deltaV, tumReduced);
        assertRisk(InjuryModel.GIDAS_MAIS2, deltaV, gidas);
    }

    private static void assertRisk(InjuryModel model, double deltaV, double expected) {
        assertThat(model.probability(deltaV, Double.NaN))
                .as("%s at %s km/h", model, deltaV)
                .isCloseTo(expected, within(0.00051));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "45, 0, 0",
        "315, 0, 0",
        "360, 0, 0",
        "NaN, 0, 0",
        "46, 1, 0",
        "90, 1, 0",
        "134, 1, 0",
        "226, 1, 0",
        "270, 1, 0",
        "314, 1, 0",
        "135, 0, 1",
        "180, 0, 1",
        "225, 0, 1"
    })
    void directionCountsAsFrontSideOrRear(double direction, int side, int rear) {
        assertThat(logit(InjuryModel.TUM_REDUCED_MAIS3.probability(36, direction)))
                .isCloseTo(-4.457 + 0.177 * 10 + 0.244 * side - 0.431 * rear, within(1e-9));
        assertThat(logit(InjuryModel.MALLIARIS_DIRECTION_MAIS3.probability(16.09344, direction)))
                .isCloseTo(-5.820 + 0.202 * 10 + 0.556 * side - 2.170 * rear, within(1e-9));
        assertThat(InjuryModel.TUM_MAIS3.probability(36, direction))
                .isEqualTo(InjuryModel.TUM_MAIS3.probability(36, 0));
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    @ParameterizedTest
    @EnumSource
    void riskRisesWithTheChangeOfVelocity(InjuryModel model) {
        for (int deltaV = 0; deltaV < 200; deltaV++) {
            double risk = model.probability(deltaV, 90);
            assertThat(risk).isBetween(0.0, 1.0);
            assertThat(model.probability(deltaV + 1, 90)).isGreaterThan(risk);
        }
        assertThat(model.level()).isIn(2, 3);
    }

    @Test
    void labelsAreStableAndTellTheLevel() {
        assertThat(InjuryModel.values())
                .extracting(InjuryModel::label)
                .containsExactly(
                        "malliaris-mais2",
                        "malliaris-mais3",
                        "malliaris-direction-mais3",
                        "tum-mais3",
                        "tum-reduced-mais3",
                        "gidas-mais2");
        for (InjuryModel model : InjuryModel.values()) {
            assertThat(model.label()).endsWith("mais" + model.level());
        }
    }
}
