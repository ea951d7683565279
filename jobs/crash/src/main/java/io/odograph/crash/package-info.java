/** The crash job: telemetry in, crash alerts out. */
@NullMarked
package io.odograph.crash;

import org.jspecify.annotations.NullMarked;
