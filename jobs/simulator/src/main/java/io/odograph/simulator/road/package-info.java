/** Drives on a road network: routes, speeds over them, and what of it is speeding. */
@NullMarked
package io.odograph.simulator.road;

import org.jspecify.annotations.NullMarked;
