/** How reports reach the topic: latency, coverage, loss, repetition, damage. */
@NullMarked
package io.odograph.simulator.transport;

import org.jspecify.annotations.NullMarked;
