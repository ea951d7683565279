/** Units, rotations and random numbers that are the same on every platform. */
@NullMarked
package io.odograph.simulator.math;

import org.jspecify.annotations.NullMarked;
