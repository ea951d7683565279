// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.common.config.ConfigReader;
import java.io.Serializable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checked settings of scores; see {@link ScoreOptions}.
 *
 * @param enabled whether there are scores
 * @param topic topic of the scores
 * @param files scorecards and models
 */
public record ScoreConfig(boolean enabled, String topic, ScoreFiles files) implements Serializable {

    /** Reads the settings and the files; problems stay with the reader. */
    public static ScoreConfig read(ConfigReader reader) {
        return new ScoreConfig(
                reader.flag(ScoreOptions.ENABLED),
                reader.required(ScoreOptions.TOPIC),
                files(reader, reader.text(ScoreOptions.MODELS).strip()));
    }

    private static ScoreFiles files(ConfigReader reader, String directory) {
        if (directory.isEmpty()) {
            return ScoreFiles.defaults();
        }
        List<String> problems = new ArrayList<>();
        try {
            return ScoreFiles.read(Path.of(directory), problems);
        } catch (InvalidPathException e) {
            problems.add("must be a directory, is \"" + directory + '"');
            return ScoreFiles.defaults();
        } finally {
            problems.forEach(problem -> reader.problem(ScoreOptions.MODELS.key() + ": " + problem));
        }
    }

    /** Checks rules that name versions of these scorecards and models. */
    public ScoreRuleCheck ruleCheck() {
        return new ScoreRuleCheck(files.scorecards().numbers(), files.models().numbers());
    }
}
