/** Seeded fleet simulator with ground truth: the fleet, the run, the files it writes. */
@NullMarked
package io.odograph.simulator;

import org.jspecify.annotations.NullMarked;
