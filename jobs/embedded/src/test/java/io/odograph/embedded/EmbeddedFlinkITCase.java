// SPDX-License-Identifier: Apache-2.0
package io.odograph.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedFlinkITCase {

    private static EmbeddedFlink flink;

    @BeforeAll
    static void startCluster() {
        flink = EmbeddedFlink.start(2, new Configuration());
    }

    @AfterAll
    static void stopCluster() {
        flink.close();
    }

    @Test
    void runsOneJobAfterAnother() throws Exception {
        for (long count : List.of(10L, 20L)) {
            StreamExecutionEnvironment env = flink.environment(new Configuration());
            env.fromSequence(1, count).map(new Counting()).sinkTo(new DiscardingSink<>());

            long counted = env.execute().getAccumulatorResult("counted");

            assertThat(counted).isEqualTo(count);
        }
    }

    @Test
    void aRunningJobTellsItsAccumulators() throws Exception {
        StreamExecutionEnvironment env = flink.environment(new Configuration());
        env.fromSource(slowNumbers(), WatermarkStrategy.noWatermarks(), "numbers")
                .map(new Counting())
                .sinkTo(new DiscardingSink<>());
        JobClient job = env.executeAsync();

        long counted = 0;
        while (counted == 0) {
            counted = (long) job.getAccumulators().get().getOrDefault("counted", 0L);
        }

        assertThat(job.getJobStatus().get()).isEqualTo(JobStatus.RUNNING);
        job.cancel().get();
    }

    @Test
    void servesTheWebInterface() throws Exception {
        HttpResponse<String> page =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(flink.webUrl())).build(),
                                HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Apache Flink Web Dashboard");
    }

    @Test
    void closingDeletesWhatItStored() {
        EmbeddedFlink another = EmbeddedFlink.start(1, new Configuration());
        assertThat(another.folder()).isNotEmptyDirectory();

        another.close();

        assertThat(another.folder()).doesNotExist();
    }

    private static DataGeneratorSource<Long> slowNumbers() {
        return new DataGeneratorSource<>(
                number -> number, Long.MAX_VALUE, RateLimiterStrategy.perSecond(100), Types.LONG);
    }

    private static final class Counting extends RichMapFunction<Long, Long> {

        private final LongCounter counted = new LongCounter();

        @Override
        public void open(OpenContext context) {
            getRuntimeContext().addAccumulator("counted", counted);
        }

        @Override
        public Long map(Long number) {
            counted.add(1);
            return number;
        }
    }
}
