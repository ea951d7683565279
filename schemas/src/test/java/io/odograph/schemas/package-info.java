/** Tests of the contracts: compatibility, golden bytes, docs. */
@NullMarked
package io.odograph.schemas;

import org.jspecify.annotations.NullMarked;
