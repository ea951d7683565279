/** Judges detectors against labelled data, simulated and recorded. */
@NullMarked
package io.odograph.evaluate;

import org.jspecify.annotations.NullMarked;
