// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DeviceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges incidents by their edges: SUSPECTED, then CONFIRMED, NO_CONTACT or DISMISSED. A fold
 * without memory of its own, so that whoever holds the edges of an incident can have all revisions
 * of its alert.
 */
public final class CrashStages {

    private CrashStages() {}

    /**
     * All revisions of one incident.
     *
     * @param edges the incident's edges in their order, beginning with {@link
     *     CrashEdge.Kind#IMPACT}
     */
    public static List<CrashRevision> revisions(List<CrashEdge> edges) {
        List<CrashRevision> revisions = new ArrayList<>();
        CrashRevision last = null;
        for (CrashEdge edge : edges) {
            CrashRevision next = next(last, edge);
            if (next != null) {
                revisions.add(next);
                last = next;
            }
        }
        return revisions;
    }

    /**
     * The revision that the last of an incident's edges makes.
     *
     * @param edges the incident's edges in their order
     * @return the revision, or null where the last edge changes nothing
     */
    public static @Nullable CrashRevision latest(List<CrashEdge> edges) {
        List<CrashRevision> before = revisions(edges.subList(0, edges.size() - 1));
        return next(
                before.isEmpty() ? null : before.get(before.size() - 1),
                edges.get(edges.size() - 1));
    }

    private static CrashRevision open(CrashEdge edge) {
        CrashReason confirmed = confirmation(edge.facts());
        CrashStage stage = confirmed == null ? CrashStage.SUSPECTED : CrashStage.CONFIRMED;
        CrashReason reason = confirmed == null ? opening(edge.facts()) : confirmed;
        return new CrashRevision(1, stage, reason, false, edge, edge);
    }

    private static @Nullable CrashRevision next(@Nullable CrashRevision last, CrashEdge edge) {
        if (last == null) {
            return open(edge);
        }
        if (last.over()) {
            return null;
        }
        boolean confirmed = last.stage() == CrashStage.CONFIRMED;
        return switch (edge.kind()) {
            case MORE_EVIDENCE -> withMore(last, edge);
            case AT_REST ->
                    confirmed || confirmsByRest(edge.facts(), edge.deviceKind())
                            ? revise(last, CrashStage.CONFIRMED, CrashReason.AT_REST, edge)
                            : null;
            case DROVE_ON -> drove(last, CrashReason.DROVE_ON, edge);
            case KEPT_MOVING -> confirmed ? null : drove(last, CrashReason.KEPT_MOVING, edge);
            case CANCELLED ->
                    isBeyondDoubt(edge.facts())
                            ? null
                            : retract(last, CrashReason.DRIVER_CANCELLED, edge);
            case SILENT ->
                    confirmed
                            ? null
                            : revise(last, CrashStage.NO_CONTACT, CrashReason.SILENCE, edge);
            case OVER ->
                    new CrashRevision(
                            last.number() + 1,
                            last.stage(),
                            CrashReason.INCIDENT_OVER,
                            true,
                            last.first(),
                            edge);
            case IMPACT, END, RECORDED -> null;
        };
    }

    private static CrashRevision withMore(CrashRevision last, CrashEdge edge) {
        CrashFacts facts = edge.facts();
        CrashReason confirmation = confirmation(facts);
        if (confirmation == null
                && facts.restTime() != CrashState.NEVER
                && confirmsByRest(facts, edge.deviceKind())) {
            confirmation = CrashReason.AT_REST;
        }
        if (last.stage() == CrashStage.CONFIRMED || confirmation == null) {
            return revise(last, last.stage(), CrashReason.MORE_EVIDENCE, edge);
        }
        return revise(last, CrashStage.CONFIRMED, confirmation, edge);
    }

    private static CrashRevision drove(CrashRevision last, CrashReason reason, CrashEdge edge) {
        return last.stage() == CrashStage.CONFIRMED
                ? revise(last, CrashStage.CONFIRMED, reason, edge)
                : retract(last, reason, edge);
    }

    private static CrashRevision revise(
            CrashRevision last, CrashStage stage, CrashReason reason, CrashEdge edge) {
        return new CrashRevision(last.number() + 1, stage, reason, false, last.first(), edge);
    }

    private static CrashRevision retract(CrashRevision last, CrashReason reason, CrashEdge edge) {
        return new CrashRevision(
                last.number() + 1, CrashStage.DISMISSED, reason, true, last.first(), edge);
    }

    private static CrashReason opening(CrashFacts facts) {
        if (hasPulse(facts) && !facts.isDoubtful()) {
            return CrashReason.IMPACT;
        }
        return facts.has(EvidenceKind.SPEED_DROP) ? CrashReason.SPEED_DROP : CrashReason.REPORTED;
    }

    /** What confirms an incident by itself, or null. */
    private static @Nullable CrashReason confirmation(CrashFacts facts) {
        if (facts.has(EvidenceKind.AIRBAG)) {
            return CrashReason.AIRBAG;
        } else if (facts.has(EvidenceKind.ROLLOVER)) {
            return CrashReason.ROLLOVER;
        } else if (facts.has(EvidenceKind.NEEDS_HELP)) {
            return CrashReason.NEEDS_HELP;
        }
        int independent =
                (hasPulse(facts) && !facts.isDoubtful() ? 1 : 0)
                        + (facts.has(EvidenceKind.SPEED_DROP) ? 1 : 0)
                        + (facts.has(EvidenceKind.CRASH_REPORTED) ? 1 : 0)
                        + (facts.has(EvidenceKind.FUEL_CUT_OFF) ? 1 : 0);
        return independent >= 2 ? CrashReason.MULTIPLE_EVIDENCE : null;
    }

    /** Whether these facts confirm an incident once the vehicle stands. */
    static boolean isConfirmedAtRest(CrashFacts facts, DeviceKind device) {
        return confirmation(facts) != null || confirmsByRest(facts, device);
    }

    /**
     * Whether coming to rest confirms. After a pulse alone it does if a device that is fixed to the
     * vehicle felt a strong one, or the vehicle stood when it was hit; else only if the vehicle
     * slowed with it: a phone may be knocked or a kerb struck, and the vehicle stop at a light
     * later.
     */
    private static boolean confirmsByRest(CrashFacts facts, DeviceKind device) {
        boolean rigid = PulseVerdict.isRigid(device, facts.vehicleAxes());
        CrashThresholds thresholds = facts.thresholds();
        boolean felt =
                facts.has(EvidenceKind.DELTA_V) || facts.has(EvidenceKind.DELTA_V_DEVICE_AXES);
        boolean strong = facts.deltaV() >= thresholds.moderate();
        boolean stood = facts.speedBefore() < thresholds.restSpeed();
        return (rigid && felt && (strong || stood))
                || facts.has(EvidenceKind.SPEED_LOSS)
                || facts.has(EvidenceKind.SPEED_DROP)
                || facts.has(EvidenceKind.CRASH_REPORTED)
                || facts.has(EvidenceKind.FUEL_CUT_OFF);
    }

    private static boolean isBeyondDoubt(CrashFacts facts) {
        return facts.has(EvidenceKind.AIRBAG) || facts.has(EvidenceKind.ROLLOVER);
    }

    private static boolean hasPulse(CrashFacts facts) {
        return facts.has(EvidenceKind.DELTA_V)
                || facts.has(EvidenceKind.DELTA_V_DEVICE_AXES)
                || facts.has(EvidenceKind.CLIPPED_PULSE);
    }
}
