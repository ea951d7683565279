// SPDX-License-Identifier: Apache-2.0
package io.odograph.crash;

import io.odograph.udfs.crash.CrashEdge;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Takes recordings out of the edges: they are large, and the pattern has no use for them. */
final class SplitRecordings extends ProcessFunction<CrashEdge, CrashEdge> {

    static final OutputTag<CrashEdge> RECORDINGS =
            new OutputTag<>("recordings", TypeInformation.of(CrashEdge.class));

    @Override
    public void processElement(CrashEdge edge, Context context, Collector<CrashEdge> out) {
        if (edge.kind() == CrashEdge.Kind.RECORDED) {
            context.output(RECORDINGS, edge);
        } else {
            out.collect(edge);
        }
    }
}
