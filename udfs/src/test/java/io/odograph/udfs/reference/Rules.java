// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.reference;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules of tests. */
final class Rules {

    static final long ALWAYS = Long.MAX_VALUE;

    private Rules() {}

    static Rule forAll(String ruleId, long version, long from, long to) {
        return of(ruleId, version, null, null, from, to);
    }

    static Rule forVehicle(String ruleId, String vehicleId) {
        return of(ruleId, 1, null, vehicleId, 0, ALWAYS);
    }

    static Rule of(
            String ruleId,
            long version,
            @Nullable String tenantId,
            @Nullable String vehicleId,
            long from,
            long to) {
        return new Rule(
                ruleId,
                version,
                "crash",
                tenantId,
                null,
                null,
                null,
                vehicleId,
                from,
                to,
                Map.of("crash.impact.delta-v", (double) version));
    }
}
