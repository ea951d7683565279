// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.ImuBurst;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real recordings: crash test 7292 of the NHTSA database, and dropped and thrown phones. Skipped
 * where {@code odograph.recordings} names no folder with them.
 */
class RecordedPulsesTest {

    private static final double G = 9.80665;
    private static final int CRASH_RATE = 12_500;
    private static final int RATE = 100;

    private Path folder = Path.of("");

    @BeforeEach
    void recordings() {
        String given = System.getProperty("odograph.recordings", "");
        folder = Path.of(given);
        Assumptions.assumeTrue(
                !given.isBlank() && Files.isDirectory(folder),
                "odograph.recordings names no folder with recordings");
    }

    /**
     * The largest change within 150 ms along the vehicle, integrated from 12.5 kHz. The whole pulse
     * is longer and has 61.4, 46.6, 52.9 and 46.1 km/h.
     */
    @ParameterizedTest
    @CsvSource({"145, -58.8", "147, -44.9", "271, -51.3", "273, -44.7"})
    void aCrashTestHasItsDeltaVWhereNothingClips(int channel, double deltaV) throws IOException {
        ImpactPulse pulse = ImpactPulse.measure(crash(channel, Double.NaN));

        assertThat(pulse.forward()).isCloseTo(deltaV, within(Math.abs(deltaV) * 0.02));
        assertThat(pulse.saturated()).isFalse();
        assertThat(pulse.aboveFourG()).isBetween(0.05, 0.15);
        assertThat(verdict(pulse, DeviceKind.BLACK_BOX, 113)).isEqualTo(PulseVerdict.IMPACT);
        assertThat(verdict(pulse, DeviceKind.PHONE, 113)).isEqualTo(PulseVerdict.IMPACT);
    }

    @ParameterizedTest
    @CsvSource({"145, -58.8", "147, -44.9", "271, -51.3", "273, -44.7"})
    void onASensorOfEightGItIsSaturatedAndStillAnImpact(int channel, double deltaV)
            throws IOException {
        ImpactPulse pulse = ImpactPulse.measure(crash(channel, 8 * G));

        assertThat(pulse.saturated()).isTrue();
        assertThat(pulse.deltaV()).isLessThan(Math.abs(deltaV));
        assertThat(Incidents.withPulse(pulse).reliableDeltaV()).isNaN();
        assertThat(verdict(pulse, DeviceKind.BLACK_BOX, 113)).isEqualTo(PulseVerdict.IMPACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fall_1",
                "fall_2",
                "fall_3",
                "fall_4",
                "fall_5",
                "up_and_down_2",
                "up_and_down_3",
                "up_and_down_4"
            })
    void aPhoneThatFallsIsDoubtfulInAMovingVehicle(String name) throws IOException {
        ImpactPulse pulse = ImpactPulse.measure(phone(name));

        assertThat(pulse.freeFall()).isGreaterThanOrEqualTo(0.25);
        assertThat(pulse.deltaV()).isGreaterThan(8);
        assertThat(pulse.saturated()).isTrue();
        assertThat(verdict(pulse, DeviceKind.PHONE, 60)).isEqualTo(PulseVerdict.DOUBTFUL);
    }

    @ParameterizedTest
    @ValueSource(strings = "static")
    void aPhoneThatLiesIsNone(String name) throws IOException {
        ImpactPulse pulse = ImpactPulse.measure(phone(name));

        assertThat(pulse.deltaV()).isLessThan(1);
        assertThat(pulse.freeFall()).isZero();
    }

    private static PulseVerdict verdict(ImpactPulse pulse, DeviceKind device, double before) {
        return PulseVerdict.of(pulse, device, false, before, CrashThresholds.DEFAULTS);
    }

    /** X and Y of a place in the structure, averaged to 100 Hz, without their offset. */
    private ImuBurst crash(int channelX, double range) throws IOException {
        float[] x = averaged(channel(channelX), range);
        float[] y = averaged(channel(channelX + 1), range);
        return new ImuBurst(
                0, RATE, (float) range, AxesFrame.VEHICLE, false, x, y, new float[x.length]);
    }

    private List<double[]> channel(int number) throws IOException {
        return rows("nhtsa_7292/v07292." + number + ".gz", "\\s+", 0);
    }

    private static float[] averaged(List<double[]> rows, double range) {
        double offset =
                rows.stream().filter(r -> r[0] < 0).mapToDouble(r -> r[1]).average().orElse(0);
        int per = CRASH_RATE / RATE;
        float[] samples = new float[rows.size() / per];
        for (int i = 0; i < samples.length; i++) {
            double sum = 0;
            for (int j = 0; j < per; j++) {
                sum += (rows.get(i * per + j)[1] - offset) * G;
            }
            double mean = sum / per;
            samples[i] =
                    (float) (Double.isNaN(range) ? mean : Math.max(-range, Math.min(range, mean)));
        }
        return samples;
    }

    private ImuBurst phone(String name) throws IOException {
        List<double[]> rows = rows("phone_freefall/" + name + ".csv.gz", "[,\t]", 1);
        double seconds = rows.get(rows.size() - 1)[0] - rows.get(0)[0];
        float[][] axes = new float[3][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                axes[axis][i] = (float) rows.get(i)[axis + 1];
            }
        }
        return new ImuBurst(
                0,
                (float) ((rows.size() - 1) / seconds),
                (float) (16 * G),
                AxesFrame.DEVICE,
                true,
                axes[0],
                axes[1],
                axes[2]);
    }

    private List<double[]> rows(String file, String separator, int header) throws IOException {
        List<double[]> rows = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(folder.resolve(file))),
                                StandardCharsets.US_ASCII))) {
            lines.lines()
                    .skip(header)
                    .filter(line -> !line.isBlank())
                    .forEach(line -> rows.add(numbers(line.strip().split(separator, -1))));
        }
        return rows;
    }

    private static double[] numbers(String[] fields) {
        double[] numbers = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            numbers[i] = Double.parseDouble(fields[i]);
        }
        return numbers;
    }
}
