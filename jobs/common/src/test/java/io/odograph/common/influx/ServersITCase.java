// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.odograph.common.influx.FaultProxy.Fault;
import io.odograph.embedded.EmbeddedFlink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a job that writes to servers of Debian's packages, through what befalls servers. */
@Tag("servers")
class ServersITCase {

    /** 100,000 lines are offered each second, for so many seconds. */
    private static final int SECONDS = 5;

    private static final int NUMBERS = SECONDS * 100_000;
    private static final long START = 1_700_000_000_000L;
    private static final String DATABASE = "drives";

    private static EmbeddedFlink flink;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        flink = EmbeddedFlink.start(1, new Configuration());
    }

    @AfterAll
    static void stop() {
        flink.close();
    }

    @Test
    void influxDbKilledAndRestartedInTheMiddleOfALoadHasEveryPointOnce() throws Exception {
        try (DebianServer server = influxDb()) {
            JobClient job = v1("killed", server.url).perSecond(100_000).submit(NUMBERS);
            for (int kills = 0; kills < 3; kills++) {
                Thread.sleep(1_200);
                server.kill();
                Thread.sleep(300);
                server.start();
            }
            LineJob.end(job);

            assertNumbers(influxNumbers(server), NUMBERS);
            assertThat(LineJob.POISON.get("killed")).isEmpty();
        }
    }

    @Test
    void influxDbBehindFailuresAndSlownessHasEveryPointOnce() throws Exception {
        try (DebianServer server = influxDb();
                FaultProxy proxy =
                        new FaultProxy(
                                server.url,
                                Fault.NONE,
                                Fault.REFUSED,
                                Fault.DONE_BUT_REFUSED,
                                Fault.SLOW,
                                Fault.REFUSED)) {
            LineJob.end(
                    v1("spoilt", proxy.url())
                            .perSecond(100_000)
                            .failingAt(NUMBERS / 2)
                            .submit(NUMBERS));

            assertThat(LineJob.FAILURES).containsEntry("spoilt", 1);
            assertNumbers(influxNumbers(server), NUMBERS);
        }
    }

    @Test
    void influxDbKeepsTheNewestRevisionsAndHostileIdsAndPoisonIsCounted() throws Exception {
        List<String> hostile =
                List.of(
                        "plain",
                        " spaces at both ends ",
                        "comma,equals=both, =,",
                        "\"quoted\"",
                        "back\\slash",
                        "tags,injected=1 value=9i 5",
                        "Zürich-東京-🚗");
        Measurement wrong =
                Measurement.of("points", "As text.")
                        .tagPerVehicle("vehicle_id", "The id.")
                        .field("value", FieldType.TEXT, "1", "No number.")
                        .build();
        try (DebianServer server = influxDb()) {
            LineFormat<Long> format =
                    (number, line) -> {
                        if (number > 0 && number % 1_000 == 0) {
                            line.begin(wrong)
                                    .tag("vehicle_id", "poison")
                                    .field("value", "none")
                                    .at(START + number);
                        } else {
                            line.begin(LineJob.POINTS)
                                    .tag("vehicle_id", hostile.get((int) (number % 7)))
                                    .field("value", (long) number)
                                    .field("half", number / 2.0)
                                    .at(START);
                        }
                    };
            // The first line of a bucket fixes the types of its fields.
            server.send(
                    "POST",
                    "/write?db=" + DATABASE + "&precision=ms",
                    "points,vehicle_id=plain value=0i,half=0.5 " + START);
            LineJob.end(v1("newest", server.url).format(format).submit(20_000));

            List<List<@Nullable Object>> rows =
                    influxRows(server, "SELECT vehicle_id, value, half FROM points");
            assertThat(rows).hasSize(7);
            for (List<@Nullable Object> row : rows) {
                long value = (Long) row.get(2);
                assertThat(value).isBetween(19_990L, 19_999L);
                assertThat(row.get(1)).isEqualTo(hostile.get((int) (value % 7)));
                assertThat(((Number) row.get(3)).doubleValue()).isEqualTo(value / 2.0);
            }
            assertThat(LineJob.POISON.get("newest"))
                    .hasSize(19)
                    .extracting(RejectedLine::reason)
                    .containsOnly("InfluxDB answers 400 to this line alone: field type conflict");
        }
    }

    @Test
    void victoriaMetricsStoppedAndStartedInTheMiddleOfALoadHasEveryPointOnce() throws Exception {
        Path program = DebianServer.program("victoria-metrics", "victoria-metrics");
        assumeTrue(program != null, "victoria-metrics of Debian cannot be had here");
        try (DebianServer server = DebianServer.victoriaMetrics(program, folder)) {
            LineJob job =
                    new LineJob(
                            flink,
                            "victoria",
                            config("--influxdb.url", server.url, "--influxdb.bucket", "any"));
            JobClient running =
                    job.format(numbers()).perSecond(100_000).failingAt(400_000).submit(NUMBERS);
            Thread.sleep(2_000);
            server.stop();
            Thread.sleep(500);
            server.start();
            LineJob.end(running);
            // It shows what it took within the last second or two only later.
            Thread.sleep(3_000);

            String exported =
                    server.send(
                            "GET",
                            "/api/v1/export?match%5B%5D=points_value&reduce_mem_usage=0&start="
                                    + START / 1000
                                    + "&end="
                                    + (START / 1000 + 1_000));
            List<Long> values = new ArrayList<>();
            for (String series : exported.lines().toList()) {
                List<List<@Nullable Object>> arrays = arrays(series);
                arrays.get(0).forEach(value -> values.add(((Number) value).longValue()));
            }
            assertNumbers(values, NUMBERS);
        }
    }

    private DebianServer influxDb() throws Exception {
        Path influxd = DebianServer.program("influxdb", "influxd");
        assumeTrue(influxd != null, "influxdb of Debian cannot be had here");
        return DebianServer.influxDb(influxd, folder, DATABASE);
    }

    private static LineJob v1(String name, String url) {
        return new LineJob(
                        flink,
                        name,
                        config(
                                "--influxdb.url", url,
                                "--influxdb.api", "v1",
                                "--influxdb.database", DATABASE))
                .format(numbers());
    }

    private static InfluxConfig config(String... server) {
        List<String> args =
                new ArrayList<>(
                        List.of(
                                "--influxdb.flush-interval", "200 ms",
                                "--influxdb.retry.min-wait", "50 ms",
                                "--influxdb.retry.max-wait", "500 ms"));
        args.addAll(List.of(server));
        return InfluxConfigTest.read(args.toArray(String[]::new));
    }

    private static LineFormat<Long> numbers() {
        return (number, line) ->
                line.begin(LineJob.POINTS)
                        .tag("vehicle_id", "v" + number % 1_000)
                        .field("value", (long) number)
                        .field("half", number / 2.0)
                        .at(START + number);
    }

    private static List<Long> influxNumbers(DebianServer server) throws Exception {
        List<Long> values = new ArrayList<>();
        for (List<@Nullable Object> row : influxRows(server, "SELECT value FROM points")) {
            long value = (Long) row.get(1);
            assertThat(row.get(0)).isEqualTo(START + value);
            values.add(value);
        }
        return values;
    }

    /** Rows with the time first. */
    private static List<List<@Nullable Object>> influxRows(DebianServer server, String query)
            throws Exception {
        String answer =
                server.send(
                        "GET",
                        "/query?epoch=ms&db=" + DATABASE + "&q=" + DebianServer.encode(query));
        return arrays(answer).stream().filter(row -> row.get(0) instanceof Long).toList();
    }

    /** The innermost arrays of a JSON text. */
    private static List<List<@Nullable Object>> arrays(String text) throws Exception {
        List<List<@Nullable Object>> arrays = new ArrayList<>();
        List<@Nullable Object> open = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case START_ARRAY -> open = new ArrayList<>();
                    case END_ARRAY -> {
                        if (!open.isEmpty()) {
                            arrays.add(open);
                        }
                        open = new ArrayList<>();
                    }
                    case VALUE_NUMBER_INT -> open.add(json.getLongValue());
                    case VALUE_NUMBER_FLOAT -> open.add(json.getDoubleValue());
                    case VALUE_STRING -> open.add(json.getText());
                    default -> {}
                }
            }
        }
        return arrays;
    }

    private static void assertNumbers(List<Long> values, int numbers) {
        assertThat(values).hasSize(numbers);
        BitSet found = new BitSet(numbers);
        values.forEach(value -> found.set(value.intValue()));
        assertThat(found.cardinality()).isEqualTo(numbers);
        assertThat(found.length()).isEqualTo(numbers);
    }
}
