// SPDX-License-Identifier: Apache-2.0
/** Judges what is told of driving behaviour, against simulated drives whose truth is exact. */
@NullMarked
package io.odograph.evaluate.driving;

import org.jspecify.annotations.NullMarked;
