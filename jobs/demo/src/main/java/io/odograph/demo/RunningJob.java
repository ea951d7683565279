// SPDX-License-Identifier: Apache-2.0
package io.odograph.demo;

import io.odograph.common.account.RecordAccount;
import io.odograph.embedded.EmbeddedFlink;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.core.execution.JobClient;

/**
 * A job and what it says of itself.
 *
 * @param flink cluster that it runs on
 * @param client handle of the job
 */
record RunningJob(EmbeddedFlink flink, JobClient client) {

    private static final long PAUSE_MILLIS = 100;

    /**
     * Waits until the job has taken in all records and accounts for each, or for so long at most.
     *
     * @param records records that were sent
     * @return the account then
     */
    RecordAccount accountFor(long records, Duration limit)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        RecordAccount account = account();
        while ((account.in() < records || !account.balances()) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            account = account();
        }
        return account;
    }

    private RecordAccount account() throws ExecutionException, InterruptedException {
        if (client.getJobStatus().get().isGloballyTerminalState()) {
            // Throws what ended it.
            client.getJobExecutionResult().get();
            throw new IllegalStateException("The job has ended before its input");
        }
        return RecordAccount.of(client.getAccumulators().get());
    }

    /**
     * Makes visible what has been found until now: exactly-once sinks commit with a checkpoint.
     *
     * @param enough when to stop waiting for it to show
     */
    void publish(BooleanSupplier enough, Duration limit)
            throws ExecutionException, InterruptedException {
        flink.checkpoint(client.getJobID());
        long deadline = System.nanoTime() + limit.toNanos();
        while (!enough.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        // Whatever false alerts came along are visible after one more.
        flink.checkpoint(client.getJobID());
    }
}
