// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.odograph.embedded.EmbeddedFlink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink in a job, before a server that answers as real ones do when things go wrong. */
class InfluxSinkITCase {

    private static final String HIDDEN = "s3cr3t-t0ken";
    private static EmbeddedFlink flink;

    private InfluxStub stub;
    private String name;

    @TempDir private Path folder;

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

    @Test
    void linesTravelCompressedWithTokenAndTarget() throws Exception {
        run(job(), 2_500);

        assertAll(2_500);
        assertThat(stub.seen.size()).isBetween(3, 20);
        assertThat(stub.seen)
                .allSatisfy(
                        seen -> {
                            assertThat(seen.target())
                                    .isEqualTo("/api/v2/write?org=o%26&bucket=b%20c&precision=ms");
                            assertThat(seen.headers().getFirst("Authorization"))
                                    .isEqualTo("Token " + HIDDEN);
                            assertThat(seen.headers().getFirst("Content-Encoding"))
                                    .isEqualTo("gzip");
                            assertThat(seen.headers()).containsKey("Content-Length");
                        });
    }

    @Test
    void theInterfaceOfInfluxDb1IsSpokenToo() throws Exception {
        InfluxConfig config =
                InfluxConfigTest.read(
                        "--influxdb.url", stub.url() + "/behind/a/proxy",
                        "--influxdb.api", "v1",
                        "--influxdb.database", "d",
                        "--influxdb.username", "u",
                        "--influxdb.password", HIDDEN,
                        "--influxdb.gzip", "false");
        run(new LineJob(flink, name, config), 100);

        assertAll(100);
        assertThat(stub.seen.get(0).target()).isEqualTo("/behind/a/proxy/write?db=d&precision=ms");
        assertThat(stub.seen.get(0).headers().getFirst("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("u", HIDDEN));
        assertThat(stub.seen.get(0).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void aServerThatAsksForAPauseGetsIt() throws Exception {
        stub.next(InfluxStub.refuse(429, "", "Retry-After", "1"));
        run(job(), 100);

        assertAll(100);
        assertThat(stub.seen.get(1).nanos() - stub.seen.get(0).nanos()).isGreaterThan(990_000_000L);
    }

    @Test
    void whateverHappensToRequestsNothingIsLost() throws Exception {
        stub.next(
                InfluxStub::cut,
                InfluxStub.refuse(503, ""),
                InfluxStub::accept,
                InfluxStub.slow(1_000),
                InfluxStub.refuse(500, "{\"error\":\"engine: no space left on device\"}"),
                InfluxStub::acceptAndCut,
                InfluxStub.refuse(502, ""));
        run(job(), 5_000);

        assertAll(5_000);
        assertThat(LineJob.POISON.get(name)).isEmpty();
    }

    @Test
    void requestsThatAreTooLargeAreHalved() throws Exception {
        stub.always(InfluxStub.atMost(130));
        run(job(), 3_000);

        assertAll(3_000);
        assertThat(LineJob.POISON.get(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,false", "400,true", "422,true"})
    void aPoisonLineIsIsolatedAndAllOthersArrive(int status, boolean keepOthers) throws Exception {
        stub.always(InfluxStub.without("value=77", status, keepOthers));
        run(job(), 1_000);

        // 77 and 770 to 779
        assertThat(stub.points).hasSize(1_000 - 11);
        assertThat(new HashSet<>(LineJob.POISON.get(name)))
                .extracting(RejectedLine::reason)
                .hasSize(11)
                .containsOnly(
                        "InfluxDB answers " + status + " to this line alone: unable to parse");
    }

    @Test
    void aLineThatCannotBeCarriedIsNeverSent() throws Exception {
        LineFormat<Long> hostile =
                (number, line) ->
                        line.begin(LineJob.POINTS)
                                .tag("vehicle_id", number % 10 == 0 ? "a\nb,c=d e=1i 5" : "v")
                                .field("value", (long) number)
                                .field("half", 0.5)
                                .at(number);
        run(job().format(hostile), 100);

        assertThat(stub.points).hasSize(90);
        assertThat(LineJob.POISON.get(name))
                .hasSize(10)
                .allSatisfy(
                        line -> {
                            assertThat(line.measurement()).isEqualTo("points");
                            assertThat(line.reason())
                                    .isEqualTo("tag vehicle_id has the control character U+000A");
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "401,influxdb.token-file or the environment variable ODOGRAPH_INFLUXDB_TOKEN",
        "403,may not write to influxdb.bucket = b c of influxdb.org = o&",
        "404,it does not know influxdb.bucket = b c",
        "405,look at influxdb.url and influxdb.api",
    })
    void aWrongConfigurationFailsTheJobByTheNameOfItsOption(int status, String message) {
        stub.always(InfluxStub.refuse(status, "{\"message\":\"" + HIDDEN + "\"}"));

        assertThatThrownBy(() -> run(job().withoutRestarts(), 10))
                .rootCause()
                .isInstanceOf(InfluxRefusedException.class)
                .hasMessageContaining("answers " + status)
                .hasMessageContaining(message)
                .hasMessageNotContaining(HIDDEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectIsNotFollowedSoThatTheTokenGoesNowhereElse(int status) throws Exception {
        try (InfluxStub other = new InfluxStub()) {
            stub.always(
                    InfluxStub.refuse(status, "", "Location", other.url() + "/?token=" + HIDDEN));

            assertThatThrownBy(() -> run(job().withoutRestarts(), 10))
                    .rootCause()
                    .isInstanceOf(InfluxRefusedException.class)
                    .hasMessageContaining("it redirects to " + other.url() + ", which is not")
                    .hasMessageNotContaining(HIDDEN);
            assertThat(other.seen).isEmpty();
        }
    }

    @Test
    void anOutageLetsCheckpointsCompleteUntilTheBufferIsFull() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient job = job().perSecond(1_000).submit(10_000);
        Thread.sleep(2_500);
        int completed = LineJob.CHECKPOINTS.get(name);
        assertThat(completed).isGreaterThan(4);
        Thread.sleep(2_500);

        // 4,000 lines wait, so the rest of the numbers does, and with it the checkpoints.
        assertThat(stub.points).isEmpty();
        int stalled = LineJob.CHECKPOINTS.get(name);
        Thread.sleep(1_000);
        assertThat(LineJob.CHECKPOINTS.get(name)).isBetween(stalled, stalled + 1);
        stub.always(InfluxStub::accept);
        LineJob.end(job);
        assertAll(10_000);
    }

    @Test
    void afterAFailureInAnOutageNothingIsLost() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient job = job().perSecond(2_000).failingAt(2_000).submit(3_000);
        Thread.sleep(2_500);
        assertThat(LineJob.FAILURES).containsEntry(name, 1);
        assertThat(LineJob.CHECKPOINTS.get(name)).isPositive();
        stub.always(InfluxStub::accept);
        LineJob.end(job);

        assertAll(3_000);
    }

    @Test
    void linesThatWaitInASavepointAreWrittenByTheNextJob() throws Exception {
        stub.always(InfluxStub.refuse(503, ""));
        JobClient first = job().perSecond(500).submit(1_000_000);
        Thread.sleep(2_000);
        String savepoint =
                first.stopWithSavepoint(false, folder.toString(), SavepointFormatType.CANONICAL)
                        .get(60, TimeUnit.SECONDS);
        assertThat(stub.points).isEmpty();
        stub.always(InfluxStub::accept);
        JobClient second = job().from(savepoint).perSecond(500).submit(1_000_000);
        for (int i = 0; i < 300 && stub.points.size() < 1_500; i++) {
            Thread.sleep(100);
        }
        second.cancel().get(60, TimeUnit.SECONDS);

        Set<Long> values = new HashSet<>();
        stub.points.values().forEach(point -> values.add((Long) point.fields().get("value")));
        assertThat(values).contains(0L, 1L, 100L, 400L);
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
        run(
                job(
                                "--influxdb.batch-size", "20",
                                "--influxdb.max-in-flight", "8",
                                "--influxdb.buffer-size", "300")
                        .format(LineJob.revisions(200))
                        .perSecond(10_000),
                20_000);

        List<Long> values = new ArrayList<>();
        stub.points.values().forEach(point -> values.add((Long) point.fields().get("value")));
        assertThat(values)
                .hasSize(200)
                .allSatisfy(v -> assertThat(v).isGreaterThanOrEqualTo(19_800));
    }

    private LineJob job(String... more) {
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

    private static void run(LineJob job, long numbers) throws Exception {
        job.run(numbers);
    }

    private void assertAll(int numbers) {
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
