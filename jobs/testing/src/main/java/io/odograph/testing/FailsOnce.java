// SPDX-License-Identifier: Apache-2.0
package io.odograph.testing;

import io.odograph.common.intake.Intake;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;

/**
 * Lets records through, waits in their middle for a checkpoint, and soon after it fails, once: what
 * came behind the checkpoint is seen again after the restart.
 */
public final class FailsOnce extends RichMapFunction<Intake, Intake> implements CheckpointListener {

    /** Names of those that have failed; what they are is lost with the task. */
    private static final Map<String, Boolean> FAILED = new ConcurrentHashMap<>();

    private static final int SEEN_AGAIN = 300;

    private final String name;
    private final int middle;
    private int seen;
    private int behindCheckpoint = -1;

    /**
     * Creates it.
     *
     * @param name its own, by which it is known whether it has failed
     * @param middle records after which it waits for a checkpoint
     */
    public FailsOnce(String name, int middle) {
        this.name = name;
        this.middle = middle;
    }

    /** Whether the one of this name has failed. */
    public static boolean hasFailed(String name) {
        return FAILED.containsKey(name);
    }

    @Override
    public Intake map(Intake intake) throws Exception {
        seen++;
        if (behindCheckpoint >= 0 && ++behindCheckpoint == SEEN_AGAIN && !hasFailed(name)) {
            FAILED.put(name, true);
            throw new IllegalStateException("Fails once, for the test");
        }
        if (seen >= middle && behindCheckpoint < 0 && !hasFailed(name)) {
            // A checkpoint can only come between two records.
            Thread.sleep(5);
        }
        return intake;
    }

    @Override
    public void notifyCheckpointComplete(long id) {
        if (seen >= middle && behindCheckpoint < 0) {
            behindCheckpoint = 0;
        }
    }
}
