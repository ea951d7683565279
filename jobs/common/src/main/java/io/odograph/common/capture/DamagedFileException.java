// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.capture;

import io.odograph.schemas.RejectionReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read on; what was read before stays good. */
public final class DamagedFileException extends IOException {

    private final RejectionReason reason;

    /**
     * Creates a report of damage.
     *
     * @param reason kind of damage, from the closed list of rejections
     * @param message what is wrong with the file, without its name
     * @param cause what the library said, or null
     */
    public DamagedFileException(RejectionReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Kind of damage. */
    public RejectionReason reason() {
        return reason;
    }
}
