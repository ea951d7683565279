// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.influx.FieldType;
import io.odograph.common.influx.LineFormat;
import io.odograph.common.influx.LineWriter;
import io.odograph.common.influx.Measurement;
import io.odograph.udfs.score.ModelResult;
import io.odograph.udfs.score.Score;
import io.odograph.udfs.score.ScoreFactor;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoredFactor;

/** Scores as lines; in one whose {@code retracted} is true nothing else counts. */
public final class ScoreLines implements LineFormat<ScoreOutput> {

    /** Scores; time = start of the trip or of the day, of thirty days that of the last. */
    public static final Measurement SCORES = measurement();

    private static final long serialVersionUID = 1;

    private static Measurement measurement() {
        Measurement.Builder scores =
                Measurement.of("scores", "how somebody drove, by a scorecard")
                        .tagPerVehicle("vehicle_id", "the vehicle")
                        .tagPerVehicle("tenant_id", "its customer; absent where there is one alone")
                        .tag("subject", 3, "TRIP, DAY or ROLLING_30_DAYS")
                        .field("revision", FieldType.INTEGER, "", "1 and up, not always by one")
                        .field("retracted", FieldType.FLAG, "", "whether there is none after all")
                        .field("score", FieldType.DECIMAL, "", "0 to 100, the higher the better")
                        .field("credibility", FieldType.DECIMAL, "", "weight of its own driving")
                        .field("mileage_km", FieldType.DECIMAL, "km", "distance driven")
                        .field("rated_mileage_km", FieldType.DECIMAL, "km", "weighed by the hour")
                        .field("days_driven", FieldType.INTEGER, "", "days with driving, or 0")
                        .field("scorecard_id", FieldType.TEXT, "", "name of the scorecard")
                        .field("scorecard_version", FieldType.INTEGER, "", "its version")
                        .field("model_id", FieldType.TEXT, "", "name of the model, or empty")
                        .field("model_version", FieldType.INTEGER, "", "its version, or 0")
                        .field("model_known", FieldType.FLAG, "", "whether it has a result")
                        .field("model_result", FieldType.DECIMAL, "", "its result, or 0");
        for (ScoreFactor factor : ScoreFactor.values()) {
            if (!factor.isExposure()) {
                scores.field(
                        penalty(factor), FieldType.DECIMAL, "", "points that it has cost, or 0");
            }
        }
        return scores.build();
    }

    private static String penalty(ScoreFactor factor) {
        return factor.label() + "_penalty";
    }

    @Override
    public void write(ScoreOutput output, LineWriter line) {
        Score score = output.score();
        line.begin(SCORES)
                .tag("subject", output.subject().name())
                .tag("tenant_id", output.tenantId())
                .tag("vehicle_id", output.vehicleId())
                .field("revision", (long) output.revision())
                .field("retracted", output.retracted())
                .field("score", score == null ? 0 : score.value())
                .field("credibility", score == null ? 0 : score.credibility())
                .field("mileage_km", score == null ? 0 : score.kilometres())
                .field("rated_mileage_km", score == null ? 0 : score.ratedKilometres())
                .field("days_driven", (long) output.days())
                .field("scorecard_id", score == null ? "" : score.scorecardId())
                .field("scorecard_version", score == null ? 0 : score.scorecardVersion());
        ModelResult model = output.model();
        boolean known = model != null && !Double.isNaN(model.value());
        line.field("model_id", model == null ? "" : model.model())
                .field("model_version", model == null ? 0 : model.version())
                .field("model_known", known)
                .field("model_result", model == null || !known ? 0 : model.value());
        for (ScoreFactor factor : ScoreFactor.values()) {
            if (!factor.isExposure()) {
                line.field(penalty(factor), score == null ? 0 : cost(score, factor));
            }
        }
        line.at(output.start());
    }

    private static double cost(Score score, ScoreFactor factor) {
        for (ScoredFactor scored : score.factors()) {
            if (scored.factor() == factor) {
                return scored.penalty();
            }
        }
        return 0;
    }
}
