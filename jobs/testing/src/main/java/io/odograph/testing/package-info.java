/** Helpers for the tests of the jobs. */
@NullMarked
package io.odograph.testing;

import org.jspecify.annotations.NullMarked;
