// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that a replay writes to. Files grow in a hidden folder inside and are moved into place
 * at the end, so that a replay that broke off leaves none that look whole.
 */
final class OutputFolder implements Closeable {

    /** Crash alerts. */
    static final String CRASH_ALERTS = "alerts.crash.jsonl";

    /** What was recorded around each crash. */
    static final String CRASH_EVIDENCE = "alerts.crash.evidence.jsonl";

    /** Speeding alerts. */
    static final String SPEEDING_ALERTS = "alerts.speeding.jsonl";

    /** Breaches of fences and visits. */
    static final String GEOFENCE_ALERTS = "alerts.geofence.jsonl";

    /** Rejected records. */
    static final String DEAD_LETTERS = "dead-letters.jsonl";

    /** The record account. */
    static final String ACCOUNT = "account.json";

    private static final List<String> FILES =
            List.of(
                    CRASH_ALERTS,
                    CRASH_EVIDENCE,
                    SPEEDING_ALERTS,
                    GEOFENCE_ALERTS,
                    DEAD_LETTERS,
                    ACCOUNT);

    private final Path folder;
    private final Path hidden;

    private OutputFolder(Path folder, Path hidden) {
        this.folder = folder;
        this.hidden = hidden;
    }

    /**
     * Opens a folder, making it where it is missing.
     *
     * @throws IOException if it cannot be written
     */
    static OutputFolder open(Path folder) throws IOException {
        Files.createDirectories(folder);
        return new OutputFolder(folder, Files.createTempDirectory(folder, ".replay-"));
    }

    /** Names of outputs that are there already. */
    static List<String> existing(Path folder) {
        return FILES.stream().filter(name -> Files.exists(folder.resolve(name))).toList();
    }

    /** Where records are collected in the order in which they come. */
    Path spool(String name) {
        return hidden.resolve(name + ".spool");
    }

    /** Where a finished file waits for being moved into place. */
    Path staged(String name) {
        return hidden.resolve(name);
    }

    /**
     * Moves the finished files into place. Outputs of another replay that this one did not have go:
     * together they would look like one.
     */
    void publish() throws IOException {
        for (String name : FILES) {
            if (Files.exists(staged(name))) {
                Files.move(staged(name), folder.resolve(name), ATOMIC_MOVE, REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    /** Removes what is left of the work. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> left = Files.list(hidden)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(hidden);
    }
}
