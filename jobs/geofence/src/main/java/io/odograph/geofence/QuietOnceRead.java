// SPDX-License-Identifier: Apache-2.0
package io.odograph.geofence;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;

/**
 * Passes records on, and holds the watermark of whoever reads them back until its input has come to
 * the end of what there was at the start; from then on its watermark does not count. An operator of
 * its own, because no function may say that.
 *
 * @param <T> records
 */
final class QuietOnceRead<T> extends AbstractStreamOperator<T>
        implements OneInputStreamOperator<T, T> {

    @Override
    public void processElement(StreamRecord<T> element) {
        output.collect(element);
    }

    /** Only the end of the first part has one. */
    @Override
    public void processWatermark(Watermark mark) {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            output.emitWatermarkStatus(WatermarkStatus.IDLE);
        }
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) {
        // What follows is idle from the beginning, which says nothing.
    }
}
