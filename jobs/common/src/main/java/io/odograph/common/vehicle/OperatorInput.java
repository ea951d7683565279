// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.vehicle;

import org.apache.flink.streaming.api.operators.AbstractInput;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorV2;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * One input of an operator; one alone decides the operator's time.
 *
 * @param <I> what comes in
 * @param <O> what the operator emits
 */
@SuppressWarnings("unchecked") // a signature that Flink's interface and its class do not share
final class OperatorInput<I, O> extends AbstractInput<I, O> {

    private final boolean decidesTime;
    private final ThrowingConsumer<I, Exception> process;

    OperatorInput(
            AbstractStreamOperatorV2<O> operator,
            int number,
            boolean decidesTime,
            ThrowingConsumer<I, Exception> process) {
        super(operator, number);
        this.decidesTime = decidesTime;
        this.process = process;
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        process.accept(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (decidesTime) {
            owner.processWatermark(mark);
        }
    }

    @Override
    public void processWatermarkStatus(WatermarkStatus status) throws Exception {
        if (decidesTime) {
            output.emitWatermarkStatus(status);
        }
    }
}
