// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.CrashEdge.Kind.AT_REST;
import static io.odograph.udfs.crash.CrashEdge.Kind.CANCELLED;
import static io.odograph.udfs.crash.CrashEdge.Kind.DROVE_ON;
import static io.odograph.udfs.crash.CrashEdge.Kind.IMPACT;
import static io.odograph.udfs.crash.CrashEdge.Kind.MORE_EVIDENCE;
import static io.odograph.udfs.crash.CrashEdge.Kind.OVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.telemetry.DriverResponse;
import io.odograph.udfs.telemetry.LowVoltageSystemState;
import io.odograph.udfs.telemetry.Rollover;
import io.odograph.udfs.telemetry.SeatBelt;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Flags;
import io.odograph.udfs.testing.Pulse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to one incident: flags, further impacts, the driver's word, doubt, the clock. */
class IncidentTest {

    private static Drive car() {
        return Drive.of("car").driving(60, 20);
    }

    private static Pulse knock() {
        return Pulse.of(0, 0, 14).lasting(20).inDeviceAxes();
    }

    private static long at(int second) {
        return Drive.START + second * 1_000L;
    }

    private static List<Kind> kinds(Drive drive) {
        return Watch.of(drive).kinds();
    }

    @Test
    void anAirbagConfirmsWhateverTheSpeedAndOnlyOnce() {
        Drive drive = Drive.of("car").driving(10, 5).airbag().airbag().resting(70).airbag();
        Watch watch = Watch.of(drive);

        // The loss of speed settles later.
        assertThat(watch.kinds()).containsExactly(IMPACT, MORE_EVIDENCE, AT_REST, OVER);
        assertThat(watch.the(IMPACT).facts().airbagDeployed()).isTrue();
        assertThat(watch.the(IMPACT).facts().deltaV()).isNaN();
        assertThat(watch.revisions()).startsWith("CONFIRMED/AIRBAG", "CONFIRMED/MORE_EVIDENCE");
    }

    @Test
    void anAirbagThatIsReadOnlyAfterTheImpactIsKnownAndGraded() {
        Watch watch = Watch.of(car().impact(60, 20).braking(60, 0, 0.8).airbag().resting(5));

        assertThat(watch.the(IMPACT).facts().airbagDeployed()).isNull();
        CrashFacts facts = watch.the(MORE_EVIDENCE).facts();
        assertThat(facts.airbagDeployed()).isTrue();
        assertThat(facts.rolledOver()).isNull();
        assertThat(CrashSeverity.of(facts)).isEqualTo(CrashSeverity.HIGH);
    }

    @Test
    void aWreckThatIsSwitchedOnAgainIsNoNewCrash() {
        assertThat(Watch.of(Drive.of("wreck").airbag().resting(20)).edges).isEmpty();

        Drive boots = car().braking(60, 0, 1).airbag().resting(90).after(600_000);
        boots.says(0, Flags.NONE.airbag(false)).airbag().resting(90);
        assertThat(Watch.of(boots).incidents()).hasSize(1);
    }

    @Test
    void anAirbagOfBeforeIsNoEvidenceOfALaterImpact() {
        Drive drive = car().braking(60, 0, 1).airbag().resting(80).after(600_000);
        drive.driving(60, 20);
        Watch watch = Watch.of(drive.impact(60, 12).braking(60, 0, 0.8).resting(80));

        assertThat(watch.incidents()).hasSize(2);
        assertThat(watch.all(OVER).get(0).facts().airbagDeployed()).isTrue();
        assertThat(watch.all(OVER).get(1).facts().airbagDeployed()).isFalse();
    }

    @Test
    void everyFlagIsEvidence() {
        assertThat(Watch.of(car().says(0, Flags.NONE.rollover(Rollover.DETECTED))).revisions())
                .containsExactly("CONFIRMED/ROLLOVER");
        assertThat(Watch.of(car().says(0, Flags.NONE.rollover(Rollover.RISK))).edges).isEmpty();
        assertThat(Watch.of(car().says(0, Flags.NONE.fuelCutOff(true))).revisions())
                .containsExactly("SUSPECTED/REPORTED");
        assertThat(Watch.of(car().reports(0, true)).revisions())
                .containsExactly("SUSPECTED/REPORTED");
        assertThat(Watch.of(car().reports(0, false)).edges).isEmpty();
        assertThat(Watch.of(car().responds(0, DriverResponse.NEEDS_HELP)).revisions())
                .containsExactly("CONFIRMED/NEEDS_HELP");
        assertThat(Watch.of(car().responds(0, DriverResponse.NO_CRASH)).edges).isEmpty();
    }

