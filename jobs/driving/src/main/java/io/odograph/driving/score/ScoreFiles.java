// SPDX-License-Identifier: Apache-2.0
package io.odograph.driving.score;

import io.odograph.udfs.score.RiskModel;
import io.odograph.udfs.score.Scorecard;
import io.odograph.udfs.score.Versions;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of scorecards and models, read once, where the job is built, and sent along with it: so
 * all its subtasks score by the same, after a restart too, whatever has become of the files.
 *
 * @param files the files, in the order of their names
 */
record ScoreFiles(List<ScoreFile> files) implements Serializable {

    /** A scorecard is a page; boosted trees can be some megabytes. */
    private static final long MOST_BYTES = 16 << 20;

    private static final int MOST_FILES = 50;

    private static final String DEFAULT = "default-scorecard.json";

    /**
     * A file.
     *
     * @param name its name
     * @param content what is in it
     */
    record ScoreFile(String name, byte[] content) implements Serializable {

        boolean isScorecard() {
            return name.endsWith(".json");
        }

        boolean isModel() {
            return name.endsWith(".pmml");
        }

        /** SHA-256 of the content. */
        String checksum() {
            try {
                return HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** Copies the list. */
    ScoreFiles {
        files = List.copyOf(files);
    }

    /** The default scorecard alone. */
    static ScoreFiles defaults() {
        try (InputStream resource = ScoreFiles.class.getResourceAsStream(DEFAULT)) {
            return new ScoreFiles(List.of(new ScoreFile(DEFAULT, resource.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads and checks a directory. Without a scorecard in it, the default one is in force.
     *
     * @param directory the directory; files of other names than *.json and *.pmml are passed over
     * @param problems takes all problems of all files, each with its file and place
     */
    static ScoreFiles read(Path directory, List<String> problems) {
        List<ScoreFile> files = new ArrayList<>();
        long bytes = 0;
        for (Path path : list(directory, problems)) {
            try {
                bytes += Files.size(path);
                if (bytes <= MOST_BYTES) {
                    String name = path.getFileName().toString();
                    files.add(new ScoreFile(name, Files.readAllBytes(path)));
                }
            } catch (IOException e) {
                problems.add(path + ": cannot be read: " + e);
            }
        }
        if (bytes > MOST_BYTES || files.size() > MOST_FILES) {
            problems.add(
                    directory
                            + ": must have at most "
                            + MOST_FILES
                            + " scorecards and models of together "
                            + (MOST_BYTES >> 20)
                            + " MiB");
            return defaults();
        }
        if (files.stream().noneMatch(ScoreFile::isScorecard)) {
            files.addAll(defaults().files());
        }
        ScoreFiles read = new ScoreFiles(files);
        problems.addAll(read.scorecards(problems).problems("scorecards"));
        problems.addAll(read.models(problems).problems("models"));
        return read;
    }

    private static List<Path> list(Path directory, List<String> problems) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile)
                    .filter(path -> path.toString().matches(".*\\.(json|pmml)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            problems.add(directory + ": cannot be listed: " + e);
            return List.of();
        }
    }

    /** The scorecards, of files that were checked before. */
    Versions<Scorecard> scorecards() {
        return scorecards(new ArrayList<>());
    }

    /** The models, each time anew, since a model serves one thread. */
    Versions<RiskModel> models() {
        return models(new ArrayList<>());
    }

    private Versions<Scorecard> scorecards(List<String> problems) {
        List<Scorecard> cards = new ArrayList<>();
        for (ScoreFile file : files) {
            if (file.isScorecard()) {
                List<String> found = new ArrayList<>();
                Scorecard card = ScorecardReader.read(file.content(), found);
                add(card, cards, file, found, problems);
            }
        }
        return new Versions<>(cards);
    }

    private Versions<RiskModel> models(List<String> problems) {
        List<RiskModel> models = new ArrayList<>();
        for (ScoreFile file : files) {
            if (file.isModel()) {
                List<String> found = new ArrayList<>();
                RiskModel model = PmmlModel.read(file.content(), found);
                add(model, models, file, found, problems);
            }
        }
        return new Versions<>(models);
    }

    private static <T> void add(
            @Nullable T read,
            List<T> all,
            ScoreFile file,
            List<String> found,
            List<String> problems) {
        if (read != null && found.isEmpty()) {
            all.add(read);
        }
        found.forEach(problem -> problems.add(file.name() + ": " + problem));
    }
}
