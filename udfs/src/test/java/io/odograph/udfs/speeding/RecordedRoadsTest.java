// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.road.MatcherSettings;
import io.odograph.udfs.road.RecordedCity;
import io.odograph.udfs.road.RoadNetwork;
import io.odograph.udfs.speeding.SpeedingEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fixes;
import io.odograph.udfs.testing.StateCopy;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A recorded driver on the roads of the city, as OpenStreetMap has them: from the folder that the
 * system property {@code odograph.recordings} names.
 */
class RecordedRoadsTest {

    private static List<SpeedingEdge> run(
            RoadNetwork network, List<Telemetry> records, int restartEvery) {
        SpeedingDetector detector =
                new SpeedingDetector(
                        SpeedingSettings.DEFAULTS, MatcherSettings.DEFAULTS, () -> network);
        SpeedingState state = detector.newState();
        List<SpeedingEdge> edges = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            if (i % restartEvery == restartEvery - 1) {
                state = StateCopy.of(state);
            }
            Telemetry r = records.get(i);
            detector.accept(state, r, r.receivedAt(), VehicleContext.NONE, edges::add);
        }
        long deadline = detector.deadline(state);
        if (deadline != Detector.NO_DEADLINE) {
            detector.expire(state, deadline, edges::add);
        }
        return edges;
    }

    @Test
    void theOneEpisodeOfARecordedDriverStandsOnASignAndSurvivesRestarts() throws IOException {
        RoadNetwork network = RecordedCity.network();
        List<Telemetry> records = new ArrayList<>();
        try (BufferedReader lines = RecordedCity.open("driver_A.csv.gz")) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                records.add(Fixes.ofRecording(line.split(";", -1)));
            }
        }
        records.sort(Comparator.comparingLong(Telemetry::eventTime));
        List<SpeedingEdge> edges = run(network, records, Integer.MAX_VALUE);

        // The limits that were recorded with the drive flicker, and would make six.
        assertThat(edges).extracting(SpeedingEdge::kind).containsExactly(Kind.START, Kind.END);
        SpeedingFacts facts = edges.get(1).facts();
        assertThat(facts.limit().value()).isEqualTo(40);
        assertThat(facts.limit().provenance()).isEqualTo(LimitProvenance.POSTED);
        assertThat(facts.limits()).hasSize(1);
        assertThat(facts.duration()).isBetween(14_000L, 20_000L);
        assertThat(facts.band()).isEqualTo(SpeedBand.MAJOR);
        assertThat(facts.matchConfidence()).isGreaterThan(0.95);
        assertThat(facts.country()).isEqualTo("BR");
        assertThat(run(network, records, 7)).isEqualTo(edges);
    }
}
