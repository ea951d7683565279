// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.alert.AlertHeaders;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.Score;
import io.odograph.schemas.ScoreFactor;
import io.odograph.schemas.ScoreModel;
import io.odograph.schemas.ScoreSubject;
import io.odograph.udfs.score.ModelResult;
import io.odograph.udfs.score.ScoreOutput;
import io.odograph.udfs.score.ScoredFactor;
import java.time.Instant;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Scores as {@link Score}s, key = vehicle id. */
public record ScoreFormat() implements OutputFormat<ScoreOutput> {

    @Override
    public Schema schema() {
        return Score.getClassSchema();
    }

    @Override
    public Score toAvro(ScoreOutput output) {
        Score.Builder record =
                Score.newBuilder()
                        .setHeader(ScoreHeaders.toAvro(output))
                        .setSubject(ScoreSubject.valueOf(output.subject().name()))
                        .setStartTime(Instant.ofEpochMilli(output.start()))
                        .setModel(toAvro(output.model()))
                        .setFactors(List.of());
        var score = output.score();
        if (score != null) {
            record.setEndTime(Instant.ofEpochMilli(output.end()))
                    .setDaysDriven(output.days() == 0 ? null : output.days())
                    .setScorecardId(score.scorecardId())
                    .setScorecardVersion(score.scorecardVersion())
                    .setScore(score.value())
                    .setCredibility(score.credibility())
                    .setMileage(score.kilometres())
                    .setRatedMileage(score.ratedKilometres())
                    .setFactors(score.factors().stream().map(ScoreFormat::toAvro).toList());
        }
        return record.build();
    }

    private static ScoreFactor toAvro(ScoredFactor factor) {
        return ScoreFactor.newBuilder()
                .setFactor(factor.factor().label())
                .setValue(AlertHeaders.known(factor.value()))
                .setKnownDistance(factor.knownKilometres())
                .setShrunkValue(factor.shrunk())
                .setPoints(factor.points())
                .setWeight(factor.weight())
                .setPenalty(factor.penalty())
                .build();
    }

    private static @Nullable ScoreModel toAvro(@Nullable ModelResult model) {
        return model == null
                ? null
                : ScoreModel.newBuilder()
                        .setModelId(model.model())
                        .setModelVersion(model.version())
                        .setResult(AlertHeaders.known(model.value()))
                        .build();
    }

    @Override
    public String key(ScoreOutput output) {
        return output.vehicleId();
    }

    @Override
    public CloudEvent event(ScoreOutput output) {
        return ScoreHeaders.event(output);
    }
}
