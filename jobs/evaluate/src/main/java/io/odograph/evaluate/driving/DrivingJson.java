// SPDX-License-Identifier: Apache-2.0
package io.odograph.evaluate.driving;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.odograph.evaluate.FloorReport;
import java.util.List;

/** An evaluation as JSON for programs; numbers that are not known are null. */
final class DrivingJson {

    private DrivingJson() {}

    /** All of it, indented. */
    static String of(DrivingEvaluation evaluation) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("detector", "driving")
                .put("seed", evaluation.seed())
                .put("drives", evaluation.drives())
                .put("kilometres", evaluation.kilometres());
        ArrayNode rows = root.putArray("harsh");
        for (DrivingEvaluation.Row row : evaluation.rows()) {
            ObjectNode node =
                    rows.addObject()
                            .put("source", row.sensed().source().name())
                            .put("rate", row.sensed().rate())
                            .put("yaw", row.sensed().yaw());
            score(node, row.score());
            numbers(node.putArray("minutesToLearn"), row.mount().minutes());
            numbers(node.putArray("mountErrors"), row.mount().errors());
        }
        root.set("floors", FloorReport.json(evaluation.floors()));
        return root.toPrettyString() + "\n";
    }

    private static void score(ObjectNode node, HarshScore score) {
        node.put("expected", score.all().all())
                .put("found", score.all().some())
                .put("rightGrade", score.rightGrade())
                .put("told", score.told())
                .put("wrong", score.wrong());
        put(node, "recall", score.recall());
        put(node, "recallHarsh", score.harsh().value());
        put(node, "recallSevere", score.severe().value());
        put(node, "recallExtreme", score.extreme().value());
        put(node, "precision", score.precision());
    }

    private static void numbers(ArrayNode array, List<Double> numbers) {
        for (double number : numbers) {
            if (Double.isFinite(number)) {
                array.add(number);
            } else {
                array.addNull();
            }
        }
    }

    private static void put(ObjectNode node, String name, double value) {
        if (Double.isNaN(value)) {
            node.putNull(name);
        } else {
            node.put(name, value);
        }
    }
}
