// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import java.io.IOException;

/** A file that is no GeoJSON, or none that can be read as fences; the message is for the user. */
final class FenceFileException extends IOException {

    FenceFileException(String message) {
        super(message);
    }
}
