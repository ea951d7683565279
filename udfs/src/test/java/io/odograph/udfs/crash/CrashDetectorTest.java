// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.CrashEdge.Kind.AT_REST;
import static io.odograph.udfs.crash.CrashEdge.Kind.DROVE_ON;
import static io.odograph.udfs.crash.CrashEdge.Kind.IMPACT;
import static io.odograph.udfs.crash.CrashEdge.Kind.KEPT_MOVING;
import static io.odograph.udfs.crash.CrashEdge.Kind.MORE_EVIDENCE;
import static io.odograph.udfs.crash.CrashEdge.Kind.OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.Drive;
import io.odograph.udfs.testing.Pulse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrashDetectorTest {

    private static Drive car(double speed) {
        return Drive.of("car").driving(speed, 20);
    }

    /** From 60 km/h by braking after the impact, so that the pulse is the evidence. */
    private static Drive crash(double deltaV) {
        return car(60).impact(60, deltaV).braking(60, 0, 0.6);
    }

    @Test
    void anImpactThenRestConfirms() {
        Watch watch = Watch.of(crash(30).resting(75));

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST, OVER);
        CrashEdge impact = watch.the(IMPACT);
        assertThat(impact.time()).isBetween(Drive.START + 20_900, Drive.START + 21_100);
        assertThat(impact.facts().speedBefore()).isEqualTo(60);
        assertThat(impact.facts().deltaV()).isBetween(29.0, 31.0);
        assertThat(impact.facts().position()).isNotNull();
        assertThat(impact.facts().positionTrusted()).isTrue();
        assertThat(watch.the(AT_REST).time()).isEqualTo(Drive.START + 23_000);
        assertThat(watch.the(AT_REST).facts().restTime()).isEqualTo(Drive.START + 23_000);
        assertThat(watch.revisions())
                .containsExactly(
                        "SUSPECTED/IMPACT", "CONFIRMED/AT_REST", "CONFIRMED/INCIDENT_OVER");
    }

    @Test
    void aVehicleThatDrivesOnIsDismissed() {
        Watch watch = Watch.of(car(60).impact(60, 12).driving(60, 20).braking(60, 0, 0.5));

        assertThat(watch.kinds()).containsExactly(IMPACT, DROVE_ON, OVER);
        assertThat(watch.revisions()).containsExactly("SUSPECTED/IMPACT", "DISMISSED/DROVE_ON");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.8, 1.0, 1.1})
    void brakingGivesNothing(double g) {
        Drive drive = car(130).impact(130, 7.5).braking(130, 0, g).resting(60);
        drive.driving(30, 20).braking(30, 0, g).resting(20);

        assertThat(Watch.of(drive).edges).isEmpty();
    }

    @Test
    void aBlowToAParkedVehicleIsSuspectedAndConfirmedByRest() {
        Watch watch = Watch.of(car(0).recording(0, Pulse.of(12, 3, 0).burst(at(20))).resting(75));

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST, OVER);
        assertThat(watch.the(IMPACT).facts().directionOfForce()).isCloseTo(166, within(1.0));
    }

    @Test
    void aSuddenLossOfSpeedIsFoundWithoutAnyRecording() {
        Watch watch = Watch.of(car(70).driving(5, 1).resting(80));

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST, OVER);
        CrashFacts facts = watch.the(IMPACT).facts();
        assertThat(facts.speedBefore()).isEqualTo(70);
        assertThat(facts.speedChange()).isEqualTo(70);
        assertThat(CrashSeverity.of(facts)).isEqualTo(CrashSeverity.CRITICAL);
        assertThat(CrashSeverity.basis(facts)).isEqualTo(CrashSeverity.Basis.SPEED);
        assertThat(watch.the(IMPACT).incident()).isEqualTo(Drive.START + 20_000);
        assertThat(watch.the(AT_REST).time()).isEqualTo(Drive.START + 21_000);
        assertThat(watch.revisions()).startsWith("SUSPECTED/SPEED_DROP", "CONFIRMED/AT_REST");
    }

    @Test
    void aPulseAndASuddenLossOfSpeedConfirmEachOther() {
        Watch watch =
                Watch.of(
                        Drive.of("car")
                                .phone()
                                .driving(60, 20)
                                .recording(60, Pulse.frontal(35).inDeviceAxes().burst(at(20)))
                                .resting(80));

        assertThat(watch.kinds()).startsWith(IMPACT, MORE_EVIDENCE, AT_REST);
        assertThat(watch.revisions()).startsWith("SUSPECTED/IMPACT", "CONFIRMED/MULTIPLE_EVIDENCE");
        assertThat(watch.the(OVER).facts().has(EvidenceKind.SPEED_LOSS)).isTrue();
    }

    @Test
    void theSpeedBeforeAReportOfACrashIsThatOfTheReportBefore() {
        Watch watch = Watch.of(car(60).reports(0, true).resting(80));

        assertThat(watch.the(IMPACT).facts().speedChange()).isEqualTo(60);
        assertThat(watch.the(IMPACT).facts().has(EvidenceKind.SPEED_LOSS)).isTrue();
    }

    @Test
    void aClippedPulseIsGradedOnceTheLossOfSpeedIsKnown() {
        Pulse clipped = Pulse.frontal(60).range(4 * 9.80665);
        Watch watch = Watch.of(car(50).recording(50, clipped.burst(at(20))).braking(50, 0, 1));

        assertThat(CrashSeverity.basis(watch.the(IMPACT).facts()))
                .isEqualTo(CrashSeverity.Basis.UNKNOWN);

        watch.take(Drive.of("car").after(23_000).resting(5));
        CrashFacts settled = watch.the(MORE_EVIDENCE).facts();
        assertThat(CrashSeverity.basis(settled)).isEqualTo(CrashSeverity.Basis.SPEED);
        assertThat(settled.speedChange()).isEqualTo(50);
    }

    @Test
    void speedBeforeIsTheHighestOfTheLastTenSeconds() {
        Drive recent = Drive.of("car").driving(90, 5).braking(90, 40, 0.8).driving(40, 5);
        assertThat(Watch.of(recent.impact(40, 30)).the(IMPACT).facts().speedBefore()).isEqualTo(90);

        Drive past = Drive.of("car").driving(90, 5).braking(90, 40, 0.8).driving(40, 8);
        assertThat(Watch.of(past.impact(40, 30)).the(IMPACT).facts().speedBefore()).isLessThan(90);
    }

    @Test
    void speedsOfBeforeASilenceDoNotCount() {
        Drive drive = car(90).phone().after(60_000);
        Pulse knock = Pulse.frontal(12).inDeviceAxes();
        drive.recording(0, knock.burst(at(80))).resting(15);

        assertThat(Watch.of(drive).edges).isEmpty();
    }

    @Test
    void aVehicleThatCrawlsOnWithoutRestKeptMoving() {
        Watch watch = Watch.of(crash(12).driving(10, 70).resting(20));

        assertThat(watch.kinds()).containsExactly(IMPACT, KEPT_MOVING, OVER);
        assertThat(watch.revisions()).endsWith("DISMISSED/KEPT_MOVING");
        assertThat(watch.state.incident).isNull();
    }

    @Test
    void aVehicleWhoseSpeedIsNoLongerKnownIsNotSaidToMove() {
        Watch watch = Watch.of(car(60).impact(60, 30).driving(40, 1).speechless(80));

        assertThat(watch.kinds()).containsExactly(IMPACT, OVER);
        assertThat(watch.revisions()).endsWith("SUSPECTED/INCIDENT_OVER");
    }

    @Test
    void aHeldFixDoesNotDriveOn() {
        Drive drive = Drive.of("car").gnss().fix(FixType.THREE_D, -1).driving(60, 20);
        drive.impact(60, 30).held().driving(60, 70);

        assertThat(Watch.of(drive).revisions())
                .containsExactly("SUSPECTED/IMPACT", "SUSPECTED/INCIDENT_OVER");
    }

    @Test
    void aShortHaltIsNoRest() {
        Watch watch = Watch.of(crash(12).resting(6).driving(20, 5).driving(50, 10));

        assertThat(watch.kinds()).containsExactly(IMPACT, DROVE_ON, OVER);
    }

    @Test
    void restMustBeginInTimeButMayEndLater() {
        assertThat(Watch.of(crash(12).driving(10, 50).resting(20)).kinds())
                .containsExactly(IMPACT, AT_REST, OVER);
        assertThat(Watch.of(crash(12).driving(10, 62).resting(20)).kinds())
                .containsExactly(IMPACT, KEPT_MOVING, OVER);
    }

    @Test
    void aRestThatCannotBeSeenEndsTheWatchToo() {
        Watch watch = Watch.of(crash(30).resting(2).speechless(200));

        assertThat(watch.kinds()).containsExactly(IMPACT, OVER);
    }

    @Test
    void aKerbDoesNotHideTheCrashBehindIt() {
        Drive drive = car(60).impact(60, 10).driving(60, 20).impact(60, 45);
        Watch watch = Watch.of(drive.braking(60, 0, 1).resting(75));

        assertThat(watch.kinds()).containsExactly(IMPACT, DROVE_ON, OVER, IMPACT, AT_REST, OVER);
        List<CrashEdge> second = watch.incidents().get(1);
        assertThat(second.get(0).incident()).isEqualTo(second.get(0).time());
        assertThat(second.get(0).facts().deltaV()).isBetween(44.0, 46.0);
    }

    @Test
    void evidenceThatComesLateIsOfItsTime() {
        Drive drive = car(60).braking(60, 0, 1).resting(40);
        List<Telemetry> records = new ArrayList<>(drive.records());
        ImuBurst burst = Drive.pulse(at(19), 30);
        records.set(33, Drive.withBurst(records.get(33), burst));
        Watch watch = new Watch();
        records.forEach(watch::take);

        assertThat(watch.kinds()).containsExactly(IMPACT, AT_REST);
        assertThat(watch.the(IMPACT).facts().speedBefore()).isEqualTo(60);
        assertThat(watch.the(IMPACT).time()).isEqualTo(at(20));
        assertThat(watch.the(AT_REST).time()).isEqualTo(at(21));
        assertThat(watch.the(AT_REST).releasedAt()).isEqualTo(at(33) + 200);
    }

    @Test
    void headingIsThatOfTheDrive() {
        Watch watch = Watch.of(car(70).resting(20));

        assertThat(watch.the(IMPACT).facts().heading()).isEqualTo(90);
    }

    @Test
    void incidentsOfAClockThatStandsStillAreNotOne() {
        Watch watch = Watch.of(car(60));
        for (int hour = 0; hour < 6; hour++) {
            Telemetry record = Drive.of("car").reports(0, hour % 2 == 0).records().get(0);
            watch.take(Drive.receivedAt(record, at(21) + hour * 3_600_000L));
        }
        watch.waitForEver();

        assertThat(watch.all(IMPACT)).hasSize(3);
        assertThat(watch.all(IMPACT)).extracting(CrashEdge::incident).doesNotHaveDuplicates();
    }

    private static long at(int second) {
        return Drive.START + second * 1_000L;
    }
}
