// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.odograph.udfs.telemetry.AxesFrame;
import io.odograph.udfs.telemetry.FixType;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.telemetry.Motion;
import io.odograph.udfs.telemetry.Position;
import io.odograph.udfs.telemetry.SpeedSource;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of harsh driving in any drive; the randomness is in the seed. */
class HarshProperties {

    private static final int[] RATES = {10, 25, 50, 100};

    @Property(tries = 30)
    void steadyDrivingWithNoiseMakesNoEvents(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int rate,
            @ForAll @DoubleRange(min = 20, max = 130) double kmh,
            @ForAll boolean wheels) {
        HarshRun drive =
                new HarshRun(120, kmh, t -> 0.8 * StrictMath.sin(t / 7), t -> StrictMath.sin(t / 5))
                        .noisy(1.0, seed)
                        .wholeNumbers()
                        .streamed(RATES[rate]);

        assertThat((wheels ? drive : drive.satellites()).events()).isEmpty();
    }

    @Property(tries = 20)
    void wholeKilometresPerHourMakeNoEvents(
            @ForAll @DoubleRange(min = -1.9, max = 1.9) double strength,
            @ForAll @DoubleRange(min = 0, max = 1) double phase) {
        HarshRun drive =
                new HarshRun(60, 90, t -> strength * StrictMath.sin((t + phase) / 4), t -> 0)
                        .wholeNumbers();

        assertThat(drive.events()).isEmpty();
    }

    @Property(tries = 12)
    void howADeviceLiesChangesNothing(
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double yaw,
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double pitch,
            @ForAll @DoubleRange(min = -3.1, max = 3.1) double roll) {
        List<HarshEvent> level = events(MountLearnerTest.turned(0, 0, 0));
        List<HarshEvent> turned = events(MountLearnerTest.turned(yaw, pitch, roll));

        assertThat(turned).hasSameSizeAs(level).hasSize(2);
        for (int i = 0; i < level.size(); i++) {
            assertThat(turned.get(i).kind()).isEqualTo(level.get(i).kind());
            assertThat(turned.get(i).source()).isEqualTo(HarshSource.DEVICE_IMU);
            assertThat(turned.get(i).peak()).isCloseTo(level.get(i).peak(), within(0.02f));
            assertThat(turned.get(i).start()).isEqualTo(level.get(i).start());
        }
    }

    private static List<HarshEvent> events(double[][] axes) {
        return new HarshRun(
                        240,
                        60,
                        t ->
                                t < 200
                                        ? 1.5 * StrictMath.sin(t / 3.1)
                                        : -4.5 * HarshRun.pulse(t - 210, 1),
                        t ->
                                t < 200
                                        ? 2 * StrictMath.sin(t / 5.3)
                                        : 5 * HarshRun.pulse(t - 225, 1.5))
                .recorded(25, AxesFrame.DEVICE)
                .mounted(axes)
                .events();
    }

    @Property(tries = 20)
    void twiceTheAccelerationIsTwiceTheThreshold(
            @ForAll @DoubleRange(min = 1, max = 4) double strength,
            @ForAll @IntRange(min = 0, max = 3) int rate) {
        HarshThresholds once = HarshThresholds.DEFAULTS;
        HarshThresholds twice =
                new HarshThresholds(
                        once.acceleration() * 2,
                        once.braking() * 2,
                        once.cornering() * 2,
                        once.release(),
                        once.minDuration(),
                        once.mergeGap(),
                        once.severe(),
                        once.extreme(),
                        once.minSpeedBraking(),
                        once.minSpeedCornering());
        List<Telemetry> weak = HarshRun.braking(60, strength, 1.3).streamed(RATES[rate]).records();
        List<Telemetry> strong =
                HarshRun.braking(120, 2 * strength, 1.3).streamed(RATES[rate]).records();

        List<HarshEvent> one = HarshRun.events(weak, new HarshTrack(), once);
        List<HarshEvent> other = HarshRun.events(strong, new HarshTrack(), twice);

        assertThat(other).hasSameSizeAs(one);
        for (int i = 0; i < one.size(); i++) {
            // What is learned of slopes is not in proportion.
            assertThat(other.get(i).peak()).isCloseTo(2 * one.get(i).peak(), withinPercentage(5));
            assertThat(other.get(i).start()).isCloseTo(one.get(i).start(), within(100L));
        }
    }

    @Property(tries = 60)
    void whateverComesNothingFailsAndTheStateStaysSmallAndCanBeCopied(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        HarshDetector detector = new HarshDetector(HarshThresholds.DEFAULTS);
        HarshTrack state = new HarshTrack();
        HarshTrack copy = new HarshTrack();
        MotionTrack motion = new MotionTrack();
        List<HarshEvent> events = new ArrayList<>();
        List<HarshEvent> copied = new ArrayList<>();
        long time = HarshRun.START;
        for (int i = 0; i < 400; i++) {
            int choice = random.nextInt(20);
            time +=
                    choice == 0
                            ? -random.nextLong(100_000)
                            : choice == 1 ? 90_000 : random.nextLong(1500);
            Telemetry record = anything(random, time);
            float speed = motion.speed(record);
            motion.remember(record);
            SpeedSource source = motion.source(record);
            copy = StateCopy.of(copy);
            detector.accept(state, record, speed, source, null, events::add);
            detector.accept(copy, record, speed, source, null, copied::add);
        }
        detector.end(state, null, events::add);
        detector.end(copy, null, copied::add);

        assertThat(copied).isEqualTo(events);
        for (HarshEvent event : events) {
            assertThat(event.end()).isGreaterThanOrEqualTo(event.start());
            assertThat(event.peak()).isBetween(event.threshold() * 0.99f, 16f);
            assertThat(event.quality()).isBetween(0.3f, 1f);
        }
        assertThat(state.speeds.times).hasSize(8);
    }

    private static Telemetry anything(SplittableRandom random, long time) {
        Motion motion =
                new Motion(
                        any(random, 0, 150),
                        List.of(SpeedSource.values()).get(random.nextInt(4)),
                        any(random, -20, 20),
                        any(random, -20, 20),
                        Float.NaN,
                        any(random, -90, 90),
                        Double.NaN);
        Position position =
                new Position(
                        49 + random.nextInt(3) / 1e4,
                        8,
                        Float.NaN,
                        any(random, 0, 360),
                        any(random, 0, 60),
                        FixType.THREE_D,
                        random.nextInt(3_000) - 1);
        ImuBurst burst = random.nextInt(3) == 0 ? burst(random, time) : null;
        String device = random.nextInt(4) == 0 ? "phone" : "box";
        return HarshRun.of(
                time,
                device,
                random.nextInt(4) == 0 ? null : position,
                random.nextInt(5) == 0 ? null : motion,
                burst,
                null);
    }

    private static float any(SplittableRandom random, double least, double most) {
        return random.nextInt(6) == 0 ? Float.NaN : (float) random.nextDouble(least, most);
    }

    private static ImuBurst burst(SplittableRandom random, long time) {
        float[][] axes = new float[3][1 + random.nextInt(300)];
        for (float[] axis : axes) {
            for (int i = 0; i < axes[0].length; i++) {
                axis[i] = (float) random.nextDouble(-40, 40);
            }
        }
        float rate = (float) (random.nextBoolean() ? random.nextDouble(1, 120) : 3200);
        return new ImuBurst(
                time + random.nextLong(-120_000, 120_000),
                rate,
                random.nextBoolean() ? Float.NaN : 39,
                List.of(AxesFrame.values()).get(random.nextInt(3)),
                random.nextBoolean(),
                axes[0],
                axes[1],
                axes[2]);
    }
}
