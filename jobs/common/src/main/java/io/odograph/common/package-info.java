/** Plumbing that every job shares. */
@NullMarked
package io.odograph.common;

import org.jspecify.annotations.NullMarked;
