// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sink in a job, before a server that answers as real ones do when things go wrong. */
class InfluxSinkITCase extends StubbedServer {

    @Test
    void linesTravelCompressedWithTokenAndTarget() throws Exception {
        job().run(2_500);

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
        new LineJob(flink, name, config).run(100);

        assertAll(100);
        assertThat(stub.seen.get(0).target()).isEqualTo("/behind/a/proxy/write?db=d&precision=ms");
        assertThat(stub.seen.get(0).headers().getFirst("Authorization"))
                .isEqualTo(okhttp3.Credentials.basic("u", HIDDEN));
        assertThat(stub.seen.get(0).headers()).doesNotContainKey("Content-Encoding");
    }

    @Test
    void aServerThatAsksForAPauseGetsIt() throws Exception {
        stub.next(InfluxStub.refuse(429, "", "Retry-After", "1"));
        job().run(100);

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
        job().run(5_000);

        assertAll(5_000);
        assertThat(LineJob.POISON.get(name)).isEmpty();
    }

    @Test
    void requestsThatAreTooLargeAreHalved() throws Exception {
        stub.always(InfluxStub.atMost(130));
        job().run(3_000);

        assertAll(3_000);
        assertThat(LineJob.POISON.get(name)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"400,false", "400,true", "422,true"})
    void aPoisonLineIsIsolatedAndAllOthersArrive(int status, boolean keepOthers) throws Exception {
        stub.always(InfluxStub.without("value=77", status, keepOthers));
        job().run(1_000);

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
        job().format(hostile).run(100);

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

        assertThatThrownBy(() -> job().withoutRestarts().run(10))
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

            assertThatThrownBy(() -> job().withoutRestarts().run(10))
                    .rootCause()
                    .isInstanceOf(InfluxRefusedException.class)
                    .hasMessageContaining("it redirects to " + other.url() + ", which is not")
                    .hasMessageNotContaining(HIDDEN);
            assertThat(other.seen).isEmpty();
        }
    }
}
