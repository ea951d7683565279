/** Rules and vehicle profiles: from their topics to the operators that use them. */
@NullMarked
package io.odograph.common.reference;

import org.jspecify.annotations.NullMarked;
