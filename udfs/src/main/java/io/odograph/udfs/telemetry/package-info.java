/** Telemetry as the detectors see it: validated, in SI-near units, absent numbers as NaN or -1. */
@NullMarked
package io.odograph.udfs.telemetry;

import org.jspecify.annotations.NullMarked;
