// SPDX-License-Identifier: Apache-2.0
package io.odograph.roads.osm;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file is not OpenStreetMap data, or is damaged; the message says which and why. */
public final class OsmFileException extends IOException {

    private static final long serialVersionUID = 1L;

    OsmFileException(Path file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
