// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.odograph.evaluate.Recordings.Second;
import io.odograph.udfs.telemetry.ImuBurst;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingsTest {

    private static final double G = Channel.G;

    @Test
    void aChannelIsInMetresPerSecondSquaredWithoutItsOffset() {
        Channel channel =
                Recordings.channel(
                        List.of("-0.002\t1.0", "-0.001\t3.0", "0.000\t2.0", "0.001\t-8.0"));

        assertThat(channel.values()).containsExactly(-G, G, 0, -10 * G);
        assertThat(channel.times()).containsExactly(-0.002, -0.001, 0, 0.001);
    }

    @Test
    void aSampleIsTheMeanOverItsIntervalWithinTheRange() {
        double[] times = new double[400];
        double[] values = new double[400];
        for (int i = 0; i < 400; i++) {
            times[i] = (i + 0.5) / 1000;
            values[i] = i < 100 ? 0 : i < 150 ? -20 : i < 200 ? -40 : 500;
        }
        Channel channel = new Channel(times, values);

        assertThat(channel.sampled(-0.1, 10, 7, 100))
                .containsExactly(0f, 0f, -30f, 100f, 100f, 0f, 0f);
    }

    @Test
    void theVelocityIsTheIntegralFromTheImpactOn() {
        Channel channel =
                new Channel(new double[] {-0.1, 0, 0.1, 0.2}, new double[] {50, -10, -10, -10});

        assertThat(channel.velocity()[3] - channel.velocity()[1]).isCloseTo(-7.2, within(1e-9));
        assertThat(channel.velocity()[0]).isZero();
    }

    @Test
    void aPhoneLogIsReadWithHeadsAndWithout() {
        String heads = "\"Time (s)\",\"x\",\"y\",\"z\",\"Absolute\"";
        String first = "0.0E0,-1.0,2.0,9.8,10.1";
        String second = "5.0E-3,0.5,-150.0,9.8,150.4";
        String third = "1.0E-2,0.0,0.0,9.8,9.8";

        PhoneLog log = Recordings.phone(List.of(heads, first, second, third));
        PhoneLog bare = Recordings.phone(List.of(first, second, third));

        assertThat(log.rate()).isCloseTo(200, within(1e-3f));
        assertThat(log.x()).containsExactly(-1f, 0.5f, 0f);
        assertThat(log.peak()).isEqualTo(1);
        assertThat(bare.z()).isEqualTo(log.z());
    }

    @Test
    void aPhoneLogIsCutAroundItsHardestHitWhichComesAtTheTimeAskedFor() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            lines.add(i / 100.0 + ",0,0," + (i == 700 ? 150 : 9.8) + ",0");
        }
        ImuBurst burst = Recordings.phone(lines).around(1_000_000, 1.5, 1);

        assertThat(burst.x()).hasSize(250);
        assertThat(burst.z()[150]).isEqualTo(150);
        assertThat(burst.timeOf(150)).isEqualTo(1_000_000);
    }

    @Test
    void aTripLogHasDecimalCommasAndColumnsByTheirNames() {
        List<Second> seconds =
                Recordings.trips(
                        List.of(
                                "LAT;LONG;TRIP;TIME_ACUM;SPD_KMH;VALID_TIME",
                                "-25,451837;-49,23446;5;0;;Yes",
                                "-25,451838;-49,23447;5;1;23,3354;Yes",
                                "-25,451839;-49,23448;5;2;99;No",
                                "-25,45184;-49,23449;12;3;0,1609;Yes"));

        assertThat(seconds)
                .containsExactly(
                        new Second("5", 1, 23.3354, -25.451838, -49.23447),
                        new Second("12", 3, 0.1609, -25.45184, -49.23449));
    }

    @Test
    void theLastRowOfASecondCountsInALogOfTheBus() {
        List<Second> seconds =
                Recordings.bus(
                        List.of(
                                "ENGINE_RUN_TINE (),ENGINE_RPM (),VEHICLE_SPEED ()",
                                "0.000000, 0.0, 0.0,",
                                "0.000000, 800.0, 1.0,",
                                "1.000000, 900.0, 5.0,",
                                "",
                                "2,900,6,"));

        assertThat(seconds).extracting(Second::time).containsExactly(0.0, 1.0, 2.0);
        assertThat(seconds).extracting(Second::speed).containsExactly(1.0, 5.0, 6.0);
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> Recordings.bus(List.of("SPEED", "1")))
                .hasMessageContaining("ENGINE_RUN_TINE");
    }
}
