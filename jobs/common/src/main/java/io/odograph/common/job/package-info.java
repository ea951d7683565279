/** What jobs that make alerts share between their topics. */
@NullMarked
package io.odograph.common.job;

import org.jspecify.annotations.NullMarked;
