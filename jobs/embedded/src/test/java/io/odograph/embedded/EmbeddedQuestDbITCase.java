// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EmbeddedQuestDbITCase {

    @Test
    void whatWasWrittenIsStillThereAfterAPauseOnTheSamePort() throws Exception {
        try (EmbeddedQuestDb database = EmbeddedQuestDb.start()) {
            String url = database.url();
            write(url, "drives,vehicle=a distance=1.5,trips=2i,night=true 1000\n");
            database.pause();
            assertThatThrownBy(() -> write(url, "drives trips=1i 1\n"))
                    .isInstanceOf(java.io.IOException.class);
            database.resume();

            assertThat(database.url()).isEqualTo(url);
            database.awaitWrites("drives");
            assertThat(database.sql("select vehicle, distance, trips, night, null from drives"))
                    .containsExactly(Arrays.asList("a", 1.5, 2L, true, null));
        }
    }

    @Test
    void aStatementThatItRefusesSaysWhy() {
        try (EmbeddedQuestDb database = EmbeddedQuestDb.start()) {
            assertThatThrownBy(() -> database.sql("select nothing from nowhere"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("nowhere");
        }
    }

    private static void write(String url, String lines) throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(url + "/api/v2/write?precision=ms"))
                                        .POST(HttpRequest.BodyPublishers.ofString(lines))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }
}
