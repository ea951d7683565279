/** Identities derived from content. */
@NullMarked
package io.odograph.udfs.identity;

import org.jspecify.annotations.NullMarked;
