// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes batches to a database, several at a time. */
interface LineTransport extends AutoCloseable {

    /**
     * Begins to write a batch and returns at once.
     *
     * @param batch lines of different points
     * @param then told the outcome, once, by another thread
     */
    void write(List<LineEntry> batch, Consumer<Outcome> then);

    /** Gives up what is under way. */
    @Override
    void close();

    /**
     * What became of a batch.
     *
     * @param settled lines that are written or dead-lettered
     * @param rejected how many of them are dead-lettered
     * @param again lines to be sent again
     * @param retryAfter wait that the server asks for before that, ms, or 0
     * @param trouble why lines are to be sent again, for the log, or the empty string
     * @param failure why the job has to fail, or null
     */
    record Outcome(
            List<LineEntry> settled,
            int rejected,
            List<LineEntry> again,
            long retryAfter,
            String trouble,
            @Nullable Exception failure) {}
}
