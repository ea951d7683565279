// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    @Test
    void confidenceIsTheLogisticFunctionOfPriorAndWeights() {
        assertThat(Evidence.confidence(List.of())).isCloseTo(0.119, within(0.0005));
        assertThat(Incidents.with(EvidenceKind.DELTA_V).confidence())
                .isCloseTo(0.622, within(0.0005));
        assertThat(Incidents.with(EvidenceKind.AIRBAG).confidence())
                .isCloseTo(0.953, within(0.0005));
        assertThat(Incidents.with(EvidenceKind.DELTA_V, EvidenceKind.DROVE_ON).confidence())
                .isCloseTo(0.011, within(0.0005));
    }

    @Test
    void everyKindSpeaksForOrAgainst() {
        for (EvidenceKind kind : EvidenceKind.values()) {
            double without = Evidence.confidence(List.of());
            double with = Evidence.confidence(List.of(Evidence.of(kind, 0)));
            assertThat(Math.signum(with - without)).isEqualTo(Math.signum(kind.weight()));
        }
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "15.9, 0", "16, 1", "24.9, 1", "25, 2", "90, 2"})
    void aGreaterChangeOfVelocityWeighsMore(double deltaV, double more) {
        Evidence item = Evidence.ofDeltaV(EvidenceKind.DELTA_V, 7, deltaV);

        assertThat(item.weight()).isEqualTo(EvidenceKind.DELTA_V.weight() + more);
        assertThat(item.value()).isEqualTo(deltaV);
        assertThat(item.time()).isEqualTo(7);
    }

    @Test
    void anIncidentKeepsTheStrongestOfAKindInTheOrderOfKinds() {
        OpenIncident open = new OpenIncident();
        // As after a restore: any list that can be changed.
        open.evidence = new ArrayList<>(open.evidence);

        assertThat(open.add(Evidence.of(EvidenceKind.AIRBAG, 3))).isTrue();
        assertThat(open.add(Evidence.of(EvidenceKind.AIRBAG, 4))).isFalse();
        assertThat(open.add(Evidence.ofDeltaV(EvidenceKind.DELTA_V, 1, 20))).isTrue();
        assertThat(open.add(Evidence.ofDeltaV(EvidenceKind.DELTA_V, 2, 10))).isFalse();
        assertThat(open.add(Evidence.ofDeltaV(EvidenceKind.DELTA_V, 2, 30))).isTrue();

        assertThat(open.evidence)
                .extracting(Evidence::kind)
                .containsExactly(EvidenceKind.DELTA_V, EvidenceKind.AIRBAG);
        assertThat(open.evidence.get(0).value()).isEqualTo(30);
        assertThat(open.evidence.get(1).time()).isEqualTo(3);
    }
}
