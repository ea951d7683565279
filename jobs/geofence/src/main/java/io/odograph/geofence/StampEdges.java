// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import io.odograph.udfs.fence.BreachEdge;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gives edges the receive time at which they were decided as their timestamp, never behind the
 * watermark. An operator of its own, because functions hand on the timestamp of what they took.
 */
final class StampEdges extends AbstractStreamOperator<BreachEdge>
        implements OneInputStreamOperator<BreachEdge, BreachEdge> {

    private long emitted = Long.MIN_VALUE;

    @Override
    public void processElement(StreamRecord<BreachEdge> element) {
        long at = Math.max(element.getValue().releasedAt(), emitted + 1);
        output.collect(element.replace(element.getValue(), at));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        super.processWatermark(mark);
        emitted = mark.getTimestamp();
    }
}
