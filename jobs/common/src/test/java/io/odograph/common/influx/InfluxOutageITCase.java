// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits while a server takes nothing, and what is left when it takes lines again. */
class InfluxOutageITCase extends StubbedServer {

    @TempDir private Path folder;

    @Test
    void anOutageLetsCheckpointsCompleteUntilTheBufferIsFull() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient job = job().perSecond(1_000).submit(10_000);
        await(() -> LineJob.CHECKPOINTS.get(name) >= 3);

        // When 4,000 lines wait, the rest of the numbers does, and with it the checkpoints.
        await(
                () -> {
                    int before = LineJob.CHECKPOINTS.get(name);
                    Thread.sleep(1_500);
                    return LineJob.CHECKPOINTS.get(name) == before;
                });
        assertThat(stub.points).isEmpty();
        stub.always(InfluxStub::accept);
        LineJob.end(job);
        assertAll(10_000);
    }

    @Test
    void afterAFailureInAnOutageNothingIsLost() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient job = job().perSecond(2_000).failingAt(2_000).submit(3_000);
        await(() -> LineJob.FAILURES.containsKey(name));
        assertThat(LineJob.CHECKPOINTS.get(name)).isPositive();
        stub.always(InfluxStub::accept);
        LineJob.end(job);

        assertAll(3_000);
    }

    @Test
    void linesThatWaitInASavepointAreWrittenByTheNextJob() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient first = job().perSecond(500).submit(1_000_000);
        await(() -> LineJob.CHECKPOINTS.get(name) >= 3);
        String savepoint =
                first.stopWithSavepoint(false, folder.toString(), SavepointFormatType.CANONICAL)
                        .get(60, TimeUnit.SECONDS);
        assertThat(stub.points).isEmpty();
        stub.always(InfluxStub::accept);
        JobClient second = job().from(savepoint).perSecond(500).submit(1_000_000);
        await(() -> stub.points.size() >= 1_500);
        second.cancel().get(60, TimeUnit.SECONDS);

        Set<Long> values = new HashSet<>();
        stub.points.values().forEach(point -> values.add((Long) point.fields().get("value")));
        assertThat(values).contains(0L, 1L);
        assertThat(values.stream().mapToLong(v -> v).max().orElseThrow())
                .isEqualTo(values.size() - 1L);
    }

    @Test
    void theNewestRevisionStaysHoweverRequestsOvertakeEachOther() throws Exception {
        Random random = new Random(7);
        stub.always(
                (server, exchange) -> {
                    List<String> lines = server.read(exchange);
                    Thread.sleep(random.nextInt(30));
                    if (random.nextInt(4) == 0) {
                        exchange.sendResponseHeaders(503, -1);
                    } else {
                        server.keep(lines);
                        exchange.sendResponseHeaders(204, -1);
                    }
                });
        job(
                        "--influxdb.batch-size", "20",
                        "--influxdb.max-in-flight", "8",
                        "--influxdb.buffer-size", "300")
                .format(LineJob.revisions(200))
                .perSecond(10_000)
                .run(20_000);

        List<Long> values = new ArrayList<>();
        stub.points.values().forEach(point -> values.add((Long) point.fields().get("value")));
        assertThat(values)
                .hasSize(200)
                .allSatisfy(v -> assertThat(v).isGreaterThanOrEqualTo(19_800));
    }
}
