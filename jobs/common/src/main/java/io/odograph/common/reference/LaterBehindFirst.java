// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * What was on a topic at the start, then what has come later: the two are read at the same time,
 * and a withdrawal that overtook what it withdraws would be lost. Runs in one subtask.
 *
 * @param <T> records
 */
final class LaterBehindFirst<T> extends AbstractStreamOperator<T>
        implements TwoInputStreamOperator<T, T, T> {

    private final TypeInformation<T> type;
    private final List<T> waiting = new ArrayList<>();
    private transient ListState<T> state;
    private boolean first = true;

    /** Creates an operator for records of a type. */
    LaterBehindFirst(TypeInformation<T> type) {
        this.type = type;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state =
                context.getOperatorStateStore()
                        .getListState(new ListStateDescriptor<>("waiting", type));
        state.get().forEach(waiting::add);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(waiting);
    }

    @Override
    public void processElement1(StreamRecord<T> element) {
        output.collect(element);
    }

    @Override
    public void processElement2(StreamRecord<T> element) {
        if (first) {
            waiting.add(element.getValue());
        } else {
            output.collect(element);
        }
    }

    /** Only the end of the first part has one; after a restart it has it again. */
    @Override
    public void processWatermark1(Watermark mark) throws Exception {
        if (mark.equals(Watermark.MAX_WATERMARK)) {
            first = false;
            waiting.forEach(each -> output.collect(new StreamRecord<>(each)));
            waiting.clear();
        }
        super.processWatermark1(mark);
    }
}
