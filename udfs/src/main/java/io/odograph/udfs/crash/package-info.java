/** Crash detection: from samples to edges such as impact and rest. */
@NullMarked
package io.odograph.udfs.crash;

import org.jspecify.annotations.NullMarked;
