// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.common.reference.ReferenceSnapshot;
import io.odograph.udfs.Detector;
import io.odograph.udfs.VehicleContext;
import io.odograph.udfs.reference.Propulsion;
import io.odograph.udfs.reference.Rule;
import io.odograph.udfs.reference.VehicleClass;
import io.odograph.udfs.reference.VehicleProfile;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules and profiles on their way to the detector. */
class VehicleReferencesTest {

    private static final long ALWAYS = Long.MAX_VALUE;

    private final List<Telemetry> drive = Drive.of("car").driving(50, 20).records();
    private int sent;
    private VehicleHarness<Nothing> harness;

    @BeforeEach
    void open() throws Exception {
        harness = VehicleHarness.open(new TellWhatIsKnown(), Nothing.class);
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theHighestProfileWinsWhateverTheOrder() throws Exception {
        assertThat(known()).isEqualTo("none, none");
        harness.profile("car", profile("car", 2, "vans", VehicleClass.LIGHT_TRUCK));
        harness.profile("car", profile("car", 1, "old", VehicleClass.BUS));
        harness.profile("bus", profile("bus", 9, "others", VehicleClass.BUS));

        assertThat(known()).isEqualTo("vans@2, none");
    }

    @Test
    void aWithdrawnProfileIsGone() throws Exception {
        harness.profile("car", profile("car", 2, "vans", VehicleClass.LIGHT_TRUCK));
        harness.profile("car", null);
        assertThat(known()).isEqualTo("none, none");

        harness.profile("car", profile("car", 1, "back", VehicleClass.BUS));
        assertThat(known()).isEqualTo("back@1, none");
    }

    @Test
    void aProfileOutlivesTheStateOfItsVehicle() throws Exception {
        harness.profile("car", profile("car", 2, "vans", VehicleClass.LIGHT_TRUCK));
        known();
        harness.watermark(Drive.START + 3 * VehicleHarness.DAY);

        assertThat(harness.states()).isEqualTo(1);
        assertThat(known()).isEqualTo("vans@2, none");
    }

    @Test
    void theRuleInForceAtTheEventTimeIsTold() throws Exception {
        harness.rule("r", rule("r", 2, null, null, drive.get(2).eventTime()));
        assertThat(known()).isEqualTo("none, none");
        harness.rule("r", rule("r", 1, null, null, 0));
        assertThat(known()).isEqualTo("none, r@1");
        assertThat(known()).isEqualTo("none, r@2");
    }

    @Test
    void aWithdrawnRuleIsGone() throws Exception {
        harness.rule("r", rule("r", 2, null, null, 0));
        harness.rule("r", null);

        assertThat(known()).isEqualTo("none, none");
    }

    @Test
    void fleetAndClassComeFromTheProfile() throws Exception {
        harness.rule("all", rule("all", 1, null, null, 0));
        harness.rule("fleet", rule("fleet", 1, "vans", null, 0));
        harness.rule("class", rule("class", 1, null, VehicleClass.LIGHT_TRUCK, 0));
        assertThat(known()).isEqualTo("none, all@1");

        harness.profile("car", profile("car", 1, "vans", VehicleClass.UNKNOWN));
        assertThat(known()).isEqualTo("vans@1, fleet@1");
        harness.profile("car", profile("car", 2, "vans", VehicleClass.LIGHT_TRUCK));
        assertThat(known()).isEqualTo("vans@2, class@1");
    }

    @Test
    void aRuleForAnotherDetectorIsNotTold() throws Exception {
        harness.close();
        harness = VehicleHarness.open(new TellWhatIsKnown("other"), Nothing.class);
        harness.rule("all", rule("all", 1, null, null, 0));

        assertThat(known()).isEqualTo("none, none");
    }

    @Test
    void timeIsThatOfTelemetryAlone() throws Exception {
        harness.endReferences();
        harness.watermark(drive.get(0).receivedAt());
        assertThat(known()).isEqualTo("none, none");

        assertThat(harness.times()).containsExactly(new Watermark(drive.get(0).receivedAt()));
        assertThat(harness.timestamps()).containsExactly(drive.get(0).receivedAt() + 1);
    }

    @Test
    void theRulesOfTheStartMeetTheFirstRecord() throws Exception {
        harness.close();
        harness = opened(snapshot("one", rule("r", 1, null, null, 0)), null, 1, 0);

        assertThat(known()).isEqualTo("none, r@1");
    }

    @Test
    void whatWasWithdrawnDoesNotComeBackByARestartOfTheSameJob() throws Exception {
        harness.close();
        ReferenceSnapshot<Rule> start = snapshot("one", rule("r", 1, null, null, 0));
        harness = opened(start, null, 1, 0);
        harness.rule("r", null);
        OperatorSubtaskState state = harness.snapshot();
        harness.close();

        harness = opened(start, state, 1, 0);
        assertThat(known()).isEqualTo("none, none");
        harness.close();
        harness = opened(snapshot("two", rule("r", 3, null, null, 0)), state, 1, 0);
        sent = 0;
        assertThat(known()).as("a new submission").isEqualTo("none, r@3");
    }

    @Test
    void whatWasWithdrawnWhileNoJobRanIsGone() throws Exception {
        harness.rule("r", rule("r", 2, null, null, 0));
        harness.rule("s", rule("s", 1, null, null, 0));
        OperatorSubtaskState state = harness.snapshot();
        harness.close();

        harness = opened(ReferenceSnapshot.none(), state, 1, 0);
        assertThat(known()).as("nothing was read").isEqualTo("none, r@2");
        harness.close();
        harness = opened(snapshot("new", rule("s", 1, null, null, 0)), state, 1, 0);
        sent = 0;
        assertThat(known()).isEqualTo("none, s@1");
    }

    @Test
    void rulesAndProfilesAreThereAtAnotherParallelism() throws Exception {
        harness.rule("all", rule("all", 1, null, null, 0));
        harness.rule("all", rule("all", 2, null, null, drive.get(1).eventTime()));
        for (int i = 0; i < 20; i++) {
            String id = "car-" + i;
            harness.profile(id, profile(id, 1, "fleet-" + i, VehicleClass.BUS));
        }
        OperatorSubtaskState state = harness.snapshot();

        int found = 0;
        for (int subtask = 0; subtask < 2; subtask++) {
            try (VehicleHarness<Nothing> half =
                    opened(ReferenceSnapshot.none(), state, 2, subtask)) {
                for (int i = 0; i < 20; i++) {
                    List<Telemetry> of = Drive.of("car-" + i).driving(50, 2).records();
                    if (half.owns("car-" + i)) {
                        half.send(of.get(0), of.get(1));
                        assertThat(half.edges())
                                .endsWith("fleet-" + i + "@1, all@1", "fleet-" + i + "@1, all@2");
                        found++;
                    }
                }
            }
        }
        assertThat(found).isEqualTo(20);
    }

    /** What the detector knows at the vehicle's next record. */
    private String known() throws Exception {
        harness.send(drive.get(sent++));
        List<String> edges = harness.edges();
        return edges.get(edges.size() - 1);
    }

    private static VehicleHarness<Nothing> opened(
            ReferenceSnapshot<Rule> initialRules,
            @Nullable OperatorSubtaskState from,
            int parallelism,
            int subtask)
            throws Exception {
        return VehicleHarness.open(
                new TellWhatIsKnown(), Nothing.class, initialRules, from, parallelism, subtask);
    }

    private static ReferenceSnapshot<Rule> snapshot(String id, Rule rule) {
        return new ReferenceSnapshot<>(id, List.of(rule), Map.of());
    }

    private static VehicleProfile profile(
            String vehicleId, long version, String fleetId, VehicleClass vehicleClass) {
        return new VehicleProfile(
                vehicleId, version, null, fleetId, vehicleClass, null, Propulsion.UNKNOWN);
    }

    private static Rule rule(
            String ruleId,
            long version,
            @Nullable String fleetId,
            @Nullable VehicleClass vehicleClass,
            long from) {
        return new Rule(
                ruleId,
                version,
                "test",
                null,
                fleetId,
                vehicleClass,
                null,
                null,
                from,
                ALWAYS,
                Map.of("x", 1.0));
    }

    /** State of {@link TellWhatIsKnown}. */
    public static final class Nothing {
        public int unused;
    }

    private record TellWhatIsKnown(String detector) implements Detector<Nothing, String> {

        TellWhatIsKnown() {
            this("test");
        }

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
            Rule rule = context.rule(detector, record, record.eventTime());
            VehicleProfile profile = context.profile();
            edges.accept(
                    (profile == null ? "none" : profile.fleetId() + "@" + profile.version())
                            + ", "
                            + (rule == null ? "none" : rule.label()));
        }
    }
}
