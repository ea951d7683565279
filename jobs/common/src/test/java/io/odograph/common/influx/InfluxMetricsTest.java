// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.junit.jupiter.api.Test;

class InfluxMetricsTest {

    private final Map<String, Object> registered = new HashMap<>();
    private long now = 1_000_000;
    private final InfluxMetrics metrics = new InfluxMetrics(group(), () -> now);

    @Test
    void linesAreCountedWhereTheyEnd() {
        LineEntry line = PointBufferTest.revision("a", 1);
        metrics.waiting(4);
        metrics.retried();
        metrics.written(List.of(line, line, line), 1);
        metrics.waiting(1);

        assertThat(count("influxdb.numLinesWritten")).isEqualTo(2);
        assertThat(count("influxdb.numLinesRejected")).isEqualTo(1);
        assertThat(count("influxdb.numRetries")).isEqualTo(1);
        assertThat(count("getNumRecordsSendCounter")).isEqualTo(2);
        assertThat(count("getNumRecordsSendErrorsCounter")).isEqualTo(1);
        assertThat(count("getNumBytesSendCounter")).isEqualTo(3L * line.line().length);
        assertThat(value("influxdb.numLinesWaiting")).isEqualTo(1);
    }

    @Test
    void secondsWithoutASuccessCountOnlyWhileLinesWait() {
        now += 5_000;
        assertThat(value("influxdb.secondsSinceLastSuccess")).isEqualTo(0L);
        metrics.waiting(1);
        assertThat(value("influxdb.secondsSinceLastSuccess")).isEqualTo(0L);
        now += 5_000;
        assertThat(value("influxdb.secondsSinceLastSuccess")).isEqualTo(5L);
        metrics.written(List.of(PointBufferTest.revision("a", 1)), 0);
        assertThat(value("influxdb.secondsSinceLastSuccess")).isEqualTo(0L);
    }

    private long count(String name) {
        return ((Counter) registered.get(name)).getCount();
    }

    private Object value(String name) {
        return ((Gauge<?>) registered.get(name)).getValue();
    }

    /** A group that keeps what is registered, with the names of groups in front. */
    private SinkWriterMetricGroup group() {
        return group("");
    }

    private SinkWriterMetricGroup group(String prefix) {
        return (SinkWriterMetricGroup)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {SinkWriterMetricGroup.class},
                        (proxy, method, args) ->
                                switch (method.getName()) {
                                    case "addGroup" -> group(prefix + args[0] + ".");
                                    case "gauge" -> {
                                        registered.put(prefix + args[0], args[1]);
                                        yield args[1];
                                    }
                                    case "counter" -> counter(prefix + args[0]);
                                    default -> counter(method.getName());
                                });
    }

    private Object counter(String name) {
        return registered.computeIfAbsent(name, any -> new SimpleCounter());
    }
}
