// SPDX-License-Identifier: Apache-2.0
package io.odograph.fences;

import static io.odograph.fences.FencesRun.collection;
import static io.odograph.fences.FencesRun.feature;
import static org.assertj.core.api.Assertions.assertThat;

import io.odograph.embedded.EmbeddedKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FencesTopicITCase {

    private static EmbeddedKafka kafka;

    @TempDir private Path folder;

    @BeforeAll
    static void startBroker() {
        kafka = EmbeddedKafka.start();
    }

    @AfterAll
    static void stopBroker() {
        kafka.close();
    }

    private static String zone(String id, int version, String longitude) {
        return feature(
                id,
                "'kind':'ZONE','radius':50,'version':" + version,
                "Point",
                "[" + longitude + ",48.1]");
    }

    @Test
    void whatWasPutIsExportedUntilItIsWithdrawn() throws Exception {
        FencesRun fences = new FencesRun(folder);
        kafka.createTopic("reference.geofences", 3, Map.of("cleanup.policy", "compact"));
        String servers = kafka.bootstrapServers();
        String file =
                fences.file("f.geojson", collection(zone("a", 1, "11.5"), zone("b", 2, "12.5")));

        assertThat(fences.run("put", file, "--bootstrap-servers", servers)).isZero();
        assertThat(fences.out.toString()).isEqualTo("put on topic reference.geofences: 2 fences\n");
        // An older version changes nothing.
        String older = fences.file("o.geojson", collection(zone("b", 1, "99.5")));
        assertThat(fences.run("import", older, "--bootstrap-servers", servers)).isZero();

        assertThat(fences.run("export", "--bootstrap-servers", servers)).isZero();
        assertThat(fences.out.toString()).contains("11.5", "12.5").doesNotContain("99.5");

        assertThat(fences.run("withdraw", "a", "--bootstrap-servers", servers)).isZero();
        assertThat(fences.out.toString())
                .isEqualTo("withdrawn on topic reference.geofences: 1 fence\n");
        Files.writeString(folder.resolve("client.properties"), "client.id=desk\n");
        assertThat(
                        fences.run(
                                "export",
                                "--bootstrap-servers",
                                servers,
                                "--client-properties",
                                fences.path("client.properties"),
                                "-o",
                                fences.path("e.geojson")))
                .isZero();
        assertThat(fences.out.toString()).endsWith("e.geojson: 1 fence\n");
        assertThat(fences.read("e.geojson")).contains("\"b\"").doesNotContain("\"a\"");
    }

    @Test
    void recordsThatCannotBeUsedAreToldAndLeftOut() throws Exception {
        FencesRun fences = new FencesRun(folder);
        kafka.createTopic("mixed", 1, Map.of());
        String servers = kafka.bootstrapServers();
        String file = fences.file("f.geojson", collection(zone("a", 1, "11.5")));
        fences.run("put", file, "--bootstrap-servers", servers, "--topic", "mixed");
        Properties settings = new Properties();
        settings.put("bootstrap.servers", servers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("mixed", "a", "no fence")).get();
            producer.send(new ProducerRecord<>("mixed", "c", "no fence")).get();
        }

        assertThat(fences.run("export", "--bootstrap-servers", servers, "--topic", "mixed"))
                .isEqualTo(1);

        assertThat(fences.out.toString()).contains("\"a\"");
        assertThat(fences.err.toString())
                .contains("partition 0 offset 2: the record does not begin with C3 01");
    }

    @Test
    void aTopicThatDoesNotExistIsTold() throws Exception {
        FencesRun fences = new FencesRun(folder);
        String file = fences.file("f.geojson", collection(zone("a", 1, "11.5")));

        assertThat(
                        fences.run(
                                "put",
                                file,
                                "--bootstrap-servers",
                                kafka.bootstrapServers(),
                                "--topic",
                                "none"))
                .isEqualTo(1);

        assertThat(fences.err.toString()).contains("topic none does not exist");
    }
}
