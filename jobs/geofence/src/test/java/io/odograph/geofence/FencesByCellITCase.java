// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import static io.odograph.testing.Watermarks.AT_EACH_RECORD;
import static io.odograph.testing.Watermarks.AT_THE_END;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.testing.FailsOnce;
import io.odograph.testing.Interleaving;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Fences;
import io.odograph.udfs.testing.Journey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fences shared out by cells give what fences that every task has do. */
class FencesByCellITCase {

    private static EmbeddedFlink flink;
    private static List<GeofenceRevision> everywhere;

    @BeforeAll
    static void startFlink() throws Exception {
        flink = EmbeddedFlink.start(4, new Configuration());
        everywhere =
                run().fences(TestFleet.FENCES)
                        .watermarks(AT_THE_END)
                        .of(TestFleet.delivered().stream().flatMap(List::stream).toList())
                        .alerts();
        assertThat(everywhere).hasSizeGreaterThan(2 * TestFleet.VEHICLES);
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void anyInterleavingAtAnyParallelismGivesTheSame(int parallelism) throws Exception {
        assertThat(
                        fleet().parallelism(parallelism)
                                .watermarks(AT_THE_END)
                                .of(Interleaving.atRandom(TestFleet.delivered(), parallelism))
                                .alerts())
                .isEqualTo(everywhere);
        assertThat(
                        fleet().parallelism(parallelism)
                                .watermarks(AT_EACH_RECORD)
                                .of(
                                        Interleaving.byReceiveTime(
                                                TestFleet.delivered(), 1_000, parallelism))
                                .alerts())
                .isEqualTo(everywhere);
    }

    @Test
    void aFailureInTheMiddleOfBreachesGivesTheSame() throws Exception {
        List<Telemetry> arrivals = Interleaving.byReceiveTime(TestFleet.delivered(), 1_000, 3);

        GeofenceRun run = fleet().parallelism(3).failing("cells", arrivals.size() / 2).of(arrivals);

        assertThat(FailsOnce.hasFailed("cells")).isTrue();
        assertThat(run.alerts()).isEqualTo(everywhere);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aSavepointInTheMiddleOfBreachesGoesOnAtAnotherParallelismWithItsFences(
            int parallelism, @TempDir Path folder) throws Exception {
        List<Telemetry> arrivals = Interleaving.byReceiveTime(TestFleet.delivered(), 1_000, 5);
        int middle = arrivals.size() / 2;
        List<GeofenceRevision> told = new ArrayList<>();

        Path savepoint = fleet().stopAfter(arrivals.subList(0, middle), folder, told);
        int before = told.size();
        told.addAll(
                fleet().from(savepoint)
                        .parallelism(parallelism)
                        .of(arrivals.subList(middle, arrivals.size()))
                        .alerts());

        assertThat(before).isBetween(10, everywhere.size() - 10);
        assertThat(GeofenceRun.sorted(told)).isEqualTo(everywhere);
    }

    @Test
    void aVehicleAcrossManyCellsFindsTheFencesOfEach() throws Exception {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            fences.add(Fences.circle("at-" + (10 + i), FenceKind.ZONE, i * 2_000, 0, 300));
        }
        fences.add(Fences.box("region", FenceKind.ZONE, -500, -60_000, 60_000, 60_000));
        List<Telemetry> drive =
                Journey.of("car").at(-1_000, 0).every(10).to(79_000, 100, 120).records();

        List<GeofenceRevision> alerts =
                run().byCell().fences(fences.toArray(Fence[]::new)).of(drive).alerts();

        assertThat(alerts)
                .isEqualTo(run().fences(fences.toArray(Fence[]::new)).of(drive).alerts())
                .hasSizeGreaterThan(40);
    }

    private static GeofenceRun.Setup run() {
        return new GeofenceRun.Setup(flink);
    }

    private static GeofenceRun.Setup fleet() {
        return run().byCell().fences(TestFleet.FENCES);
    }
}
