/** Rejected records on their way out. */
@NullMarked
package io.odograph.common.deadletter;

import org.jspecify.annotations.NullMarked;
