/** Kafka sources and sinks. */
@NullMarked
package io.odograph.common.kafka;

import org.jspecify.annotations.NullMarked;
