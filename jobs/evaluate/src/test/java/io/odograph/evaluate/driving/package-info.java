// SPDX-License-Identifier: Apache-2.0
/** Tests of the evaluation of driving behaviour. */
@NullMarked
package io.odograph.evaluate.driving;

import org.jspecify.annotations.NullMarked;
