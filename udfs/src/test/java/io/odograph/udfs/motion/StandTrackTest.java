// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.motion;

import static io.odograph.udfs.motion.Ignition.OFF;
import static io.odograph.udfs.motion.Ignition.ON;
import static io.odograph.udfs.motion.Ignition.UNKNOWN;
import static io.odograph.udfs.motion.StandTrack.Outcome.DOUBTFUL;
import static io.odograph.udfs.motion.StandTrack.Outcome.MOVING;
import static io.odograph.udfs.motion.StandTrack.Outcome.SETTLED;
import static io.odograph.udfs.motion.StandTrack.Outcome.STANDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.odograph.udfs.motion.StandTrack.Outcome;
import io.odograph.udfs.testing.Journey;
import org.junit.jupiter.api.Test;

class StandTrackTest {

    private final StandTrack track = new StandTrack();
    private long time;

    private Outcome fix(double x, float speed, Ignition ignition) {
        time += 1_000;
        return track.accept(time, Journey.latitude(0), Journey.longitude(x), 5, speed, ignition);
    }

    private void park(Ignition ignition) {
        for (int i = 0; i < 61; i++) {
            fix(i % 2, 0, ignition);
        }
        assertThat(fix(0, 0, ignition)).isEqualTo(SETTLED);
    }

    @Test
    void whoDrivesMovesAndWhoIsSlowStands() {
        assertThat(fix(0, 30, UNKNOWN)).isEqualTo(MOVING);
        assertThat(fix(8, 4, UNKNOWN)).isEqualTo(MOVING);
        assertThat(fix(9, 2, UNKNOWN)).isEqualTo(STANDING);
    }

    @Test
    void afterAMinuteItsPlaceIsTheMeanOfItsFixesAndStaysSo() {
        park(UNKNOWN);
        int settled = track.longitude();
        assertThat(settled).isCloseTo(Journey.longitude(0.5), within(2));

        for (double x : new double[] {40, 90, 150, -120, 204}) {
            assertThat(fix(x, 1, UNKNOWN)).isEqualTo(SETTLED);
        }
        assertThat(track.longitude()).isEqualTo(settled);
    }

    @Test
    void anOutlierBeforeThatDoesNotCountForTheMean() {
        fix(0, 0, UNKNOWN);
        assertThat(fix(150, 0, UNKNOWN)).isEqualTo(STANDING);
        assertThat(fix(0, 0, UNKNOWN)).isEqualTo(STANDING);

        assertThat(track.longitude()).isEqualTo(Journey.longitude(0));
    }

