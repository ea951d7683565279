// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.speeding;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.evaluate.FloorReport;

/** An evaluation as JSON for programs; numbers that are not known are null. */
final class SpeedingJson {

    private SpeedingJson() {}

    /** All of it, indented. */
    static String of(SpeedingEvaluation evaluation) {
        SpeedingTrial trial = evaluation.trial();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("detector", "speeding")
                .put("roads", trial.network().origin().source())
                .put("roadsVersion", trial.network().version())
                .put("drives", trial.drives().size())
                .put("kilometres", trial.kilometres())
                .put("limitChanges", trial.limitChanges())
                .put("lag", evaluation.lag());
        ArrayNode rows = root.putArray("conditions");
        for (SpeedingEvaluation.Row row : evaluation.rows()) {
            ObjectNode node =
                    rows.addObject()
                            .put("sigma", row.condition().sigma())
                            .put("interval", row.condition().interval())
                            .put("heading", row.condition().heading());
            node.set("matching", matching(row.match()));
            node.set("episodes", episodes(row.episodes()));
        }
        root.set("floors", FloorReport.json(evaluation.floors()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode matching(MatchScore score) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("fixes", score.fixes())
                .put("rightEdge", score.rightEdge())
                .put("rightLimit", score.rightLimit())
                .put("tooLow", score.tooLow())
                .put("tooHigh", score.tooHigh())
                .put("none", score.unmatched())
                .put("sure", score.sure())
                .put("sureWrong", score.sureWrong())
                .put("sureTooLow", score.sureTooLow());
    }

    private static ObjectNode episodes(EpisodeScore score) {
        ObjectNode node =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("expected", score.expected())
                        .put("found", score.found())
                        .put("rightBand", score.rightBand())
                        .put("told", score.told())
                        .put("wrong", score.wrong())
                        .put("parts", score.parts());
        put(node, "recall", score.recall());
        put(node, "precision", score.precision());
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
