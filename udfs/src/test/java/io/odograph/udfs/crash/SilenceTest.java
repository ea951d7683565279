// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static io.odograph.udfs.crash.CrashEdge.Kind.AT_REST;
import static io.odograph.udfs.crash.CrashEdge.Kind.DROVE_ON;
import static io.odograph.udfs.crash.CrashEdge.Kind.END;
import static io.odograph.udfs.crash.CrashEdge.Kind.IMPACT;
import static io.odograph.udfs.crash.CrashEdge.Kind.OVER;
import static io.odograph.udfs.crash.CrashEdge.Kind.RECORDED;
import static io.odograph.udfs.crash.CrashEdge.Kind.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.Detector;
import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.testing.Drive;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is received any more: deadlines, and what they tell. */
class SilenceTest {

    /** Receive time of the last record. */
    private static final long LAST = Drive.START + 20_200;

    private static Drive crash() {
        return Drive.of("car").driving(60, 20).impact(60, 30);
    }

    private static List<Kind> all(Watch watch) {
        return watch.edges.stream().map(CrashEdge::kind).toList();
    }

    @Test
    void withoutAnIncidentNothingIsAwaited() {
        Watch watch = Watch.of(Drive.of("car").driving(60, 20));

        assertThat(watch.detector.deadline(watch.state)).isEqualTo(Detector.NO_DEADLINE);
        watch.detector.expire(watch.state, LAST, watch.edges::add);
        assertThat(watch.edges).isEmpty();
    }

    @Test
    void aSilenceIsToldThenTheIncidentIsOver() {
        Watch watch = Watch.of(crash());
        assertThat(watch.detector.deadline(watch.state)).isEqualTo(LAST + 120_000);

        watch.waitUntil(LAST + 119_999);
        assertThat(all(watch)).containsExactly(IMPACT);
        watch.waitUntil(LAST + 120_000);
        assertThat(all(watch)).containsExactly(IMPACT, RECORDED, SILENT);
        assertThat(watch.detector.deadline(watch.state)).isEqualTo(LAST + 3_600_000);
        watch.waitForEver();

        assertThat(all(watch)).containsExactly(IMPACT, RECORDED, SILENT, OVER, END);
        assertThat(watch.state.incident).isNull();
        assertThat(watch.detector.deadline(watch.state)).isEqualTo(Detector.NO_DEADLINE);
        assertThat(watch.the(SILENT).releasedAt()).isEqualTo(LAST + 120_000);
        assertThat(watch.the(SILENT).facts().has(EvidenceKind.SILENCE)).isTrue();
        assertThat(watch.the(OVER).releasedAt()).isEqualTo(LAST + 3_600_000);
        assertThat(watch.revisions())
                .containsExactly(
                        "SUSPECTED/IMPACT", "NO_CONTACT/SILENCE", "NO_CONTACT/INCIDENT_OVER");
    }

    @Test
    void aRecordAtTheDeadlineStillBreaksTheSilence() {
        Watch watch = Watch.of(crash());
        watch.take(Drive.of("car").after(20_000 + 120_000).resting(1));

        assertThat(watch.all(SILENT)).isEmpty();
        watch = Watch.of(crash());
        watch.take(Drive.of("car").after(20_000 + 120_001).resting(1));
        assertThat(watch.all(SILENT)).hasSize(1);
    }

    @Test
    void contactThatComesBackIsFollowed() {
        Watch drives = Watch.of(crash());
        drives.take(Drive.of("car").after(200_000).driving(50, 1));
        assertThat(drives.kinds()).containsExactly(IMPACT, SILENT, DROVE_ON, OVER);

        Watch stood = Watch.of(crash().resting(5).after(200_000).resting(1));
        assertThat(stood.kinds()).contains(SILENT).endsWith(AT_REST, OVER);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 60_000, 120_000})
    void whereNothingIsKeptOpenTheSilenceIsTheEnd(long keepOpen) {
        CrashSettings settings =
                new CrashSettings(CrashThresholds.DEFAULTS, 120_000, keepOpen, 60_000, 100, false);
        Watch watch = new Watch(settings).take(crash());
        long deadline = watch.detector.deadline(watch.state);

        watch.detector.expire(watch.state, deadline, watch.edges::add);

        assertThat(watch.detector.deadline(watch.state)).isGreaterThan(deadline);
        assertThat(all(watch)).containsExactly(IMPACT, RECORDED, SILENT, OVER, END);
    }

    @Test
    void whatIsToldHangsOnTheDeadlineNotOnWhenItIsTold() {
        Watch early = Watch.of(crash());
        for (long now = LAST; now < LAST + 4_000_000; now += 7_919) {
            early.waitUntil(now);
        }
        Watch late = Watch.of(crash());
        Drive after = Drive.of("car").after(5_000_000).driving(30, 3);
        early.take(after);
        late.take(after);

        assertThat(early.edges).isEqualTo(late.edges);
    }

    @Test
    void theRecordingHasAMinuteBeforeAndHalfAMinuteAfter() {
        Drive drive = Drive.of("car").driving(60, 100).impact(60, 30);
        Watch watch = Watch.of(drive.braking(60, 0, 0.8).resting(90));

        CrashRecording recording = watch.the(RECORDED).recording();
        assertThat(recording).isNotNull();
        assertThat(recording.samples()).hasSize(91);
        assertThat(recording.samples().get(0).time()).isEqualTo(Drive.START + 41_000);
        assertThat(recording.samples().get(90).time()).isEqualTo(Drive.START + 131_000);
        assertThat(recording.burst()).isNotNull();
        assertThat(recording.burstCut()).isFalse();
        assertThat(watch.the(RECORDED).releasedAt()).isEqualTo(Drive.START + 131_200);
    }

    @Test
    void aGapAfterTheImpactDoesNotCostWhatWasBefore() {
        Drive drive = Drive.of("car").driving(60, 100).impact(60, 30).after(100_000).resting(20);

        assertThat(Watch.of(drive).the(RECORDED).recording().samples()).hasSize(60);
    }

    @Test
    void aRecordingIsCutToItsBound() {
        CrashSettings settings =
                new CrashSettings(CrashThresholds.DEFAULTS, 120_000, 0, 60_000, 50, false);
        Watch watch = new Watch(settings).take(crash()).waitForEver();

        CrashRecording recording = watch.the(RECORDED).recording();
        assertThat(recording.burst().x()).hasSize(50);
        assertThat(recording.burstCut()).isTrue();
    }
}
