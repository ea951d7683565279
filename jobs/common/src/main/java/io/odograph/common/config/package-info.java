/** Options, read and checked once, before anything starts. */
@NullMarked
package io.odograph.common.config;

import org.jspecify.annotations.NullMarked;
