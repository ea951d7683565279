// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odograph.udfs.speeding.PlainEpisodes.Episode;
import io.odograph.udfs.speeding.PlainEpisodes.Report;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Drives of one driver of a naturalistic driving study, at 1 Hz with the posted limit as recorded:
 * from the folder that the system property {@code odograph.recordings} names.
 */
class RecordedSpeedingTest {

    private static final String UNKNOWN = "NPI";
    private static final int TRIP = 6;
    private static final int SECOND = 12;
    private static final int SPEED = 14;
    private static final int LIMIT = 33;

    /** Between two trips lies more than any gap, ms. */
    private static final long APART = 10_000_000;

    private static List<Report> recording() throws IOException {
        String folder = System.getProperty("odograph.recordings", "");
        assumeTrue(!folder.isEmpty(), "skipped: odograph.recordings names no folder");
        List<Report> reports = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(
                                                Path.of(folder, "nds_br", "driver_A.csv.gz"))),
                                ISO_8859_1))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(";", -1);
                long trip = Long.parseLong(fields[TRIP]);
                long second = (long) number(fields[SECOND]);
                reports.add(
                        new Report(
                                trip * APART + second * 1_000,
                                number(fields[SPEED]),
                                fields[LIMIT].equals(UNKNOWN)
                                        ? Double.NaN
                                        : number(fields[LIMIT])));
            }
        }
        reports.sort(Comparator.comparingLong(Report::time));
        return reports;
    }

    private static double number(String decimal) {
        return decimal.isEmpty() ? Double.NaN : Double.parseDouble(decimal.replace(',', '.'));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10})
    void episodesAreThoseOfAPlainComputation(int tolerance) throws IOException {
        SpeedingThresholds thresholds =
                SpeedingThresholds.DEFAULTS.with(
                        Map.of(SpeedingThresholds.TOLERANCE_ABSOLUTE, (double) tolerance));
        List<Report> reports = recording();
        EpisodeRun run = new EpisodeRun(thresholds).reports(reports).silence();
        List<Episode> expected = PlainEpisodes.of(thresholds, reports);

        assertThat(expected).hasSizeGreaterThan(5);
        EpisodeProperties.assertSame(run, expected);
    }

    /** The recorded limit flickers; held against it as it is, a driver would be accused wrongly. */
    @Test
    void limitsThatHaveNotHeldMakeShorterAndNoOtherEpisodes() throws IOException {
        List<Report> reports = recording();
        LimitTrack track = new LimitTrack();
        List<Report> held = new ArrayList<>();
        for (Report r : reports) {
            boolean known = !Double.isNaN(r.kmh());
            EffectiveLimit limit = EpisodeRun.limit((float) r.kmh(), 1);
            EffectiveLimit counts =
                    known ? track.see(limit, r.time(), SpeedingThresholds.DEFAULTS) : null;
            held.add(new Report(r.time(), r.speed(), counts == null ? Double.NaN : counts.kmh()));
        }
        List<Episode> raw = PlainEpisodes.of(SpeedingThresholds.DEFAULTS, reports);
        EpisodeRun run = new EpisodeRun().reports(held).silence();

        EpisodeProperties.assertSame(run, PlainEpisodes.of(SpeedingThresholds.DEFAULTS, held));
        assertThat(run.ended().stream().mapToLong(SpeedingFacts::duration).sum())
                .isLessThan(raw.stream().mapToLong(r -> r.end() - r.start()).sum());
        for (SpeedingFacts episode : run.ended()) {
            assertThat(raw).anyMatch(r -> r.start() <= episode.end() && episode.start() <= r.end());
        }
    }
}
