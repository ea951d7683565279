// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.account;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** One line of the account of one operator: counts as accumulator and as metric at once. */
public final class RecordCounter {

    private static final String GROUP = "account";

    private final LongCounter accumulator = new LongCounter();
    private final Counter metric;

    private RecordCounter(Counter metric) {
        this.metric = metric;
    }

    /**
     * Registers a line, in {@code open}.
     *
     * @param context context of the operator
     * @param name name of the accumulator, from {@link RecordAccount}
     * @param metric name of the metric counter, in camel case with {@code num}
     */
    public static RecordCounter register(RuntimeContext context, String name, String metric) {
        return register(context, name, context.getMetricGroup().addGroup(GROUP), metric);
    }

    /** Registers a line whose metric carries the reason as a label. */
    public static RecordCounter registerReason(
            RuntimeContext context, String name, String metric, String reason) {
        return register(
                context,
                name + "." + reason,
                context.getMetricGroup().addGroup(GROUP).addGroup("reason", reason),
                metric);
    }

    private static RecordCounter register(
            RuntimeContext context, String name, MetricGroup group, String metric) {
        RecordCounter counter = new RecordCounter(group.counter(metric));
        context.addAccumulator(name, counter.accumulator);
        return counter;
    }

    /** Counts one record. */
    public void count() {
        accumulator.add(1L);
        metric.inc();
    }
}
