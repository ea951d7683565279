// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.road.LimitOverride.Direction;
import io.odograph.udfs.road.LimitOverride.Reason;
import io.odograph.udfs.road.Overrides;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Fences;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speed zones in the pipeline: where, when and for whom their limit is that of the road. */
class SpeedZonesITCase {

    /** Along the road from 1000 m to 3000 m of the drive, at 13.9 m a second. */
    private static final Fence CAMPUS = Fences.speedZone("campus", 1_000, -50, 3_000, 50, 30);

    @TempDir private static Path folder;
    private static Path roads;
    private static EmbeddedFlink flink;

    @BeforeAll
    static void startFlink() throws Exception {
        flink = EmbeddedFlink.start(2, new Configuration());
        roads = TestRoads.write(folder);
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @Test
    void aSpeedZoneIsTheLimitOfTheRoadWithinItAndStandsInTheAlert() throws Exception {
        SpeedingRun run = run().fence(CAMPUS).of(at50());

        SpeedingEpisode last = run.alerts().get(run.alerts().size() - 1);
        assertThat(last.facts().start()).isBetween(at(71), at(79));
        assertThat(last.facts().end()).isBetween(at(213), at(222));
        assertThat(last.facts().limits())
                .singleElement()
                .satisfies(
                        limit -> {
                            assertThat(limit.kmh()).isEqualTo(30);
                            assertThat(limit.provenance().name()).isEqualTo("OVERRIDE");
                            assertThat(limit.overrideId()).isEqualTo("campus");
                        });
    }

    @Test
    void otherFencesAndThoseForOthersLimitNothing() throws Exception {
        FenceScope buses = new FenceScope(null, List.of(), List.of(VehicleClass.BUS), List.of());
        Fence night =
                Fences.scheduled(
                        CAMPUS,
                        new FenceSchedule(
                                List.of(new FenceSchedule.Period(0x7F, 1_200, 1_440)),
                                "Europe/Berlin",
                                List.of()));

        for (Fence fence :
                List.of(
                        Fences.box("yard", FenceKind.KEEP_OUT, 1_000, -50, 3_000, 50),
                        Fences.with(CAMPUS, buses),
                        Fences.version(CAMPUS, 1, at(400), Long.MAX_VALUE),
                        night)) {
            assertThat(run().fence(fence).of(at50()).alerts()).as(fence.id()).isEmpty();
        }
    }

    @Test
    void aSpeedZoneComesBeforeACorrectionAndBesideOthersTheLowerLimitHolds() throws Exception {
        Overrides all = Overrides.of("all").on(1, Direction.BOTH);

        assertThat(limitsOf(run().override(all.because(Reason.CORRECTION).limit(100).build())))
                .containsOnly("campus");
        assertThat(limitsOf(run().override(all.because(Reason.TEMPORARY_WORKS).limit(60).build())))
                .containsOnly("campus");
        assertThat(limitsOf(run().override(all.because(Reason.TEMPORARY_WORKS).limit(20).build())))
                .containsOnly("all");
    }

    private static List<String> limitsOf(SpeedingRun.Setup setup) throws Exception {
        return setup.fence(CAMPUS).of(at50()).alerts().stream()
                .map(episode -> episode.facts().limit().overrideId())
                .toList();
    }

    private static SpeedingRun.Setup run() {
        return new SpeedingRun.Setup(flink, roads);
    }

    private static List<Telemetry> at50() {
        return Drive.of("car").driving(50, 300).driving(20, 30).records();
    }

    private static long at(int second) {
        return Drive.START + second * 1_000L;
    }
}
