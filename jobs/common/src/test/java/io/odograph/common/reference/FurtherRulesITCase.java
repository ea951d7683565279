// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.odograph.common.config.ConfigReader;
import io.odograph.common.config.JobSettings;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.embedded.EmbeddedFlink;
import io.odograph.embedded.EmbeddedKafka;
import io.odograph.schemas.Rule;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules of a detector beside the job's own, from a real topic. */
class FurtherRulesITCase {

    private static final String TOPIC = "rules";

    private static final RuleCheck AT_MOST_ONE =
            rule ->
                    rule.thresholds().get("score.any") > 1
                            ? List.of("score.any must be at most 1")
                            : List.of();

    @Test
    void aFurtherDetectorHasRulesOfItsOwnAndNobodyElsesRejections() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                EmbeddedFlink flink = EmbeddedFlink.start(1, new Configuration());
                KafkaProducer<byte[], byte[]> producer = producer(kafka)) {
            kafka.createTopic(TOPIC, 1, Map.of());
            send(producer, "r", References.bytes(References.rule("r", 1)));
            send(producer, "r", new byte[] {1, 2, 3});
            send(producer, "s", References.bytes(rule("s", 0.5)));
            send(producer, "t", References.bytes(rule("t", 2)));
            StreamExecutionEnvironment env = flink.environment(JobSettings.flink());

            ReferenceSources.Rules rules =
                    ReferenceSources.attachRules(
                            env,
                            config(kafka),
                            new ReferenceConfig(TOPIC, "", "", ""),
                            "score",
                            AT_MOST_ONE);

            assertThat(rules.rules().initial().values())
                    .extracting(io.odograph.udfs.reference.Rule::label)
                    .containsExactly("s@1");
            try (var updates = rules.rules().updates().collectAsync();
                    CloseableIterator<Rejection> rejections = rules.rejections().collectAsync()) {
                JobClient job = env.executeAsync("further rules test");
                send(producer, null, null);
                send(producer, "u", References.bytes(rule("u", 0.5)));
                assertThat(updates.next().id()).isEqualTo("u");
                send(producer, "v", References.bytes(rule("v", 9)));
                assertThat(List.of(rejections.next(), rejections.next()))
                        .extracting(Rejection::stage, Rejection::message)
                        .containsOnly(tuple("decode-score-rules", "score.any must be at most 1"));
                job.cancel().get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static KafkaProducer<byte[], byte[]> producer(EmbeddedKafka kafka) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private static KafkaConfig config(EmbeddedKafka kafka) {
        return KafkaConfig.read(
                new ConfigReader(
                        Configuration.fromMap(
                                Map.of("kafka.bootstrap.servers", kafka.bootstrapServers()))),
                "test");
    }

    private static Rule rule(String id, double threshold) {
        Rule rule = References.rule(id, 1);
        rule.setDetector("score");
        rule.setThresholds(Map.of("score.any", threshold));
        return rule;
    }

    private static void send(
            KafkaProducer<byte[], byte[]> producer, @Nullable String key, byte @Nullable [] value)
            throws Exception {
        producer.send(new ProducerRecord<>(TOPIC, key == null ? null : key.getBytes(UTF_8), value))
                .get(60, TimeUnit.SECONDS);
    }
}
