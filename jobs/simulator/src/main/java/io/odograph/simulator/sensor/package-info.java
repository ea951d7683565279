/** What a device measures of a motion: satellite receiver, accelerometer, mounting. SI units. */
@NullMarked
package io.odograph.simulator.sensor;

import org.jspecify.annotations.NullMarked;
