// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import io.odograph.common.config.InvalidConfigException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Checks that checkpoints fit an exactly-once sink: it publishes with each checkpoint, so without
 * them it publishes nothing, and a transaction that times out before its checkpoint is lost.
 */
public final class CheckpointCheck {

    private CheckpointCheck() {}

    /**
     * Checks the checkpoints of a job.
     *
     * @throws InvalidConfigException with every problem, if there is any
     */
    public static void run(StreamExecutionEnvironment env, KafkaConfig config) {
        CheckpointConfig checkpoints = env.getCheckpointConfig();
        List<String> problems = new ArrayList<>();
        if (!checkpoints.isCheckpointingEnabled()) {
            problems.add(
                    CheckpointingOptions.CHECKPOINTING_INTERVAL.key()
                            + ": is needed by exactly-once sinks, which publish with each checkpoint");
        } else {
            long needed = checkpoints.getCheckpointInterval() + checkpoints.getCheckpointTimeout();
            if (config.transactionTimeout() < needed) {
                problems.add(
                        String.format(
                                "%s: must be at least %d ms, the sum of %s and %s, is %d ms",
                                KafkaOptions.TRANSACTION_TIMEOUT.key(),
                                needed,
                                CheckpointingOptions.CHECKPOINTING_INTERVAL.key(),
                                CheckpointingOptions.CHECKPOINTING_TIMEOUT.key(),
                                config.transactionTimeout()));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }
}
