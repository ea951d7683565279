// SPDX-License-Identifier: Apache-2.0
package io.odograph.replay;

import io.odograph.common.capture.Captured;
import io.odograph.common.capture.DamagedFileException;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An input file as a sequence of undecoded records. */
interface RecordFile extends Closeable {

    /**
     * The next record, or null at the end.
     *
     * @throws DamagedFileException if the file is cut off or broken here; {@link #remainder} then
     *     is what could not be read
     * @throws IOException if the file cannot be read for another reason
     */
    @Nullable Captured next() throws IOException;

    /** Where the file broke, with the bytes of the record that was cut, where there are any. */
    Captured remainder();
}
