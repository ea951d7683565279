// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;

/** A cluster, and for each test a server that answers as it is told. */
abstract class StubbedServer {

    static final String HIDDEN = "s3cr3t-t0ken";

    static EmbeddedFlink flink;

    InfluxStub stub;
    String name;

    @BeforeAll
    static void startFlink() {
        flink = EmbeddedFlink.start(1, new Configuration());
    }

    @AfterAll
    static void stopFlink() {
        flink.close();
    }

    @BeforeEach
    void start(TestInfo test) throws Exception {
        stub = new InfluxStub();
        name = test.getDisplayName();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    /** Waits until something holds. */
    static void await(Callable<Boolean> holds) throws Exception {
        for (int i = 0; i < 600; i++) {
            if (holds.call()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("It did not happen within 30 s");
    }

    LineJob job(String... more) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--influxdb.url", stub.url(),
                                "--influxdb.org", "o&",
                                "--influxdb.bucket", "b c",
                                "--influxdb.token", HIDDEN,
                                "--influxdb.flush-interval", "100 ms",
                                "--influxdb.timeout", "500 ms",
                                "--influxdb.retry.min-wait", "20 ms",
                                "--influxdb.retry.max-wait", "200 ms"));
        List<String> sizes =
                List.of("--influxdb.batch-size", "1000", "--influxdb.buffer-size", "4000");
        args.addAll(more.length == 0 ? sizes : List.of(more));
        return new LineJob(flink, name, InfluxConfigTest.read(args.toArray(String[]::new)));
    }

    void assertAll(int numbers) {
        assertThat(stub.points).hasSize(numbers);
        for (LineParser point : stub.points.values()) {
            long value = (Long) point.fields().get("value");
            assertThat(point)
                    .isEqualTo(
                            new LineParser(
                                    "points",
                                    Map.of("vehicle_id", "v" + value % 10),
                                    Map.of("value", value, "half", value / 2.0),
                                    1_000_000 + value));
        }
    }
}
