// SPDX-License-Identifier: Apache-2.0
package io.odograph.common.kafka;

import java.io.Serializable;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/**
 * How a stream's records look on a topic: contract, key and CloudEvents attributes.
 *
 * @param <T> type of the stream
 */
public interface OutputFormat<T> extends Serializable {

    /** Contract of the topic. */
    Schema schema();

    /** The record as the contract has it. */
    SpecificRecordBase toAvro(T element);

    /** Key of the Kafka record, the vehicle id where there is one, or null. */
    @Nullable String key(T element);

    /** CloudEvents attributes. */
    CloudEvent event(T element);
}
