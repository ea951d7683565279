/** The keyed operator that hosts the vehicle clock and a detector. */
@NullMarked
package io.odograph.common.vehicle;

import org.jspecify.annotations.NullMarked;
