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
 * @param client handle of the job
 */
record RunningJob(JobClient client) {

    private static final long PAUSE_MILLIS = 100;

    /**
     * Waits until the job has read so many records.
     *
     * @throws IllegalStateException if it has not after the limit, or has ended
     * @throws ExecutionException with what ended the job
     */
    void awaitRead(long records, Duration limit) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long read = read(); read < records; read = read()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "The job has read %,d of %,d records and stands still"
                                .formatted(read, records));
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
    }

    private long read() throws ExecutionException, InterruptedException {
        if (client.getJobStatus().get().isGloballyTerminalState()) {
            // Throws what ended it.
            client.getJobExecutionResult().get();
            throw new IllegalStateException("The job has ended before its input");
        }
        return RecordAccount.of(client.getAccumulators().get()).in();
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
