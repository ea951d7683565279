/** Tests of decoding and validation. */
@NullMarked
package io.odograph.common.intake;

import org.jspecify.annotations.NullMarked;