    @Test
    void aCallForHelpAloneIsNotAutomatic() {
        assertThat(automatic(car().responds(60, DriverResponse.NEEDS_HELP))).isFalse();
        assertThat(automatic(car().reports(0, true))).isTrue();
    }

    private static boolean automatic(Drive drive) {
        return Watch.of(drive).the(IMPACT).facts().automatic();
    }

    @Test
    void ignitionThatGoesOffJustAfterIsEvidence() {
        Flags on = Flags.NONE.ignition(LowVoltageSystemState.ON);
        Flags off = Flags.NONE.ignition(LowVoltageSystemState.OFF);
        Drive crash = car().says(60, on).impact(60, 20).braking(60, 0, 0.8);

        assertThat(Watch.of(crash.says(0, off)).the(MORE_EVIDENCE).facts().evidence())
                .extracting(Evidence::kind)
                .contains(EvidenceKind.IGNITION_LOST);
        Drive parks = car().says(60, on).braking(60, 0, 0.3).says(0, off).resting(20);
        assertThat(Watch.of(parks).edges).isEmpty();
    }

    @Test
    void theSamePulseRecordedTwiceIsOne() {
        Drive drive = car().impact(60, 30).device("phone");
        drive.recording(40, Pulse.frontal(25).burst(at(20) + 100)).braking(40, 0, 0.9);
        Watch watch = Watch.of(drive.recording(0, Pulse.frontal(30).burst(at(20))).resting(20));

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST);
        assertThat(watch.the(AT_REST).facts().secondaryImpacts()).isZero();
    }

    @Test
    void pulsesThatAreRepeatedAfterAnotherAreNotNew() {
        Drive drive = car().impact(60, 30).recording(50, Pulse.of(-5, 20, 0).burst(at(21)));
        drive.recording(30, Pulse.frontal(30).burst(at(20) + 40));
        Watch watch = Watch.of(drive.braking(30, 0, 0.9).resting(20));

        assertThat(watch.the(AT_REST).facts().secondaryImpacts()).isEqualTo(1);
        assertThat(watch.the(AT_REST).facts().deltaV()).isBetween(29.0, 31.0);
        assertThat(watch.kinds()).containsExactly(IMPACT, MORE_EVIDENCE, AT_REST);
    }

    @Test
    void furtherImpactsBelongToTheIncidentForAMinute() {
        Drive within = car().impact(60, 30).braking(60, 0, 0.9).resting(30).impact(0, 40);
        assertThat(kinds(within.resting(20))).containsExactly(IMPACT, AT_REST, MORE_EVIDENCE);

        Drive after = car().impact(60, 30).braking(60, 0, 0.9).resting(80).impact(0, 40);
        assertThat(kinds(after.resting(20)))
                .containsExactly(IMPACT, AT_REST, OVER, IMPACT, AT_REST);
    }

    @Test
    void anImpactAfterASilenceIsANewIncidentUnderItsOwnRule() {
        Drive drive = car().impact(60, 30).driving(4, 1).after(90_000).impact(0, 40).resting(20);
        Watch watch = Watch.of(drive);

        assertThat(watch.incidents()).hasSize(2);
        assertThat(watch.all(IMPACT).get(1).incident()).isEqualTo(at(22) + 90_000 + 1_000);
    }

    @Test
    void theSameImpactToldAfterItsEndOpensNothing() {
        Drive drive = car().impact(60, 12).driving(60, 15);
        Watch watch = Watch.of(drive.recording(60, Pulse.frontal(12).burst(at(20) + 60)));
        assertThat(watch.kinds()).containsExactly(IMPACT, DROVE_ON, OVER);

        Drive cancelled = car().impact(60, 30).resting(1);
        cancelled.responds(0, DriverResponse.NO_CRASH).resting(60);
        assertThat(kinds(cancelled)).containsExactly(IMPACT, CANCELLED, OVER);
    }

    @Test
    void theDriverCancels() {
        Drive drive = car().impact(60, 30).braking(60, 0, 0.9).resting(15);
        Watch watch = Watch.of(drive.responds(0, DriverResponse.NO_CRASH).resting(80));

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST, CANCELLED, OVER);
        assertThat(watch.revisions()).endsWith("DISMISSED/DRIVER_CANCELLED");
        assertThat(watch.state.incident).isNull();
    }

    @Test
    void nobodyCancelsAnAirbagAndRepeatsAreNotTold() {
        Drive drive = car().braking(60, 0, 1).airbag();
        for (int i = 0; i < 30; i++) {
            drive.responds(0, DriverResponse.NO_CRASH);
        }
        Watch watch = Watch.of(drive.resting(60));

        assertThat(watch.all(CANCELLED)).hasSize(1);
        assertThat(watch.revisions())
                .contains("CONFIRMED/AT_REST")
                .endsWith("CONFIRMED/INCIDENT_OVER");
    }

    @Test
    void aDroppedPhoneAloneIsNothing() {
        Drive drive = Drive.of("car").phone().driving(60, 20).recording(60, knock().burst(at(20)));

        assertThat(Watch.of(drive.driving(60, 20)).edges).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDoubtfulPulseCountsBesideOtherEvidenceInEitherOrder(boolean first) {
        Drive drive = Drive.of("car").phone().handled(true).driving(60, 20);
        if (first) {
            drive.recording(60, knock().burst(at(20))).handled(false).reports(0, true);
        } else {
            drive.reports(0, true).recording(0, knock().burst(at(20)));
        }
        Watch watch = Watch.of(drive.resting(20));

        CrashFacts facts = watch.the(AT_REST).facts();
        assertThat(facts.evidence())
                .extracting(Evidence::kind)
                .contains(
                        EvidenceKind.DELTA_V_DEVICE_AXES,
                        EvidenceKind.SHORT_PULSE,
                        EvidenceKind.HANDLED);
        assertThat(CrashSeverity.basis(facts)).isEqualTo(CrashSeverity.Basis.SPEED);
        assertThat(watch.revisions().get(0)).isEqualTo("SUSPECTED/REPORTED");
    }

    @Test
    void doubtGoesWhenAFixedDeviceRecordsTheImpact() {
        Drive drive = Drive.of("car").phone().driving(60, 20);
        drive.recording(60, knock().burst(at(20))).reports(0, true);
        Watch watch = Watch.of(drive);
        watch.take(Drive.of("car").after(22_000).recording(0, Pulse.frontal(9).burst(at(20))));

        CrashFacts facts = watch.the(MORE_EVIDENCE).facts();
        assertThat(facts.deltaV()).isBetween(8.9, 9.1);
        assertThat(facts.secondaryImpacts()).isZero();
        assertThat(facts.isDoubtful()).isFalse();
        assertThat(watch.revisions()).endsWith("CONFIRMED/MULTIPLE_EVIDENCE");
    }

    @Test
    void aCallOfUnknownSpeedDoesNotHideTheSpeedOfLater() {
        Drive drive = Drive.of("car").phone().speechless(5);
        drive.responds(Double.NaN, DriverResponse.NEEDS_HELP).driving(60, 3);
        drive.recording(60, Pulse.frontal(30).inDeviceAxes().burst(at(9)));

        assertThat(kinds(drive)).startsWith(IMPACT, MORE_EVIDENCE);
    }

    @Test
    void seatsAreThoseOfBefore() {
        Flags belts =
                Flags.NONE.belts(new SeatBelt(1, 1, true, true), new SeatBelt(1, 2, true, false));
        Drive drive = car().says(60, belts).impact(60, 30).braking(60, 0, 1);
        Watch watch = Watch.of(drive.says(0, Flags.NONE.belts(new SeatBelt(1, 1, null, false))));

        assertThat(watch.take(Drive.of("car").after(30_000).resting(20)).the(AT_REST).facts())
                .returns(2, CrashFacts::occupants)
                .returns(1, CrashFacts::belted);
    }
}
