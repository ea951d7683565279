// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.crash;

import io.odograph.udfs.telemetry.DeviceKind;
import io.odograph.udfs.telemetry.ImuBurst;
import io.odograph.udfs.testing.Pulse;

/** Facts and edges of incidents as tests need them. */
final class Incidents {

    private Incidents() {}

    /** Facts of an incident with a pulse alone. */
    static CrashFacts withPulse(ImpactPulse pulse) {
        OpenIncident open = new OpenIncident();
        ImuBurst burst = Pulse.frontal(0).burst(0);
        open.add(pulse, burst, burst.x().length);
        return CrashFacts.of(open);
    }

    /** Facts of an incident with this evidence, of weight by its kind. */
    static CrashFacts with(EvidenceKind... kinds) {
        OpenIncident open = new OpenIncident();
        for (EvidenceKind kind : kinds) {
            open.add(Evidence.of(kind, 0));
        }
        return CrashFacts.of(open);
    }

    /** An edge of an incident with these facts. */
    static CrashEdge edge(CrashEdge.Kind kind, CrashFacts facts) {
        return new CrashEdge(
                kind, "car", null, DeviceKind.UNKNOWN, null, null, null, 0, 0, 0, 0, facts, null);
    }
}
