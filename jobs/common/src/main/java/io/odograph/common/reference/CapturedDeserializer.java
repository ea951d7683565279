// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.reference;

import io.odograph.common.capture.Captured;
import io.odograph.common.intake.Origin;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes Kafka records as they are, tombstones too. */
final class CapturedDeserializer implements KafkaRecordDeserializationSchema<Captured> {

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Captured> out) {
        Origin origin =
                new Origin(record.topic(), record.partition(), record.offset(), record.timestamp());
        out.collect(new Captured(origin, record.key(), record.value()));
    }

    @Override
    public TypeInformation<Captured> getProducedType() {
        return TypeInformation.of(Captured.class);
    }
}
