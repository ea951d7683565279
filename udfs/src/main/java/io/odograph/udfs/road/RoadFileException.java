// SPDX-License-Identifier: Apache-2.0
package io.odograph.udfs.road;

import java.io.IOException;
import java.nio.file.Path;

/** A road file cannot be used; the message says which and why. */
public final class RoadFileException extends IOException {

    private static final long serialVersionUID = 1L;

    /** Names the file and the reason. */
    RoadFileException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
