// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.udfs.crash.CrashEdge;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fails the job when the pattern drops an edge as late: the vehicle operator never emits behind the
 * watermark, so this can only be a bug, and a crash must not be lost to one.
 */
final class RefuseLateEdges extends ProcessFunction<CrashEdge, Void> {

    @Override
    public void processElement(CrashEdge edge, Context context, Collector<Void> out) {
        throw new IllegalStateException(
                "An edge of kind " + edge.kind() + " came behind the watermark");
    }
}
