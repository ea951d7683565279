/** The speeding job: telemetry and roads in, speeding alerts out. */
@NullMarked
package io.odograph.speeding;

import org.jspecify.annotations.NullMarked;