    @Test
    void whoDrivesOffHasLeftAtOnceWithTheIgnitionOnElseWithTheSecondFix() {
        park(ON);
        assertThat(fix(25, 20, ON)).isEqualTo(MOVING);
        assertThat(fix(25, 0, UNKNOWN)).isEqualTo(STANDING);
        park(UNKNOWN);
        assertThat(fix(50, 20, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(55, 20, UNKNOWN)).isEqualTo(MOVING);
    }

    @Test
    void whoCreepsHasLeftWithTheThirdFixFarEnoughAway() {
        park(UNKNOWN);
        assertThat(fix(54, 5, UNKNOWN)).isEqualTo(SETTLED);
        assertThat(fix(57, 5, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(58, 5, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(59, 5, UNKNOWN)).isEqualTo(MOVING);
        assertThat(track.withoutIgnition).isFalse();
    }

    @Test
    void whoIsFarAwayWithTheIgnitionOffIsOnATow() {
        park(OFF);
        assertThat(fix(190, 40, OFF)).isEqualTo(SETTLED);
        assertThat(fix(210, 40, OFF)).isEqualTo(DOUBTFUL);
        assertThat(fix(250, 40, OFF)).isEqualTo(DOUBTFUL);
        assertThat(fix(290, 40, OFF)).isEqualTo(MOVING);
        assertThat(track.withoutIgnition).isTrue();

        assertThat(fix(330, 40, OFF)).isEqualTo(MOVING);
        assertThat(fix(335, 2, OFF)).isEqualTo(STANDING);
        assertThat(fix(335, 0, ON)).isEqualTo(STANDING);
        assertThat(track.withoutIgnition).isFalse();
    }

    @Test
    void aSingleFixAwayChangesNothing() {
        park(UNKNOWN);
        int settled = track.longitude();
        assertThat(fix(400, 0, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(0, 0, UNKNOWN)).isEqualTo(SETTLED);
        assertThat(fix(400, 0, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(400, 0, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(track.longitude()).isEqualTo(settled);
    }

    @Test
    void withoutASpeedPositionsTellWhoStands() {
        assertThat(fix(0, Float.NaN, UNKNOWN)).isEqualTo(MOVING);
        assertThat(fix(30, Float.NaN, UNKNOWN)).isEqualTo(MOVING);
        assertThat(fix(35, Float.NaN, UNKNOWN)).isEqualTo(STANDING);
        for (int i = 0; i < 60; i++) {
            fix(35, Float.NaN, UNKNOWN);
        }
        assertThat(fix(180, Float.NaN, UNKNOWN)).isEqualTo(SETTLED);
        assertThat(fix(250, Float.NaN, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(260, Float.NaN, UNKNOWN)).isEqualTo(DOUBTFUL);
        assertThat(fix(290, Float.NaN, UNKNOWN)).isEqualTo(MOVING);
    }

    @Test
    void whoStandsElsewhereWithinTheMinuteIsThere() {
        fix(0, 0, UNKNOWN);
        assertThat(fix(80, 0, UNKNOWN)).isEqualTo(STANDING);
        assertThat(fix(82, 0, UNKNOWN)).isEqualTo(STANDING);

        assertThat(track.longitude()).isEqualTo(Journey.longitude(82));
    }

    @Test
    void aSingleFixAtARedLightDoesNotSettleWhereTheTwoAfterItAreNot() {
        fix(0, 0, UNKNOWN);
        time += 29_000;
        fix(80, 0, UNKNOWN);
        time += 29_000;
        assertThat(fix(82, 0, UNKNOWN)).isEqualTo(STANDING);

        assertThat(track.longitude()).isEqualTo(Journey.longitude(82));
    }

    @Test
    void whoDroveAndStandsALittleFartherIsThere() {
        fix(0, 0, UNKNOWN);
        fix(15, 25, UNKNOWN);
        fix(40, 0, UNKNOWN);

        assertThat(track.longitude()).isEqualTo(Journey.longitude(40));
    }

    @Test
    void afterARedLightTheFirstFixThatDrivesHasLeft() {
        fix(0, 0, UNKNOWN);

        assertThat(fix(50, 20, UNKNOWN)).isEqualTo(MOVING);
    }

    @Test
    void whoCameToStandInAReflectionDoesNotLeaveWhenTheNextOneIsOnTheOtherSide() {
        fix(-140, 0, UNKNOWN);
        time += 90_000;
        for (int i = 0; i < 60; i++) {
            time += 30_000;
            fix(i % 2, 0, UNKNOWN);
        }
        for (int i = 0; i < 5; i++) {
            time += 30_000;
            assertThat(fix(130, 0, UNKNOWN)).isEqualTo(SETTLED);
        }
    }

    @Test
    void twoFixesThatDriveMinutesApartAreNotEnoughToHaveLeft() {
        park(UNKNOWN);
        time += 120_000;
        assertThat(fix(200, 20, UNKNOWN)).isEqualTo(DOUBTFUL);
        time += 120_000;
        assertThat(fix(-150, 20, UNKNOWN)).isEqualTo(DOUBTFUL);
        time += 120_000;
        assertThat(fix(0, 0, UNKNOWN)).isEqualTo(SETTLED);
    }

    @Test
    void aSpeedThatHasLedNowhereIsNotBelieved() {
        park(UNKNOWN);
        for (int i = 0; i < 4; i++) {
            time += 120_000;
            assertThat(fix(140 + i, 20, UNKNOWN)).isEqualTo(SETTLED);
        }
    }
}
