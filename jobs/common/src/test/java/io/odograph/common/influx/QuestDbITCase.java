// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedQuestDb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sink in a job that writes to a real database, read back by SQL to the last digit. */
class QuestDbITCase {

    private static final List<String> HOSTILE =
            List.of(
                    "plain",
                    "with space",
                    " spaces at both ends ",
                    "comma,equals=both, =,",
                    "\"quoted\"",
                    "'single'",
                    "tags,injected=1 value=9i 5",
                    "# no comment",
                    "Zürich-Łódź-東京-🚗",
                    "x".repeat(64));

    private static EmbeddedFlink flink;
    private static EmbeddedQuestDb database;

    @BeforeAll
    static void start() {
        flink = EmbeddedFlink.start(1, new Configuration());
        database = EmbeddedQuestDb.start();
    }

    @AfterAll
    static void stop() {
        database.close();
        flink.close();
    }

    @Test
    void hostileIdsAreReadBackAsTheyWere() throws Exception {
        Measurement measurement =
                Measurement.of("hostile", "One hostile id.")
                        .tagPerVehicle("vehicle_id", "The id.")
                        .field("note", FieldType.TEXT, "", "The id again.")
                        .field("night", FieldType.FLAG, "", "A flag.")
                        .field("value", FieldType.INTEGER, "1", "A number.")
                        .field("share", FieldType.DECIMAL, "1", "A share.")
                        .fieldOnceKnown("mean", FieldType.DECIMAL, "1", "A mean.")
                        .build();
        create("hostile", "note varchar, night boolean, value long, share double, mean double");
        run(
                job("hostile")
                        .format(
                                (number, line) -> {
                                    String id = HOSTILE.get((int) (number % HOSTILE.size()));
                                    line.begin(measurement)
                                            .tag("vehicle_id", id)
                                            .field("note", id + "\\ \"")
                                            .field("night", number % 2 == 0)
                                            .field("value", Long.MAX_VALUE - number)
                                            .field("share", number / 3.0)
                                            .field("mean", number < 5 ? Double.NaN : 1e-9 * number)
                                            .at(1_700_000_000_000L + number);
                                }),
                HOSTILE.size());

        assertThat(LineJob.POISON.get("hostile")).isEmpty();
        List<List<@Nullable Object>> rows =
                rows(
                        "hostile",
                        "select vehicle_id, note, night, value, share, mean,"
                                + " cast(timestamp as long) from hostile order by timestamp");
        assertThat(rows).hasSize(HOSTILE.size());
        for (int i = 0; i < rows.size(); i++) {
            List<@Nullable Object> expected = new ArrayList<>();
            expected.add(HOSTILE.get(i));
            expected.add(HOSTILE.get(i) + "\\ \"");
            expected.add(i % 2 == 0);
            expected.add(Long.MAX_VALUE - i);
            expected.add(i / 3.0);
            expected.add(i < 5 ? null : 1e-9 * i);
            expected.add((1_700_000_000_000L + i) * 1000);
            assertThat(rows.get(i)).isEqualTo(expected);
        }
    }

    @Test
    void whatARestartWritesAgainIsThereOnce() throws Exception {
        createPoints("restarted");
        run(
                job("restarted").format(numbered("restarted")).perSecond(20_000).failingAt(15_000),
                20_000);

        assertThat(LineJob.FAILURES).containsEntry("restarted", 1);
        assertNumbers("restarted", 20_000);
    }

    @Test
    void anOutageInTheMiddleOfALoadLosesAndDoublesNothing() throws Exception {
        createPoints("outage");
        JobClient job = job("outage").format(numbered("outage")).perSecond(10_000).submit(60_000);
        Thread.sleep(1_500);
        database.pause();
        Thread.sleep(1_500);
        database.resume();
        LineJob.end(job);

        assertNumbers("outage", 60_000);
        assertThat(LineJob.POISON.get("outage")).isEmpty();
    }

    @Test
    void aFieldOfAnotherTypeIsPoisonAndTheRestArrives() throws Exception {
        createPoints("typed");
        Measurement other =
                Measurement.of("typed", "As text.")
                        .tagPerVehicle("vehicle_id", "The id.")
                        .field("value", FieldType.TEXT, "1", "No number.")
                        .build();
        LineFormat<Long> sound = numbered("typed");
        run(
                job("typed")
                        .format(
                                (number, line) -> {
                                    if (number % 100 == 7) {
                                        line.begin(other)
                                                .tag("vehicle_id", "v")
                                                .field("value", "none")
                                                .at(1_700_000_000_000L + number);
                                    } else {
                                        sound.write(number, line);
                                    }
                                }),
                1_000);

        assertThat(rows("typed", "select count() from typed")).containsExactly(List.of(990L));
        assertThat(LineJob.POISON.get("typed"))
                .hasSize(10)
                .extracting(RejectedLine::reason)
                .allSatisfy(reason -> assertThat(reason).startsWith("InfluxDB answers 400"));
    }

    private static LineFormat<Long> numbered(String table) {
        Measurement measurement =
                Measurement.of(table, "One number.")
                        .tagPerVehicle("vehicle_id", "Its series.")
                        .field("value", FieldType.INTEGER, "1", "The number.")
                        .build();
        return (number, line) ->
                line.begin(measurement)
                        .tag("vehicle_id", "v" + number % 100)
                        .field("value", (long) number)
                        .at(1_700_000_000_000L + number);
    }

    private static void createPoints(String table) {
        create(table, "value long");
    }

    private static void create(String table, String columns) {
        database.sql(
                "create table "
                        + table
                        + " (timestamp timestamp, vehicle_id symbol, "
                        + columns
                        + ") timestamp(timestamp) partition by day wal"
                        + " dedup upsert keys(timestamp, vehicle_id)");
    }

    private static LineJob job(String name) {
        return new LineJob(
                flink,
                name,
                InfluxConfigTest.read(
                        "--influxdb.url", database.url(),
                        "--influxdb.bucket", "any",
                        "--influxdb.batch-size", "1000",
                        "--influxdb.flush-interval", "100 ms",
                        "--influxdb.retry.min-wait", "50 ms",
                        "--influxdb.retry.max-wait", "500 ms"));
    }

    private static void run(LineJob job, long numbers) throws Exception {
        job.run(numbers);
    }

    private static List<List<@Nullable Object>> rows(String table, String sql) {
        database.awaitWrites(table);
        return database.sql(sql);
    }

    private static void assertNumbers(String table, int numbers) {
        List<Long> values = new ArrayList<>();
        rows(table, "select value, vehicle_id, cast(timestamp as long) from " + table)
                .forEach(
                        row -> {
                            long value = (Long) row.get(0);
                            assertThat(row.get(1)).isEqualTo("v" + value % 100);
                            assertThat(row.get(2)).isEqualTo((1_700_000_000_000L + value) * 1000);
                            values.add(value);
                        });
        values.sort(Comparator.naturalOrder());
        assertThat(values).hasSize(numbers).doesNotHaveDuplicates();
        assertThat(values.get(numbers - 1)).isEqualTo(numbers - 1L);
    }
}
