/** What happens to a vehicle on purpose, each with its ground truth. */
@NullMarked
package io.odograph.simulator.scenario;

import org.jspecify.annotations.NullMarked;
