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
            if (kind == EvidenceKind.DELTA_V) {
                open.pulse = pulse(20);
            }
        }
        return CrashFacts.of(open);
    }

    /** A frontal pulse in vehicle axes. */
    static ImpactPulse pulse(double deltaV) {
        return new ImpactPulse(0, true, 100, deltaV, -deltaV, 0, 90, 99, false, 0, 0, 0);
    }

    /** An edge of an incident with these facts. */
    static CrashEdge edge(CrashEdge.Kind kind, CrashFacts facts) {
        return new CrashEdge(
                kind, "car", null, DeviceKind.UNKNOWN, null, null, null, 0, 0, 0, 0, facts, null);
    }
}
