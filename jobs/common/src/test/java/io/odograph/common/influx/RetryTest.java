// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {

    @Test
    void waitsDoubleUpToTheirMaximumAndStartAnewAfterASuccess() {
        Backoff longest = new Backoff(500, 30_000, () -> 1);
        assertThat(longest.failed(0)).isEqualTo(500);
        assertThat(longest.failed(0)).isEqualTo(1_000);
        assertThat(longest.failed(0)).isEqualTo(2_000);
        for (int i = 0; i < 100; i++) {
            assertThat(longest.failed(0)).isLessThanOrEqualTo(30_000);
        }
        assertThat(longest.isFailing()).isTrue();
        longest.succeeded();
        assertThat(longest.isFailing()).isFalse();
        assertThat(longest.failed(0)).isEqualTo(500);
    }

    @Test
    void atLeastHalfAWaitIsKeptWhateverTheChance() {
        assertThat(new Backoff(500, 30_000, () -> 0).failed(0)).isEqualTo(250);
    }

    @Test
    void aServerThatAsksForMoreGetsItWithinReason() {
        Backoff backoff = new Backoff(500, 30_000, () -> 1);
        assertThat(backoff.failed(7_000)).isEqualTo(7_000);
        assertThat(backoff.failed(Long.MAX_VALUE)).isEqualTo(5 * 60_000L);
    }

    @ParameterizedTest
    @CsvSource({
        "3,,3000",
        " 3 ,,3000",
        "0,,0",
        "99999999999,,9223372036854775807",
        "-3,,0",
        "soon,,0",
        "'Sun, 06 Nov 1994 08:49:37 GMT','Sun, 06 Nov 1994 08:49:30 GMT',7000",
        "'Sun, 06 Nov 1994 08:49:37 GMT',,10000",
        "'Sun, 06 Nov 1994 08:49:20 GMT','Sun, 06 Nov 1994 08:49:30 GMT',0",
    })
    void retryAfterIsSecondsOrADate(String value, String date, long millis) {
        long now = 784_111_767_000L; // Sun, 06 Nov 1994 08:49:27 GMT
        assertThat(RetryAfter.millis(value, date, now)).isEqualTo(millis);
    }

    @Test
    void noHeaderAsksForNothing() {
        assertThat(RetryAfter.millis(null, null, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "200,WRITTEN", "204,WRITTEN", "400,REFUSED", "413,REFUSED", "422,REFUSED", "429,AGAIN",
        "500,AGAIN", "502,AGAIN", "503,AGAIN", "408,AGAIN", "0,AGAIN", "401,HOPELESS",
        "403,HOPELESS", "404,HOPELESS", "302,HOPELESS", "405,HOPELESS",
    })
    void whatToDoFollowsFromTheStatus(int status, Answer.Verdict verdict) {
        assertThat(new Answer(status, 0, "", "").verdict()).isEqualTo(verdict);
    }

    @Test
    void aReasonRepeatsKnownWordsOfTheServerAndNothingElse() {
        assertThat(
                        new Answer(
                                        400,
                                        0,
                                        "",
                                        "{\"error\":\"partial write: Field type conflict: vehicle-7\"}")
                                .reason())
                .isEqualTo("InfluxDB answers 400 to this line alone: field type conflict");
        assertThat(new Answer(422, 0, "", "vehicle-7").reason())
                .isEqualTo("InfluxDB answers 422 to this line alone");
    }
}
