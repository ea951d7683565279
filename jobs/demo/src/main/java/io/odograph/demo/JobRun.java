// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/**
 * A job and what it says of itself.
 *
 * @param name name of the job, such as crash
 * @param client handle of the job
 */
record JobRun(String name, JobClient client) {

    private static final long PAUSE_MILLIS = 100;

    /** Whether something has come true. */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws ExecutionException, InterruptedException;
    }

    /**
     * Waits until the job has read so many records.
     *
     * @throws IllegalStateException if it has not after the limit, or has ended
     * @throws ExecutionException with what ended the job
     */
    void awaitRead(long records, Duration limit) throws ExecutionException, InterruptedException {
        await(() -> read() >= records, limit, "all of the %,d records".formatted(records));
    }

    private long read() throws ExecutionException, InterruptedException {
        return RecordAccount.of(client.getAccumulators().get()).in();
    }

    /**
     * Waits for something that the running job brings about.
     *
     * @param what what it has to read for that
     * @throws IllegalStateException if it has not after the limit, or has ended
     * @throws ExecutionException with what ended the job
     */
    void await(Condition condition, Duration limit, String what)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!hasEnded() && !condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The %s job stands still and has not read %s".formatted(name, what));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private boolean hasEnded() throws ExecutionException, InterruptedException {
        if (client.getJobStatus().get().isGloballyTerminalState()) {
            // Throws what ended it.
            client.getJobExecutionResult().get();
            throw new IllegalStateException(
                    "The %s job has ended before its input".formatted(name));
        }
        return false;
    }

    /**
     * Ends the job as at the end of its input: whatever waits for more records is let out, and what
     * was found is committed.
     *
     * @param folder where the job leaves its savepoint
     * @return the account at the end
     */
    RecordAccount drain(Path folder) throws ExecutionException, InterruptedException {
        client.stopWithSavepoint(true, folder.toUri().toString(), SavepointFormatType.NATIVE).get();
        return RecordAccount.of(client.getJobExecutionResult().get().getAllAccumulatorResults());
    }
}
