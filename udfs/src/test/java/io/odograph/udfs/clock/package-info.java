/** Tests of the vehicle clock. */
@NullMarked
package io.odograph.udfs.clock;

import org.jspecify.annotations.NullMarked;
