// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Pulse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BurstCutTest {

    private static final ImuBurst BURST = numbered();

    private static ImuBurst numbered() {
        ImuBurst burst = Pulse.frontal(0).burst(Drive.START);
        for (int i = 0; i < burst.x().length; i++) {
            burst.x()[i] = i;
            burst.y()[i] = -i;
            burst.z()[i] = 2 * i;
        }
        return burst;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 2_000})
    void whatIsWithinTheBoundStays(int maxSamples) {
        assertThat(BurstCut.around(BURST, Drive.START, maxSamples)).isSameAs(BURST);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 60, 80", // a third before the moment
        "0, 60, 0",
        "100, 60, 0",
        "2000, 60, 140",
        "999999, 60, 140",
        "-999999, 60, 0",
        "1000, 1, 100",
        "1000, 199, 1"
    })
    void thePartAroundTheMomentStays(long moment, int maxSamples, int from) {
        ImuBurst cut = BurstCut.around(BURST, Drive.START + moment, maxSamples);

        assertThat(cut.x()).hasSize(maxSamples);
        assertThat(cut.x()[0]).isEqualTo(from);
        assertThat(cut.y()[0]).isEqualTo(-from);
        assertThat(cut.z()[0]).isEqualTo(2 * from);
        assertThat(cut.start()).isEqualTo(Drive.START + from * 10L);
        assertThat(cut.rate()).isEqualTo(BURST.rate());
        assertThat(cut.frame()).isEqualTo(BURST.frame());
    }
}
