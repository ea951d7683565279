// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceKind;
import io.odograph.udfs.fence.FenceLimit;
import io.odograph.udfs.fence.FenceScope;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.fence.FenceThresholds;
import io.odograph.udfs.geo.Area;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.road.LimitOverride;
import io.odograph.udfs.road.Overrides;
import io.odograph.udfs.road.RoadSpot;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Overrides of speed limits on their way to the detector. */
class VehicleLimitsTest {

    private final List<Telemetry> drive = Drive.of("car").driving(50, 20).records();
    private int sent;
    private VehicleHarness<Nothing> harness;

    @BeforeEach
    void open() throws Exception {
        harness = VehicleHarness.open(new TellLimit(), Nothing.class);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theOverrideInForceAtTheEventTimeIsTold() throws Exception {
        assertThat(told()).isEqualTo("none");
        put(override("o").between(drive.get(2).eventTime(), Long.MAX_VALUE).build());
        assertThat(told()).isEqualTo("none");
        assertThat(told()).isEqualTo("o@1");
        put(override("o").version(3).build());
        put(override("o").version(2).between(0, 1).build());
        assertThat(told()).isEqualTo("o@3");
        harness.limit("o", null);
        assertThat(told()).isEqualTo("none");
    }

    @Test
    void aSpeedZoneIsToldWhereItHoldsAndThereIsNoLowerLimit() throws Exception {
        harness.fence("yard", fence("yard", FenceKind.KEEP_OUT));
        assertThat(told()).isEqualTo("none");
        harness.fence("campus", fence("campus", FenceKind.SPEED_ZONE));
        assertThat(told()).isEqualTo("campus@1");
        put(override("faster").limit(70).build());
        assertThat(told()).isEqualTo("campus@1");
        put(override("slower").limit(20).build());
        assertThat(told()).isEqualTo("slower@1");
        harness.fence("campus", null);
        harness.limit("slower", null);
        assertThat(told()).isEqualTo("faster@1");
    }

    @Test
    void aSpeedZoneIsForTheVehiclesOfItsFleet() throws Exception {
        Fence campus = fence("campus", FenceKind.SPEED_ZONE);
        FenceScope north =
                new FenceScope(
                        "acme",
                        List.of("north"),
                        List.of(VehicleClass.BUS),
                        List.of(drive.get(0).vehicleId()));
        harness.fence("campus", new Fence(campus.terms(), north, campus.shape(), campus.limit()));
        assertThat(told()).isEqualTo("none");
        harness.profile("car", busOf("south"));
        assertThat(told()).isEqualTo("none");
        harness.profile("car", null);
        harness.profile("car", busOf("north"));
        assertThat(told()).isEqualTo("campus@1");
    }

    private static VehicleProfile busOf(String fleet) {
        return new VehicleProfile(
                "car", 1, "acme", fleet, VehicleClass.BUS, null, Propulsion.UNKNOWN);
    }

    /** Around where {@link TellLimit} looks. */
    private static Fence fence(String id, FenceKind kind) {
        FenceTerms terms =
                new FenceTerms(id, 1, null, kind, 0, null, 0, Long.MAX_VALUE, FenceThresholds.NONE);
        Area.Ring centre = new Area.Ring(new int[] {500_000_000}, new int[] {80_000_000});
        FenceShape shape = new FenceShape(FenceShape.Kind.CIRCLE, List.of(centre), 100);
        return new Fence(
                terms,
                FenceScope.ALL,
                shape,
                kind == FenceKind.SPEED_ZONE ? new FenceLimit(30, false) : null);
    }

    @Test
    void classAndTenantComeFromTheProfileWhereTheRecordDoesNotSay() throws Exception {
        put(override("buses").forClass(VehicleClass.BUS).build());
        assertThat(told()).isEqualTo("none");

        harness.profile(
                "car",
                new VehicleProfile(
                        "car", 1, "beta", null, VehicleClass.BUS, null, Propulsion.UNKNOWN));
        assertThat(told()).isEqualTo("buses@1");
        put(override("beta").forTenant("beta").build());
        assertThat(told()).as("the record is acme's").isEqualTo("buses@1");
        put(override("acme").forTenant("acme").build());
        assertThat(told()).isEqualTo("acme@1");
    }

    @Test
    void overridesOfTheStartMeetTheFirstRecord() throws Exception {
        harness.close();
        harness = opened("one", override("o").build(), null, 1, 0);

        assertThat(told()).isEqualTo("o@1");
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackByARestartOfTheSameJob() throws Exception {
        harness.close();
        harness = opened("one", override("o").build(), null, 1, 0);
        harness.limit("o", null);
        OperatorSubtaskState state = harness.snapshot();
        harness.close();

        harness = opened("one", override("o").build(), state, 1, 0);
        assertThat(told()).isEqualTo("none");
    }

    @Test
    void whatWasWithdrawnWhileNoJobRanIsGone() throws Exception {
        put(override("old").build());
        OperatorSubtaskState state = harness.snapshot();
        harness.close();

        harness = opened("two", override("new").limit(90).build(), state, 1, 0);
        assertThat(told()).isEqualTo("new@1");
    }

    @Test
    void overridesAreThereAtAnotherParallelism() throws Exception {
        put(override("o").between(0, Long.MAX_VALUE).during("UTC").build());
        put(override("p").limit(40).forClass(VehicleClass.UNKNOWN).build());
        OperatorSubtaskState state = harness.snapshot();

        for (int subtask = 0; subtask < 2; subtask++) {
            try (VehicleHarness<Nothing> half =
                    VehicleHarness.open(
                            new TellLimit(),
                            Nothing.class,
                            ReferenceSnapshot.none(),
                            state,
                            2,
                            subtask)) {
                for (int i = 0; i < 10; i++) {
                    if (half.owns("car-" + i)) {
                        half.send(Drive.of("car-" + i).driving(50, 1).records().get(0));
                        assertThat(half.edges()).endsWith("p@1");
                    }
                }
            }
        }
    }

    private static Overrides override(String id) {
        return Overrides.of(id).on(17, LimitOverride.Direction.BOTH);
    }

    private void put(LimitOverride override) throws Exception {
        harness.limit(override.id(), override);
    }

    /** What the detector is told at the vehicle's next record. */
    private String told() throws Exception {
        harness.send(drive.get(sent++));
        List<String> edges = harness.edges();
        return edges.get(edges.size() - 1);
    }

    private static VehicleHarness<Nothing> opened(
            String id,
            LimitOverride override,
            @Nullable OperatorSubtaskState from,
            int parallelism,
            int subtask)
            throws Exception {
        return VehicleHarness.openWithLimits(
                new TellLimit(),
                Nothing.class,
                new ReferenceSnapshot<>(id, List.of(override), Map.of()),
                from,
                parallelism,
                subtask);
    }

    /** State of {@link TellLimit}. */
    public static final class Nothing {
        public int unused;
    }

    private static final class TellLimit implements Detector<Nothing, String> {

        @Override
        public Nothing newState() {
            return new Nothing();
        }

        @Override
        public void accept(
                Nothing state,
                Telemetry record,
                long releasedAt,
                VehicleContext context,
                Consumer<String> edges) {
            RoadSpot spot = new RoadSpot(500_000_000, 80_000_000, 17, true, null);
            LimitOverride told = context.limitOverride(spot, record, record.eventTime());
            edges.accept(told == null ? "none" : told.id() + "@" + told.version());
        }
    }
}
