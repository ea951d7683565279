// SPDX-License-Identifier: Apache-2.0
/** Compares what Odograph does with what others do, for speed and for quality, in one run. */
@NullMarked
package io.odograph.benchmark;

import org.jspecify.annotations.NullMarked;
