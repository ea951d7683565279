// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder for what need not outlive its maker. */
final class TemporaryFolder {

    private static final Logger LOG = LoggerFactory.getLogger(TemporaryFolder.class);

    private TemporaryFolder() {}

    /**
     * Makes an empty folder.
     *
     * @param prefix beginning of its name
     * @throws UncheckedIOException if it cannot be made
     */
    static Path create(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary folder", e);
        }
    }

    /** Deletes a folder with all in it; one that is gone already is fine. */
    static void delete(Path folder) {
        try {
            Utils.delete(folder.toFile());
        } catch (IOException e) {
            LOG.warn("Cannot delete the temporary folder {}", folder, e);
        }
    }
}
