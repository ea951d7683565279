// SPDX-License-Identifier: Apache-2.0
package io.odograph.speeding;

import io.odograph.udfs.speeding.SpeedingEdge;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each end twice: the first is part of the pattern's match, the second lets the pattern know
 * that nothing follows, so that it forgets the episode at once.
 */
final class RepeatEnds implements FlatMapFunction<SpeedingEdge, SpeedingEdge> {

    @Override
    public void flatMap(SpeedingEdge edge, Collector<SpeedingEdge> out) {
        out.collect(edge);
        if (edge.kind() == SpeedingEdge.Kind.END) {
            out.collect(edge);
        }
    }
}
