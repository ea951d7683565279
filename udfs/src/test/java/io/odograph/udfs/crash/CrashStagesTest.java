// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.udfs.crash.CrashEdge.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every transition, as a table. */
class CrashStagesTest {

    private static CrashFacts facts(String kinds) {
        return Incidents.with(
                Arrays.stream(kinds.split(" "))
                        .map(EvidenceKind::valueOf)
                        .toArray(EvidenceKind[]::new));
    }

    private static CrashRevision last(CrashFacts facts, Kind... kinds) {
        List<CrashEdge> edges = new ArrayList<>();
        for (Kind kind : kinds) {
            edges.add(Incidents.edge(kind, facts));
        }
        List<CrashRevision> all = CrashStages.revisions(edges);
        return all.get(all.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "DELTA_V, SUSPECTED, IMPACT",
        "DELTA_V_DEVICE_AXES, SUSPECTED, IMPACT",
        "CLIPPED_PULSE, SUSPECTED, IMPACT",
        "DELTA_V SPEED_LOSS, SUSPECTED, IMPACT",
        "SPEED_DROP, SUSPECTED, SPEED_DROP",
        "SPEED_DROP SHORT_PULSE DELTA_V_DEVICE_AXES, SUSPECTED, SPEED_DROP",
        "CRASH_REPORTED, SUSPECTED, REPORTED",
        "FUEL_CUT_OFF, SUSPECTED, REPORTED",
        "AIRBAG, CONFIRMED, AIRBAG",
        "ROLLOVER, CONFIRMED, ROLLOVER",
        "NEEDS_HELP, CONFIRMED, NEEDS_HELP",
        "DELTA_V AIRBAG ROLLOVER, CONFIRMED, AIRBAG",
        "DELTA_V SPEED_DROP, CONFIRMED, MULTIPLE_EVIDENCE",
        "DELTA_V_DEVICE_AXES CRASH_REPORTED, CONFIRMED, MULTIPLE_EVIDENCE",
        "CLIPPED_PULSE FUEL_CUT_OFF, CONFIRMED, MULTIPLE_EVIDENCE",
        "CRASH_REPORTED FUEL_CUT_OFF, CONFIRMED, MULTIPLE_EVIDENCE",
        "SPEED_DROP CRASH_REPORTED, CONFIRMED, MULTIPLE_EVIDENCE",
        "DELTA_V_DEVICE_AXES SPEED_DROP HANDLED, SUSPECTED, SPEED_DROP",
        "DELTA_V CLIPPED_PULSE, SUSPECTED, IMPACT"
    })
    void theFirstEdgeOpens(String kinds, CrashStage stage, CrashReason reason) {
        CrashRevision first = last(facts(kinds), Kind.IMPACT);

        assertThat(first.number()).isEqualTo(1);
        assertThat(first.stage()).isEqualTo(stage);
        assertThat(first.reason()).isEqualTo(reason);
        assertThat(first.over()).isFalse();
        assertThat(first.first()).isSameAs(first.edge());
    }

    @ParameterizedTest
    @CsvSource({
        // From SUSPECTED.
        "CRASH_REPORTED, AT_REST, CONFIRMED, AT_REST, false",
        "DELTA_V, AT_REST, CONFIRMED, AT_REST, false",
        "SPEED_DROP, AT_REST, CONFIRMED, AT_REST, false",
        "FUEL_CUT_OFF, AT_REST, CONFIRMED, AT_REST, false",
        "DELTA_V_DEVICE_AXES SPEED_LOSS, AT_REST, CONFIRMED, AT_REST, false",
        "DELTA_V_DEVICE_AXES, AT_REST, SUSPECTED, IMPACT, false",
        "CLIPPED_PULSE, AT_REST, SUSPECTED, IMPACT, false",
        "DELTA_V, MORE_EVIDENCE, SUSPECTED, MORE_EVIDENCE, false",
        "DELTA_V, DROVE_ON, DISMISSED, DROVE_ON, true",
        "DELTA_V, KEPT_MOVING, DISMISSED, KEPT_MOVING, true",
        "DELTA_V, CANCELLED, DISMISSED, DRIVER_CANCELLED, true",
        "DELTA_V, SILENT, NO_CONTACT, SILENCE, false",
        "DELTA_V, OVER, SUSPECTED, INCIDENT_OVER, true",
        "DELTA_V, RECORDED, SUSPECTED, IMPACT, false",
        "DELTA_V, END, SUSPECTED, IMPACT, false",
        // From CONFIRMED.
        "AIRBAG, AT_REST, CONFIRMED, AT_REST, false",
        "AIRBAG, MORE_EVIDENCE, CONFIRMED, MORE_EVIDENCE, false",
        "AIRBAG, DROVE_ON, CONFIRMED, DROVE_ON, false",
        "AIRBAG, KEPT_MOVING, CONFIRMED, AIRBAG, false",
        "AIRBAG, CANCELLED, CONFIRMED, AIRBAG, false",
        "ROLLOVER, CANCELLED, CONFIRMED, ROLLOVER, false",
        "NEEDS_HELP, CANCELLED, DISMISSED, DRIVER_CANCELLED, true",
        "DELTA_V SPEED_DROP, CANCELLED, DISMISSED, DRIVER_CANCELLED, true",
        "AIRBAG, SILENT, CONFIRMED, AIRBAG, false",
        "AIRBAG, OVER, CONFIRMED, INCIDENT_OVER, true",
        "AIRBAG, RECORDED, CONFIRMED, AIRBAG, false",
        "AIRBAG, END, CONFIRMED, AIRBAG, false"
    })
    void theNextEdgeRevises(
            String kinds, Kind kind, CrashStage stage, CrashReason reason, boolean over) {
        CrashRevision last = last(facts(kinds), Kind.IMPACT, kind);

        assertThat(last.stage()).isEqualTo(stage);
        assertThat(last.reason()).isEqualTo(reason);
        assertThat(last.over()).isEqualTo(over);
    }

