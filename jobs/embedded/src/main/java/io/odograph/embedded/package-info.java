/** A real Kafka broker and a real Flink cluster inside this process. */
@NullMarked
package io.odograph.embedded;

import org.jspecify.annotations.NullMarked;
