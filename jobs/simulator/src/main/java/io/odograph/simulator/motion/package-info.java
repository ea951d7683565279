/** How a vehicle moves: from what its driver is told to a trajectory. SI units. */
@NullMarked
package io.odograph.simulator.motion;

import org.jspecify.annotations.NullMarked;
