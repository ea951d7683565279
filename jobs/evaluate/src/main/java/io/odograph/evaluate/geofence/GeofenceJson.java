// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.geofence;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.evaluate.Distribution;
import io.odograph.evaluate.FloorReport;
import java.util.List;

/** An evaluation as JSON for programs. */
final class GeofenceJson {

    private GeofenceJson() {}

    /** All of it, indented. */
    static String of(GeofenceEvaluation evaluation) {
        GeofenceTrial trial = evaluation.trial();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("detector", "geofence")
                .put("roads", trial.network().origin().source())
                .put("roadsVersion", trial.network().version())
                .put("tours", trial.tours().size())
                .put("kilometres", trial.kilometres())
                .put("hours", trial.hours());
        ArrayNode rows = root.putArray("conditions");
        for (GeofenceEvaluation.Row row : evaluation.rows()) {
            ObjectNode node =
                    rows.addObject()
                            .put("sigma", row.condition().sigma())
                            .put("interval", row.condition().interval());
            node.set("stays", stays(row.score().stays()));
            node.set("crossings", crossings(row.score().passages()));
        }
        NightScore nights = evaluation.nights();
        root.putObject("parked")
                .put("nights", nights.nights())
                .put("reports", nights.reports())
                .put("told", nights.told())
                .put("flaps", nights.flaps())
                .put("nightsWithFlaps", nights.flapping());
        TowScore tows = evaluation.tows();
        root.putObject("tows")
                .put("tows", tows.tows())
                .put("told", tows.told())
                .put("marked", tows.marked())
                .put("drives", tows.drives())
                .put("drivesTold", tows.drivesTold())
                .put("drivesMarked", tows.drivesMarked());
        root.set("floors", FloorReport.json(evaluation.floors()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode stays(VisitScore score) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("expected", score.expected())
                        .put("found", score.found())
                        .put("brief", score.brief())
                        .put("briefFound", score.briefFound())
                        .put("told", score.told())
                        .put("wrong", score.wrong())
                        .put("atLine", score.atLine());
        put(node, "recall", score.recall());
        put(node, "precision", score.precision());
        put(node, "entryError", score.entries());
        put(node, "exitError", score.exits());
        put(node, "farthestError", score.depths());
        return node;
    }

    private static ObjectNode crossings(PassageScore score) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("driven", score.driven())
                        .put("drivenFound", score.drivenFound())
                        .put("expected", score.expected())
                        .put("found", score.found())
                        .put("passagesTold", score.told())
                        .put("neverInside", score.wrong())
                        .put("farOff", score.farOff());
        put(node, "recall", score.recall());
        return node;
    }

    private static void put(ObjectNode node, String name, List<Double> values) {
        Distribution distribution = Distribution.of(values, Double::doubleValue);
        ObjectNode inner = node.putObject(name);
        put(inner, "median", distribution.median());
        put(inner, "p95", distribution.p95());
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
