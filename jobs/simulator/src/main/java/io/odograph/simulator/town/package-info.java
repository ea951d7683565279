/** A small town of our own, as a map and as the truth about its limits. */
@NullMarked
package io.odograph.simulator.town;

import org.jspecify.annotations.NullMarked;
