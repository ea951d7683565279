// SPDX-License-Identifier: Apache-2.0
package io.odograph.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.simulator.scenario.VehiclePlan;
import io.odograph.simulator.town.TownFence;
import io.odograph.simulator.town.Works;
import io.odograph.udfs.fence.Fence;
import io.odograph.udfs.fence.FenceSchedule;
import io.odograph.udfs.fence.FenceShape;
import io.odograph.udfs.fence.FenceTerms;
import io.odograph.udfs.geo.Area;
import java.time.Instant;
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

    /** The fences: one line for each version. */
    static String geofences(List<TownFence> fences) {
        StringBuilder lines = new StringBuilder();
        for (TownFence fence : fences) {
            lines.append(TruthJson.text(geofence(fence.fence()))).append('\n');
        }
        return lines.toString();
    }

    private static ObjectNode geofence(Fence fence) {
        FenceTerms terms = fence.terms();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("fence_id", terms.id());
        line.put("version", terms.version());
        line.put("name", terms.name());
        line.put("kind", terms.kind().name());
        ObjectNode shape = line.putObject("shape");
        shape.put("kind", fence.shape().kind().name());
        ArrayNode shapeLines = shape.putArray("lines");
        for (Area.Ring ring : fence.shape().lines()) {
            ArrayNode points = shapeLines.addObject().putArray("points");
            for (int i = 0; i < ring.latitudes().length; i++) {
                ObjectNode point = points.addObject();
                point.put("latitude", ring.latitudes()[i] / 1e7);
                point.put("longitude", ring.longitudes()[i] / 1e7);
            }
        }
        if (fence.shape().kind() == FenceShape.Kind.CIRCLE) {
            shape.put("radius", fence.shape().radius());
        }
        ArrayNode vehicles = line.putArray("vehicle_ids");
        fence.scope().vehicleIds().forEach(vehicles::add);
        FenceSchedule schedule = terms.schedule();
        if (schedule != null) {
            ObjectNode when = line.putObject("schedule");
            ArrayNode periods = when.putArray("periods");
            for (FenceSchedule.Period period : schedule.periods()) {
                ObjectNode part = periods.addObject();
                part.put("days", period.days());
                part.put("from_minute", period.fromMinute());
                part.put("to_minute", period.toMinute());
            }
            when.put("time_zone", schedule.timeZone());
        }
        line.put("effective_from", TelemetryJson.time(Instant.ofEpochMilli(terms.effectiveFrom())));
        if (!Double.isNaN(terms.thresholds().dwell())) {
            line.putObject("thresholds").put("dwell", terms.thresholds().dwell());
        }
        return line;
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
