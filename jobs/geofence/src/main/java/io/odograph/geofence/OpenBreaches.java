// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.BreachEdge;
import io.odograph.udfs.fence.BreachEdge.Kind;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Puts before the first edge of a breach one that says that it opens: the pattern is of pairs. */
final class OpenBreaches implements FlatMapFunction<BreachEdge, BreachEdge> {

    @Override
    public void flatMap(BreachEdge edge, Collector<BreachEdge> out) {
        if (edge.kind() == Kind.START || edge.kind() == Kind.PASSAGE) {
            out.collect(edge.opening());
        }
        out.collect(edge);
    }
}
