// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.score;

import io.odograph.udfs.driving.DrivingOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folds what is told of a vehicle into its scores. */
final class Scores {

    private Scores() {}

    static List<ScoreOutput> of(List<DrivingOutput> told) {
        return new Fold(Drives.scorecard()).all(told);
    }

    /** What was told last of each subject, without when it was decided. */
    static Map<String, ScoreOutput> last(List<ScoreOutput> told) {
        Map<String, ScoreOutput> last = new TreeMap<>();
        for (ScoreOutput output : told) {
            last.put(
                    key(output),
                    new ScoreOutput(
                            output.subject(),
                            output.start(),
                            output.end(),
                            output.vehicleId(),
                            output.tenantId(),
                            output.fleetId(),
                            output.vehicleClass(),
                            output.revision(),
                            0,
                            output.test(),
                            output.days(),
                            output.score(),
                            output.model()));
        }
        return last;
    }

    static String key(ScoreOutput output) {
        return output.subject() + " " + output.start();
    }

    /** A vehicle and how it is scored. */
    static final class Fold {

        final ScoreTrack track = new ScoreTrack();
        private final ScoreWatch watch;
        private final ScoreRules rules;

        Fold(Scorecard... cards) {
            this(ScoreRules.NONE, List.of(), cards);
        }

        Fold(ScoreRules rules, List<RiskModel> models, Scorecard... cards) {
            this.rules = rules;
            watch = new ScoreWatch(new Versions<>(List.of(cards)), new Versions<>(models));
        }

        List<ScoreOutput> tell(DrivingOutput output) {
            List<ScoreOutput> scores = new ArrayList<>();
            watch.accept(track, output, rules, scores::add);
            return scores;
        }

        List<ScoreOutput> all(List<DrivingOutput> told) {
            return told.stream().flatMap(output -> tell(output).stream()).toList();
        }
    }
}
