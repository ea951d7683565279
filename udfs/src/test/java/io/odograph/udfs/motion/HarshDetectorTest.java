// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.telemetry.AxesFrame;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HarshDetectorTest {

    @ParameterizedTest
    @CsvSource({"10, true", "25, true", "50, true", "100, true", "10, false", "100, false"})
    void aHardBrakeIsOneEventAtAnyRateInRecordsAndInRecordings(int rate, boolean streamed) {
        HarshRun drive = HarshRun.braking(80, 5, 1.5);
        drive = streamed ? drive.streamed(rate) : drive.recorded(rate, AxesFrame.VEHICLE);

        assertThat(drive.events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.kind()).isEqualTo(HarshKind.BRAKING);
                            assertThat(event.source()).isEqualTo(HarshSource.VEHICLE_IMU);
                            assertThat(event.grade()).isEqualTo(HarshGrade.SEVERE);
                            assertThat(event.peak()).isCloseTo(5, within(0.25f));
                            assertThat(event.threshold()).isCloseTo(3.236f, within(0.001f));
                            assertThat(event.speedBefore()).isCloseTo(80, within(1f));
                            assertThat(event.speedAfter()).isCloseTo(46, within(2f));
                            assertThat(event.start() - HarshRun.START).isBetween(10_150L, 10_450L);
                            assertThat(event.end() - HarshRun.START).isBetween(11_900L, 12_250L);
                            assertThat(event.jerk()).isBetween(5f, 20f);
                            assertThat(event.latitude()).isBetween(490_000_000, 490_100_000);
                            assertThat(event.quality()).isEqualTo(1f);
                        });
    }

    @Test
    void wheelSpeedsShowTheSameBrake() {
        assertThat(HarshRun.braking(80, 5, 1.5).wholeNumbers().events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.kind()).isEqualTo(HarshKind.BRAKING);
                            assertThat(event.source()).isEqualTo(HarshSource.WHEEL_SPEED);
                            assertThat(event.peak()).isCloseTo(5, within(0.8f));
                            assertThat(event.jerk()).isNaN();
                            assertThat(event.quality()).isEqualTo(0.7f);
                        });
    }

    @Test
    void satelliteSpeedsShowItWithLessQuality() {
        assertThat(HarshRun.braking(80, 5, 1.5).satellites().events())
                .singleElement()
                .satisfies(
                        event -> {
                            assertThat(event.source()).isEqualTo(HarshSource.GNSS_SPEED);
                            assertThat(event.quality()).isEqualTo(0.5f);
                        });
    }

    @Test
    void accelerationsOnceASecondProveNothingButRaiseTheQualityOfWhatSpeedsProve() {
        assertThat(HarshRun.braking(80, 5, 1.5).satellites().momentary().events())
                .singleElement()
                .satisfies(event -> assertThat(event.quality()).isEqualTo(0.6f));
        assertThat(HarshRun.braking(80, 5, 1.5).satellites().nowhere().momentary().events())
                .isEmpty();
    }

    @Test
    void theGradesFollowThePeak() {
        assertThat(HarshRun.braking(90, 4, 1.5).streamed(25).events())
                .extracting(HarshEvent::grade)
                .containsExactly(HarshGrade.HARSH);
        assertThat(HarshRun.braking(90, 6.3, 1.5).streamed(25).events())
                .extracting(HarshEvent::grade)
                .containsExactly(HarshGrade.EXTREME);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWeakOrShortOrSlowIsNotHarsh(boolean streamed) {
        HarshRun weak = HarshRun.braking(80, 2.8, 2);
        HarshRun brief = HarshRun.braking(80, 4.5, 0);
        HarshRun slow = HarshRun.braking(22, 5, 1.5);

        assertThat((streamed ? weak.streamed(50) : weak).events()).isEmpty();
        assertThat((streamed ? brief.streamed(50) : brief).events()).isEmpty();
        assertThat((streamed ? slow.streamed(50) : slow).events()).isEmpty();
    }

    @Test
    void whatReturnsWithinThreeSecondsIsTheSameEvent() {
        HarshRun twice =
                new HarshRun(
                        40,
                        120,
                        t -> -4.5 * (HarshRun.pulse(t - 10, 1) + HarshRun.pulse(t - 13.5, 1)),
                        t -> 0);
        HarshRun apart =
                new HarshRun(
                        40,
                        120,
                        t -> -4.5 * (HarshRun.pulse(t - 10, 1) + HarshRun.pulse(t - 16, 1)),
                        t -> 0);

        assertThat(twice.streamed(25).events())
                .singleElement()
                .satisfies(e -> assertThat(e.end() - e.start()).isBetween(4_500L, 5_500L));
        assertThat(apart.streamed(25).events()).hasSize(2);
    }

    @Test
    void cornersAreToldBySide() {
        HarshRun left = new HarshRun(30, 50, t -> 0, t -> 5 * HarshRun.pulse(t - 10, 2));
        HarshRun right = new HarshRun(30, 50, t -> 0, t -> -5 * HarshRun.pulse(t - 10, 2));

        assertThat(left.streamed(25).events())
                .extracting(HarshEvent::kind)
                .containsExactly(HarshKind.CORNERING_LEFT);
        assertThat(right.satellites().events())
                .extracting(HarshEvent::kind, HarshEvent::source)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                HarshKind.CORNERING_RIGHT, HarshSource.GNSS_SPEED));
    }

    @Test
    void aYawRateProvesACornerByTheWheels() {
        HarshRun left = new HarshRun(30, 50, t -> 0, t -> 5 * HarshRun.pulse(t - 10, 2));

        assertThat(left.events())
                .extracting(HarshEvent::source)
                .containsExactly(HarshSource.WHEEL_SPEED);
    }

    @Test
    void cornersInWalkingPaceDoNotCount() {
        HarshRun slow = new HarshRun(30, 13, t -> 0, t -> 5 * HarshRun.pulse(t - 10, 2));

        assertThat(slow.streamed(25).events()).isEmpty();
    }

    @Test
    void aHillIsNoAcceleration() {
        HarshRun up =
                new HarshRun(60, 20, t -> 1.8 * HarshRun.pulse(t - 40, 4), t -> 0)
                        .uphill(t -> t < 5 ? 0 : 0.1);
        HarshRun harsh =
                new HarshRun(60, 20, t -> 3.2 * HarshRun.pulse(t - 40, 4), t -> 0)
                        .uphill(t -> t < 5 ? 0 : -0.1);

        assertThat(up.streamed(25).events()).isEmpty();
        assertThat(harsh.streamed(25).events())
                .singleElement()
                .satisfies(event -> assertThat(event.peak()).isCloseTo(3.2f, within(0.3f)));
    }

    @Test
    void aPotholeIsNoBraking() {
        for (int rate : new int[] {10, 25, 50, 100}) {
            HarshRun drive =
                    new HarshRun(30, 60, t -> 0, t -> 0)
                            .shaken(t -> t > 10 && t < 10.06 ? 25 : 0)
                            .nowhere()
                            .streamed(rate);

            assertThat(drive.events()).as("%d Hz", rate).isEmpty();
        }
    }

    @Test
    void aCrashIsNotHarshDriving() {
        HarshRun crash =
                new HarshRun(40, 60, t -> t > 10 && t < 10.1 ? -120 : t > 10.1 ? -4 : 0, t -> 0);

        assertThat(crash.streamed(100).events()).isEmpty();
        assertThat(new HarshRun(40, 60, t -> t > 10 && t < 10.1 ? -150 : 0, t -> 0).events())
                .isEmpty();
    }

    @Test
    void rulesSetTheThresholds() {
        HarshThresholds strict =
                HarshThresholds.DEFAULTS.with(Map.of(HarshThresholds.BRAKING, 0.2));
        List<HarshEvent> events =
                HarshRun.events(
                        HarshRun.braking(80, 2.6, 2).streamed(25).records(),
                        new HarshTrack(),
                        strict);

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event.threshold()).isCloseTo(1.96f, within(0.01f)));
    }
}
