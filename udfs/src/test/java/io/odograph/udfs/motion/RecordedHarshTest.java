// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Ordinary drives of real drivers: from the folder that the system property {@code
 * odograph.recordings} names. Nobody has said what was harsh in them, so that what is told can be
 * held against what is plausible alone.
 */
class RecordedHarshTest {

    private static final int LONGITUDE = 1;
    private static final int LATITUDE = 2;
    private static final int TRIP = 6;
    private static final int SECOND = 12;
    private static final int SPEED = 14;
    private static final int HEADING = 16;
    private static final int SPEED_OF_BUS = 2;

    private static List<String> lines(String folder, String file) throws IOException {
        String recordings = System.getProperty("odograph.recordings", "");
        assumeTrue(!recordings.isEmpty(), "skipped: odograph.recordings names no folder");
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(
                                        Files.newInputStream(Path.of(recordings, folder, file))),
                                ISO_8859_1))) {
            List<String> lines = reader.lines().toList();
            return lines.subList(1, lines.size());
        }
    }

    private static double number(String decimal) {
        return decimal.isBlank() ? Double.NaN : Double.parseDouble(decimal.replace(',', '.'));
    }

    private static Telemetry record(
            long time, double kmh, SpeedSource source, @Nullable Position position) {
        Motion motion =
                new Motion(
                        (float) kmh,
                        source,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Float.NaN,
                        Double.NaN);
        return HarshRun.of(time, "device", position, motion, null, null);
    }

    /** Once a second by satellites, trip after trip. */
    private static List<List<Telemetry>> trips() throws IOException {
        List<List<Telemetry>> trips = new ArrayList<>();
        String trip = "";
        for (String line : lines("nds_br", "driver_A.csv.gz")) {
            String[] cells = line.split(";", -1);
            if (!cells[TRIP].equals(trip)) {
                trip = cells[TRIP];
                trips.add(new ArrayList<>());
            }
            Position position =
                    new Position(
                            number(cells[LATITUDE]),
                            number(cells[LONGITUDE]),
                            Float.NaN,
                            (float) number(cells[HEADING]),
                            Float.NaN,
                            FixType.THREE_D,
                            -1);
            long time = HarshRun.START + Math.round(1000 * number(cells[SECOND]));
            trips.get(trips.size() - 1)
                    .add(record(time, number(cells[SPEED]), SpeedSource.GNSS, position));
        }
        return trips;
    }

    /** Twice a second by the vehicle's bus, in whole km/h. */
    private static List<Telemetry> bus(String file) throws IOException {
        List<Telemetry> records = new ArrayList<>();
        List<String> lines = lines("carobd_etios", file);
        String second = "";
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            if (cells.length > 2) {
                boolean again = cells[0].equals(second);
                second = cells[0];
                long time = HarshRun.START + Math.round(1000 * number(second)) + (again ? 500 : 0);
                records.add(record(time, number(cells[SPEED_OF_BUS]), SpeedSource.WHEEL, null));
            }
        }
        return records;
    }

    private static double kilometres(List<Telemetry> records) {
        double metres = 0;
        for (int i = 1; i < records.size(); i++) {
            long gap = records.get(i).eventTime() - records.get(i - 1).eventTime();
            if (gap > 0 && gap < 3000 && records.get(i).speed() >= 0) {
                metres += records.get(i).speed() / 3.6 * gap / 1000;
            }
        }
        return metres / 1000;
    }

    /** An hour and 22 km in a city. */
    @Test
    void satellitesShowAPlausibleNumberOfHarshManoeuvres() throws IOException {
        List<HarshEvent> events = new ArrayList<>();
        double kilometres = 0;
        for (List<Telemetry> trip : trips()) {
            events.addAll(HarshRun.events(trip));
            kilometres += kilometres(trip);
        }

        assertThat(kilometres).isBetween(20.0, 25.0);
        assertThat(events).hasSizeBetween(2, 8);
        assertThat(events).allMatch(event -> event.grade() == HarshGrade.HARSH);
        assertThat(events).allMatch(event -> event.source() == HarshSource.GNSS_SPEED);
    }

    @Test
    void fixesThatAreHeldInventNothing() throws IOException {
        for (List<Telemetry> trip : trips()) {
            List<HarshEvent> all = HarshRun.events(trip);
            for (int length = 1; length <= 8; length++) {
                for (HarshEvent event : HarshRun.events(held(trip, length))) {
                    assertThat(all)
                            .as("of fixes held for %d s", length)
                            .anyMatch(
                                    one ->
                                            one.kind() == event.kind()
                                                    && one.start() <= event.end()
                                                    && event.start() <= one.end());
                }
            }
        }
    }

    /** The same trip with speed and fix repeated for some seconds, three times a minute. */
    private static List<Telemetry> held(List<Telemetry> trip, int length) {
        List<Telemetry> records = new ArrayList<>();
        Telemetry last = trip.get(0);
        for (int i = 0; i < trip.size(); i++) {
            last = i % 20 < length ? last : trip.get(i);
            records.add(
                    HarshRun.of(
                            trip.get(i).eventTime(),
                            "device",
                            last.position(),
                            last.motion(),
                            null,
                            null));
        }
        return records;
    }

    @Test
    void theBusShowsAPlausibleNumberOfHarshManoeuvres() throws IOException {
        List<HarshEvent> events = new ArrayList<>();
        double kilometres = 0;
        for (String file : List.of("drive10.csv.gz", "live12.csv.gz")) {
            events.addAll(HarshRun.events(bus(file)));
            kilometres += kilometres(bus(file));
        }

        assertThat(kilometres).isBetween(23.0, 26.0);
        assertThat(events).hasSizeBetween(1, 6);
        assertThat(events).allMatch(event -> event.grade() == HarshGrade.HARSH);
        assertThat(HarshRun.events(bus("idle1.csv.gz"))).isEmpty();
    }
}
