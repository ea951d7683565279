/** The one-command run: sample data through a real Kafka and Flink, against the ground truth. */
@NullMarked
package io.odograph.demo;

import org.jspecify.annotations.NullMarked;
