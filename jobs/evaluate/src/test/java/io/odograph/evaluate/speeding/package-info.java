// SPDX-License-Identifier: Apache-2.0
/** Tests of the evaluation of speeding. */
@NullMarked
package io.odograph.evaluate.speeding;

import org.jspecify.annotations.NullMarked;
