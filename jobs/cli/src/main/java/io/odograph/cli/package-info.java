/** The odograph command line: what a person types at a shell. */
@NullMarked
package io.odograph.cli;

import org.jspecify.annotations.NullMarked;
