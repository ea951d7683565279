// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.crash.CrashEdge.Kind;
import io.odograph.udfs.telemetry.Telemetry;
import io.odograph.udfs.testing.StateCopy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any stream of records; the randomness is in the seed, so a failure replays. */
class CrashDetectorProperties {

    private static final int STEPS = 120;

    private static Watch run(long seed) {
        Watch watch = new Watch();
        RandomDrive.records(seed, STEPS).forEach(watch::take);
        return watch.waitForEver();
    }

    /** Else the properties would hold of nothing. */
    @Example
    void randomDrivesReachEveryEdgeAndReason() {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Set<CrashReason> reasons = EnumSet.noneOf(CrashReason.class);
        Set<EvidenceKind> evidence = EnumSet.noneOf(EvidenceKind.class);
        for (int seed = 0; seed < 300; seed++) {
            for (List<CrashEdge> incident : run(seed).incidents()) {
                incident.forEach(edge -> kinds.add(edge.kind()));
                CrashStages.revisions(incident).forEach(r -> reasons.add(r.reason()));
                incident.get(incident.size() - 1)
                        .facts()
                        .evidence()
                        .forEach(item -> evidence.add(item.kind()));
            }
        }

        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(reasons).containsExactlyInAnyOrder(CrashReason.values());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(evidence)))
                .containsExactly(EvidenceKind.UNKNOWN);
    }

    @Property(tries = 500)
    void everyIncidentBeginsEndsAndIsRecordedOnce(@ForAll long seed) {
        Watch watch = new Watch();
        for (Telemetry record : RandomDrive.records(seed, STEPS)) {
            int told = watch.edges.size();
            watch.take(record);
            List<CrashEdge> now = watch.edges.subList(told, watch.edges.size());
            boolean ended = !now.isEmpty() && now.get(now.size() - 1).kind() == Kind.END;
            assertThat(watch.state.incident == null || !ended).isTrue();
        }
        watch.waitForEver();

        assertThat(watch.state.incident).isNull();
        for (List<CrashEdge> incident : watch.incidents()) {
            List<Kind> kinds = incident.stream().map(CrashEdge::kind).toList();
            assertThat(kinds).startsWith(Kind.IMPACT).endsWith(Kind.OVER, Kind.END);
            for (Kind once : new Kind[] {Kind.IMPACT, Kind.RECORDED, Kind.OVER, Kind.END}) {
                assertThat(kinds).containsOnlyOnce(once);
            }
            assertThat(incident.stream().map(CrashEdge::incident).distinct()).hasSize(1);
            assertThat(incident).hasSizeLessThan(30);
            for (CrashEdge edge : incident) {
                assertThat(edge.recording() != null).isEqualTo(edge.kind() == Kind.RECORDED);
            }
        }
    }

    @Property(tries = 500)
    void revisionsRiseByOneAndEnd(@ForAll long seed) {
        for (List<CrashEdge> incident : run(seed).incidents()) {
            List<CrashRevision> revisions = CrashStages.revisions(incident);
            for (int i = 0; i < revisions.size(); i++) {
                assertThat(revisions.get(i).number()).isEqualTo(i + 1);
                assertThat(revisions.get(i).over()).isEqualTo(i == revisions.size() - 1);
                assertThat(revisions.get(i).first()).isSameAs(incident.get(0));
            }
            List<CrashRevision> oneByOne = new ArrayList<>();
            for (int n = 1; n <= incident.size(); n++) {
                CrashRevision latest = CrashStages.latest(incident.subList(0, n));
                if (latest != null) {
                    oneByOne.add(latest);
                }
            }
            assertThat(oneByOne).isEqualTo(revisions);
        }
    }

    @Property(tries = 300)
    void aRestoreChangesNothing(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Watch restored = new Watch();
        for (Telemetry record : RandomDrive.records(seed, STEPS)) {
            if (random.nextInt(10) == 0) {
                restored.state = StateCopy.of(restored.state);
            }
            restored.take(record);
        }
        restored.waitForEver();

        assertThat(told(restored)).isEqualTo(told(run(seed)));
    }

    @Property(tries = 300)
    void itDoesNotMatterWhenASilenceIsTold(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Watch timed = new Watch();
        long now = 0;
        for (Telemetry record : RandomDrive.records(seed, STEPS)) {
            while (now + 10_000 < record.receivedAt() && now > 0) {
                now += 1 + random.nextInt(10_000);
                timed.waitUntil(now);
            }
            timed.take(record);
            now = record.receivedAt();
        }
        timed.waitForEver();

        assertThat(told(timed)).isEqualTo(told(run(seed)));
    }

    @Property(tries = 300)
    void stateStaysBounded(@ForAll long seed) {
        Watch watch = new Watch();
        for (Telemetry record : RandomDrive.records(seed, STEPS)) {
            watch.take(record);
            Timeline timeline = watch.state.timeline;
            assertThat(timeline.size).isLessThanOrEqualTo(Timeline.SPAN_SECONDS + 2);
            OpenIncident open = watch.state.incident;
            if (open != null) {
                assertThat(open.evidence.size()).isLessThan(EvidenceKind.values().length);
                assertThat(open.pulseTimes.length).isLessThanOrEqualTo(16);
            }
        }
    }

    /** Identities are of the vehicle and the incident: two of one would be one alert. */
    @Property(tries = 300)
    void noTwoIncidentsOfASteadyClockAreOne(@ForAll long seed) {
        Watch watch = new Watch();
        long last = 0;
        for (Telemetry record : RandomDrive.records(seed, STEPS)) {
            if (record.eventTime() >= last) {
                last = record.eventTime();
                watch.take(record);
            }
        }
        Set<Long> seen = new HashSet<>();
        for (CrashEdge impact : watch.all(Kind.IMPACT)) {
            assertThat(seen.add(impact.incident())).isTrue();
        }
    }

    /** Everything but the arrays of a recording, which know no equality of content in a list. */
    private static List<String> told(Watch watch) {
        return watch.edges.stream()
                .map(
                        edge -> {
                            CrashRecording recording = edge.recording();
                            return edge.kind()
                                    + " "
                                    + edge.incident()
                                    + " "
                                    + edge.time()
                                    + " "
                                    + edge.receivedAt()
                                    + " "
                                    + edge.releasedAt()
                                    + " "
                                    + edge.facts()
                                    + (recording == null ? "" : recording.samples());
                        })
                .toList();
    }
}