    /** A kerb is struck as hard, and the vehicle stops at a light later. */
    @ParameterizedTest
    @CsvSource({
        "15.9, 60, SUSPECTED",
        "16, 60, CONFIRMED",
        "9, 0, CONFIRMED",
        "9, 5, SUSPECTED",
        "9, NaN, SUSPECTED"
    })
    void restConfirmsALightImpactOnlyOfAVehicleThatStood(
            double deltaV, double speedBefore, CrashStage stage) {
        OpenIncident open = new OpenIncident();
        open.add(Evidence.of(EvidenceKind.DELTA_V, 0));
        open.pulse = Incidents.pulse(deltaV);
        open.speedBefore = speedBefore;

        assertThat(last(CrashFacts.of(open), Kind.IMPACT, Kind.AT_REST).stage()).isEqualTo(stage);
    }

    @Test
    void evidenceAfterRestMayLetTheRestConfirm() {
        OpenIncident open = new OpenIncident();
        open.add(Evidence.of(EvidenceKind.DELTA_V, 0));
        open.pulse = Incidents.pulse(30);
        open.rested = true;
        open.restSince = 0;

        CrashRevision last = last(CrashFacts.of(open), Kind.IMPACT, Kind.MORE_EVIDENCE);

        assertThat(last.stage()).isEqualTo(CrashStage.CONFIRMED);
        assertThat(last.reason()).isEqualTo(CrashReason.AT_REST);
    }

    @ParameterizedTest
    @CsvSource({
        "AT_REST, CONFIRMED, AT_REST, false",
        "MORE_EVIDENCE, NO_CONTACT, MORE_EVIDENCE, false",
        "DROVE_ON, DISMISSED, DROVE_ON, true",
        "KEPT_MOVING, DISMISSED, KEPT_MOVING, true",
        "CANCELLED, DISMISSED, DRIVER_CANCELLED, true",
        "OVER, NO_CONTACT, INCIDENT_OVER, true"
    })
    void contactMayComeBack(Kind kind, CrashStage stage, CrashReason reason, boolean over) {
        CrashRevision last = last(facts("DELTA_V"), Kind.IMPACT, Kind.SILENT, kind);

        assertThat(last.number()).isEqualTo(3);
        assertThat(last.stage()).isEqualTo(stage);
        assertThat(last.reason()).isEqualTo(reason);
        assertThat(last.over()).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "DELTA_V, DELTA_V SPEED_DROP, MULTIPLE_EVIDENCE",
        "DELTA_V, DELTA_V AIRBAG, AIRBAG",
        "SPEED_DROP, SPEED_DROP NEEDS_HELP, NEEDS_HELP"
    })
    void moreEvidenceMayConfirm(String before, String after, CrashReason reason) {
        CrashEdge impact = Incidents.edge(Kind.IMPACT, facts(before));
        CrashEdge more = Incidents.edge(Kind.MORE_EVIDENCE, facts(after));

        CrashRevision last = CrashStages.latest(List.of(impact, more));

        assertThat(last).isNotNull();
        assertThat(last.stage()).isEqualTo(CrashStage.CONFIRMED);
        assertThat(last.reason()).isEqualTo(reason);
        assertThat(last.first()).isSameAs(impact);
        assertThat(last.edge()).isSameAs(more);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "IMPACT")
    void nothingFollowsTheEnd(Kind kind) {
        for (Kind end : new Kind[] {Kind.OVER, Kind.DROVE_ON, Kind.CANCELLED}) {
            CrashRevision last = last(facts("DELTA_V"), Kind.IMPACT, end, kind);

            assertThat(last.number()).isEqualTo(2);
            assertThat(last.over()).isTrue();
        }
    }

    @Test
    void theLatestRevisionIsThatOfTheLastEdgeOrNone() {
        CrashEdge impact = Incidents.edge(Kind.IMPACT, facts("DELTA_V"));
        CrashEdge recorded = Incidents.edge(Kind.RECORDED, facts("DELTA_V"));
        CrashEdge rest = Incidents.edge(Kind.AT_REST, facts("DELTA_V AT_REST"));
        List<CrashEdge> edges = List.of(impact, recorded, rest);

        assertThat(CrashStages.latest(edges.subList(0, 1)))
                .isEqualTo(CrashStages.revisions(edges).get(0));
        assertThat(CrashStages.latest(edges.subList(0, 2))).isNull();
        assertThat(CrashStages.latest(edges)).isEqualTo(CrashStages.revisions(edges).get(1));
    }
}
