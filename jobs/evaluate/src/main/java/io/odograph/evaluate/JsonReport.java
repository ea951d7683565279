// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A result as JSON for programs; numbers that are not known are null. */
final class JsonReport {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private JsonReport() {}

    /** The whole report, indented. */
    static String of(EvaluationResult result) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("detector", "crash").put("seed", result.seed()).put("scale", result.scale());
        root.set("scenarios", groups(result.scenarios()));
        ObjectNode breakdowns = root.putObject("breakdowns");
        for (Breakdown breakdown : Breakdown.of(result.crashes())) {
            breakdowns.set(breakdown.property(), groups(breakdown.groups()));
        }
        ArrayNode hazards = root.putArray("harmless");
        result.hazards().forEach(hazard -> hazards.add(hazard(hazard)));
        root.set("together", hazard(result.total()));
        ArrayNode recorded = root.putArray("recorded");
        for (RecordedRow row : result.recorded()) {
            recorded.addObject()
                    .put("name", row.name())
                    .put("material", row.material())
                    .put("expected", row.expected())
                    .put("measured", row.measured())
                    .put("met", row.met());
        }
        root.set("floors", FloorReport.json(result.floors()));
        return root.toPrettyString() + "\n";
    }

    private static ArrayNode groups(List<CrashGroup> groups) {
        ArrayNode array = MAPPER.createArrayNode();
        for (CrashGroup group : groups) {
            ObjectNode node =
                    array.addObject()
                            .put("name", group.name())
                            .put("n", group.n())
                            .put("detected", group.detected())
                            .put("confirmed", group.confirmed())
                            .put("others", group.others())
                            .put("rightSeverity", group.rightSeverity());
            put(node, "recall", group.recall());
            node.set("recallInterval", interval(group.recallInterval()));
            node.set("deltaVError", distribution(group.deltaVError()));
            node.set("directionErrorDegrees", distribution(group.directionError()));
            node.set("impactToSuspectedSeconds", distribution(group.toSuspected()));
            node.set("impactToConfirmedSeconds", distribution(group.toConfirmed()));
            node.set("evidenceToSuspectedSeconds", distribution(group.fromEvidence()));
        }
        return array;
    }

    private static ObjectNode hazard(HazardResult hazard) {
        ObjectNode node = MAPPER.createObjectNode().put("name", hazard.scenario());
        put(node, "assumedPer1000Hours", hazard.per1000Hours());
        node.put("events", hazard.episodes())
                .put("vehicleHours", hazard.hours())
                .put("suspected", hazard.suspected())
                .put("suspectedPer1000Hours", hazard.suspectedRate());
        node.set("suspectedInterval", interval(hazard.suspectedInterval()));
        node.put("alarms", hazard.alarms()).put("alarmsPer1000Hours", hazard.alarmRate());
        node.set("alarmInterval", interval(hazard.alarmInterval()));
        return node;
    }

    private static ArrayNode interval(Interval interval) {
        return MAPPER.createArrayNode().add(interval.low()).add(interval.high());
    }

    private static ObjectNode distribution(Distribution distribution) {
        ObjectNode node = MAPPER.createObjectNode().put("n", distribution.count());
        put(node, "median", distribution.median());
        put(node, "p95", distribution.p95());
        return node;
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
