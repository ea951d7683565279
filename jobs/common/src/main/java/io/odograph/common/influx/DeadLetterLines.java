// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.influx;

import io.odograph.common.deadletter.DeadLetterFormat;
import io.odograph.common.intake.Origin;
import io.odograph.common.intake.Rejection;
import io.odograph.common.kafka.CloudEvent;
import io.odograph.common.kafka.DurableTopic;
import io.odograph.common.kafka.KafkaConfig;
import io.odograph.common.kafka.OutputFormat;
import io.odograph.schemas.RejectionReason;
import io.odograph.udfs.identity.NameBasedUuid;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * Puts lines that InfluxDB does not take on the job's dead-letter topic, with their bytes. A line
 * may come there more than once, after a restart, with the same id.
 *
 * @param kafka Kafka settings of the job
 * @param stage uid of the sink
 */
public record DeadLetterLines(KafkaConfig kafka, String stage) implements PoisonLines {

    /** Namespace of the ids; fixed for ever. */
    private static final UUID NAMESPACE = UUID.fromString("0c1de9d2-4ad5-5a51-9d0f-0d06a9f00002");

    @Override
    public Handler open() {
        DurableTopic<RejectedLine> topic =
                new DurableTopic<>(
                        kafka, kafka.deadLettersTopic(), stage, new Format(kafka.job(), stage));
        return new Handler() {
            @Override
            public void reject(List<RejectedLine> lines) throws Exception {
                topic.write(lines);
            }

            @Override
            public void close() {
                topic.close();
            }
        };
    }

    /**
     * A line as a dead letter.
     *
     * @param job the job
     * @param stage uid of the sink
     */
    record Format(String job, String stage) implements OutputFormat<RejectedLine> {

        @Override
        public Schema schema() {
            return letters().schema();
        }

        @Override
        public SpecificRecordBase toAvro(RejectedLine line) {
            return letters()
                    .toAvro(
                            new Rejection(
                                    RejectionReason.INFLUX_REJECTED,
                                    line.reason(),
                                    null,
                                    line.entry().line(),
                                    new Origin(
                                            "influxdb/" + line.measurement(),
                                            -1,
                                            line.entry().time(),
                                            Origin.NO_TIMESTAMP),
                                    stage));
        }

        @Override
        public @Nullable String key(RejectedLine line) {
            return null;
        }

        @Override
        public CloudEvent event(RejectedLine line) {
            String text = new String(line.entry().line(), StandardCharsets.UTF_8);
            return new CloudEvent(
                    NameBasedUuid.of(NAMESPACE, job + "\n" + stage + "\n" + text).toString(),
                    "/odograph/" + job,
                    "io.odograph.dead-letter",
                    Math.max(line.entry().time(), 0));
        }

        private DeadLetterFormat letters() {
            return new DeadLetterFormat(job);
        }
    }
}
