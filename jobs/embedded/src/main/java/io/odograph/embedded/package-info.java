/** A real Kafka broker, a real Flink cluster and a real database inside this process. */
@NullMarked
package io.odograph.embedded;

import org.jspecify.annotations.NullMarked;
