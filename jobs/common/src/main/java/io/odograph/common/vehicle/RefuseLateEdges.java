// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Fails the job when a pattern drops an edge as late: the vehicle operator never emits behind the
 * watermark, so this can only be a bug, and an alert must not be lost to one.
 *
 * @param <E> edge
 */
public final class RefuseLateEdges<E> extends ProcessFunction<E, Void> {

    @Override
    public void processElement(E edge, Context context, Collector<Void> out) {
        throw new IllegalStateException(
                "An edge of type "
                        + edge.getClass().getSimpleName()
                        + " came behind the watermark");
    }
}
