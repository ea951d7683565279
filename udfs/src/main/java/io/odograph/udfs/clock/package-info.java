/** The vehicle clock: puts one vehicle's records into the order of the vehicle's own time. */
@NullMarked
package io.odograph.udfs.clock;

import org.jspecify.annotations.NullMarked;
