// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.town.Works;
import java.util.List;

/**
 * What has to be known beside the telemetry, as lines of JSON with the fields of the contracts;
 * fields with a default are left out.
 */
final class ReferenceJson {

    private static final long VERSION = 1;

    private ReferenceJson() {}

    /** Profiles of the vehicles whose class matters: one line each. */
    static String vehicles(List<VehiclePlan> plans) {
        StringBuilder lines = new StringBuilder();
        for (VehiclePlan plan : plans) {
            if (plan.journey() != null) {
                ObjectNode line = JsonNodeFactory.instance.objectNode();
                line.put("vehicle_id", plan.id());
                line.put("version", VERSION);
                line.put("tenant_id", plan.tenant());
                line.put("vehicle_class", plan.journey().vehicleClass().name());
                lines.append(TruthJson.text(line)).append('\n');
            }
        }
        return lines.toString();
    }

    /** The limit at the road works: one line. */
    static String speedLimits(Works works) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("override_id", works.id());
        line.put("version", VERSION);
        line.put("reason", "TEMPORARY_WORKS");
        line.put("kind", "VALUE");
        line.put("value", works.limit());
        line.put("unit", "KM_PER_HOUR");
        line.put("effective_from", TelemetryJson.time(works.from()));
        line.put("effective_to", TelemetryJson.time(works.to()));
        ObjectNode way = line.putArray("ways").addObject();
        way.put("way_id", works.wayId());
        way.put("direction", "BOTH");
        return TruthJson.text(line) + "\n";
    }
}
