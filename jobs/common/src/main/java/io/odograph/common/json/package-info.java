/** Contracts as plain JSON, for people and for files. */
@NullMarked
package io.odograph.common.json;

import org.jspecify.annotations.NullMarked;
