/** The road file of a job: checked before the start, mapped once per process. */
@NullMarked
package io.odograph.common.roads;

import org.jspecify.annotations.NullMarked;
