// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.intake;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes Kafka records inside the source; emits exactly one {@link Intake} for each. */
public final class IntakeDeserializer implements KafkaRecordDeserializationSchema<Intake> {

    private final TelemetryDecoder decoder;

    /** Decodes with this decoder. */
    public IntakeDeserializer(TelemetryDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Intake> out) {
        Origin origin =
                new Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
        out.collect(take(decoder, record.key(), record.value(), origin));
    }

    /** Decodes one record, whatever its source; see {@link TelemetryDecoder#decode}. */
    public static Intake take(
            TelemetryDecoder decoder,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Origin origin) {
        try {
            return Intake.accepted(decoder.decode(value, origin.timestamp()));
        } catch (RejectedRecordException e) {
            return Intake.rejected(new Rejection(e.reason(), e.getMessage(), key, value, origin));
        }
    }

    @Override
    public TypeInformation<Intake> getProducedType() {
        return TypeInformation.of(Intake.class);
    }
}
